import type { ReverseProxy } from "../../../compiler/environment/reverse-proxy.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference, template } from "../../../formats/hcl/tree.ts";
import { derive, traced, tracedLines } from "../../../formats/origin.ts";
import { printToml } from "../../../formats/toml/print.ts";
import { toml } from "../../../formats/toml/tree.ts";
import { traefikConfiguration } from "../../parts/traefik-configuration.ts";
import { traefikMajor, traefikVersion } from "../../parts/traefik-version.ts";
import { portsOf, servedPorts } from "./ports.ts";

const AGENT = "127.0.0.1:8500";
const UNPRIVILEGED = 1024;

/** The item of the job's variable that holds the token by which Traefik reads the catalogue. */
export const TOKEN = "consul_token";

/** One container on the machine's own network, where the agent of Consul answers, with no right but to listen. */
export const proxyTask = (proxy: ReverseProxy): Block =>
  block(["task", proxy.name], { driver: traced("docker", by("nomad-docker", proxy.at)) }, [
    container(proxy),
    configuration(proxy),
    ...(traefikMajor(proxy).value === 1 ? [token(proxy)] : []),
  ]);

function container(proxy: ReverseProxy): Block {
  const { at } = proxy;
  const ports = portsOf(proxy);
  const listensLow = ports.some(({ number }) => number.value < UNPRIVILEGED);
  const confined = by("nomad-proxy-confined", at);
  return block(["config"], {
    image: derive(traefikVersion(proxy), (version) => `traefik:${version}`),
    args: [template("--configFile=", reference("NOMAD_SECRETS_DIR"), "/traefik.toml")],
    network_mode: traced("host", by("nomad-proxy-network", at)),
    ports: ports.map(({ label }) => label),
    readonly_rootfs: traced(true, confined),
    cap_drop: traced(["all"], confined),
    cap_add: listensLow ? traced(["net_bind_service"], confined) : undefined,
    security_opt: traced(["no-new-privileges"], by("nomad-no-new-privileges", at)),
  });
}

/** The file of the version's words. The token stands in back quotes, which TOML leaves alone. */
function configuration(proxy: ReverseProxy): Block {
  const major = traefikMajor(proxy);
  const settings = traefikConfiguration({
    major: major.value,
    at: proxy.at,
    entryPoints: servedPorts(proxy).map(({ label, number }) => ({ name: label, port: number })),
    dashboard: proxy.dashboard,
    provider: {
      kind: "consul-catalog",
      endpoint: AGENT,
      token: `{{ with nomadVar \`nomad/jobs/${proxy.name}\` }}{{ .${TOKEN}.Value }}{{ end }}`,
    },
  });
  const lines = tracedLines(printToml(toml(settings)));
  return because(
    [by("nomad-settings-file", proxy.at)],
    block(["template"], {
      destination: template(reference("NOMAD_SECRETS_DIR"), "/traefik.toml"),
      change_mode: traced("restart", by("nomad-restart-on-change", proxy.at)),
      data: template(...lines.map((line) => derive(line, (words) => `${words}\n`))),
    }),
  );
}

/** The first version knows the token by the variable of Consul's own clients alone. */
const token = (proxy: ReverseProxy): Block => ({
  ...because(
    [by("nomad-settings-file", proxy.at)],
    block(["template"], {
      destination: template(reference("NOMAD_SECRETS_DIR"), "/consul.env"),
      env: true,
      change_mode: traced("restart", by("nomad-restart-on-change", proxy.at)),
      error_on_missing_key: true,
      data: [
        `{{ with nomadVar "nomad/jobs/${proxy.name}" }}`,
        `CONSUL_HTTP_TOKEN={{ .${TOKEN}.Value | toJSON }}`,
        "{{ end }}",
        "",
      ].join("\n"),
    }),
  ),
  comment: [
    `Items of the Nomad variable nomad/jobs/${proxy.name}:`,
    `  ${TOKEN} = the token of Consul that reads its catalogue`,
  ].join("\n"),
});
