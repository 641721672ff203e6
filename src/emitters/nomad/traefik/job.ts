import type { Artifact } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../../compiler/environment/reverse-proxy.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, hcl } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { inputs } from "../inputs.ts";
import { scheduler } from "../job.ts";
import { constraints } from "../placement.ts";
import { restart } from "../update.ts";
import { portsOf } from "./ports.ts";
import { nomadProxies } from "../../parts/nomad-proxies.ts";
import { proxyTask } from "./task.ts";

/** Traefik before the apps of a cluster, on each machine that has its labels. */
export const proxyJobs = (environment: Environment): readonly Artifact[] =>
  nomadProxies(environment).map((proxy) => {
    const whole = job(proxy);
    return {
      path: `${proxy.name}.nomad.hcl`,
      at: proxy.at,
      document: hcl([...inputs(environment, proxy, whole), whole]),
    };
  });

function job(proxy: ReverseProxy): Block {
  const { name, at, labels } = proxy;
  const type = traced("system", by("nomad-proxy-everywhere", at));
  return because(
    [{ at }],
    block(["job", name], { type, ...scheduler(proxy) }, [
      ...constraints({ group: undefined, labels, at }),
      because([by("nomad-proxy-one-by-one", at)], block(["update"], { max_parallel: 1, stagger: "30s" })),
      block(["group", name], {}, [network(proxy), service(proxy), ...restart(at), proxyTask(proxy)]),
    ]),
  );
}

/** What stands before the proxies leads to fixed ports. */
const network = (proxy: ReverseProxy): Block =>
  block(
    ["network"],
    {},
    portsOf(proxy).map(({ label, port }) => block(["port", label], { static: port })),
  );

function service(proxy: ReverseProxy): Block {
  const { name, at, dashboard } = proxy;
  const [first] = portsOf(proxy);
  const question = dashboard === undefined ? { type: "tcp" } : { type: "http", path: "/ping", port: "dashboard" };
  return because(
    [by("nomad-consul", at)],
    block(["service"], { name, port: first?.label, provider: "consul" }, [
      because([by("traefik-ping", at)], block(["check"], { ...question, interval: "10s", timeout: "3s" })),
    ]),
  );
}
