import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { App } from "../../src/compiler/environment/app.ts";
import { emitters } from "../../src/emitters/index.ts";
import { onCalendar } from "../../src/emitters/parts/on-calendar.ts";
import { compileFile } from "../support/specc.ts";

/** What a runtime says of an app, read back from its files. */
interface Statement {
  readonly image: string | undefined;
  readonly replicas: number;
  readonly port: number | undefined;
  readonly health: string | undefined;
  readonly schedule: readonly string[] | undefined;
  readonly command: readonly string[];
  /** The names of its environment. */
  readonly env: readonly string[];
  /** Those of them that its files have no value for. */
  readonly lateBound: readonly string[];
  /** In thousandths of a core and in bytes. */
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
}

type Read = (path: string) => string;

const find = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];

const findAll = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found).sort();

const number = (text: string | undefined, factor = 1): number | undefined =>
  text === undefined ? undefined : Math.round(Number(text) * factor);

function kubernetes(read: Read, { name, kind, schedule }: App): Statement {
  const isJob = kind.value === "job";
  const workload = parse(read(`kubernetes/${name}.${isJob ? "cron-job" : "deployment"}.yaml`));
  const { spec } = isJob ? workload.spec.jobTemplate.spec.template : workload.spec.template;
  const scaler = read(`kubernetes/${name}.horizontal-pod-autoscaler.yaml`);
  const [{ image, ports, env = [], command = [], args = [], resources, readinessProbe }] = spec.containers;
  return {
    image,
    replicas: workload.spec.replicas ?? (scaler === "" ? 1 : parse(scaler).spec.minReplicas),
    port: ports?.[0].containerPort,
    health: readinessProbe?.httpGet?.path,
    schedule: schedule && onCalendar(workload.spec.schedule),
    command: [...command, ...args],
    env: env.map((entry: { readonly name: string }) => entry.name),
    lateBound: env.flatMap(
      (entry: { readonly name: string; readonly valueFrom?: { readonly secretKeyRef?: object } }) =>
        entry.valueFrom?.secretKeyRef ? [entry.name] : [],
    ),
    cpu: number(find(resources.requests.cpu ?? "", /^(\d+)m$/)),
    memory: number(find(resources.limits?.memory ?? "", /^(\d+)Mi$/), 2 ** 20),
  };
}

function nomad(read: Read, { name }: App): Statement {
  const job = read(`nomad/${name}.nomad.hcl`);
  const input = (name: string) => find(job, new RegExp(`variable "${name}" \\{[^}]*?default += "([^"]*)"`)) ?? "";
  const list = (pattern: RegExp): readonly string[] => JSON.parse(`[${find(job, pattern) ?? ""}]`);
  const crons = list(/crons +=\s\[(.*)\]/);
  return {
    image: find(job, /^ +image += "(.*)"$/m)?.replace(/\$\{var\.(\w+)\}/, (_, name: string) => input(name)),
    replicas: number(find(job, /^ +count += (\d+)$/m)) ?? 1,
    port: number(find(job, /^ +to = (\d+)$/m)),
    health: find(job, /^ +path += "(.*)"$/m),
    schedule: crons[0] === undefined ? undefined : onCalendar(crons[0]),
    command: [...list(/entrypoint += \[(.*)\]/), ...list(/^ +args += \[(.*)\]/m)],
    env: findAll(job, /^ +([A-Z_]+)(?: += "|=\{\{)/gm),
    lateBound: findAll(job, /^ +([A-Z_]+)=\{\{[^}]*\.Value/gm),
    cpu: number(find(job, /^ +cpu += (\d+)$/m)),
    memory: number(find(job, /^ +memory += (\d+)$/m), 2 ** 20),
  };
}

/** The words of `docker run`, after which the unit names the image and its arguments. */
const containerOf = (unit: string): readonly string[] =>
  (find(unit, /^ExecStart=\/usr\/bin\/docker run --rm ((?:.*\\\n)*.*)$/m) ?? "")
    .split(/\s*\\\n\s*/)
    .filter((line) => line !== "");

/** The lines without an option; the container's own arguments come last. */
function startOf(lines: readonly string[]): { readonly image: string; readonly command: readonly string[] } {
  const image = lines.findIndex((line) => !line.startsWith("--"));
  const entryPoint = lines.flatMap((line) => find(line, /^--entrypoint (.*)/) ?? []);
  return { image: lines[image] ?? "", command: [...entryPoint, ...lines.slice(image + 1)] };
}

const option = (lines: readonly string[], pattern: RegExp) => lines.flatMap((line) => find(line, pattern) ?? []);

function unit(text: string): Pick<Statement, "image" | "command" | "env" | "cpu" | "memory"> {
  const lines = containerOf(text);
  return {
    ...startOf(lines),
    env: option(lines, /^--env (.*)/),
    cpu: number(option(lines, /^--cpu-shares (\d+)/)[0], 1000 / 1024),
    memory: number(option(lines, /^--memory(?:-reservation)? (\d+)b/)[0]),
  };
}

function fleet(read: Read, { name }: App): Statement {
  const text = read(`fleet/${name}@.service`);
  const copies = new RegExp(`fleetctl (?:start|load) --replace ${name}@(?:\\{\\d+\\.\\.)?(\\d+)`);
  const calendar = findAll(read(`fleet/${name}@.timer`), /^OnCalendar=(.*)$/gm);
  return {
    ...unit(text),
    replicas: number(find(read("runbook/up.sh"), copies)) ?? 0,
    port: number(find(text, /--publish \d+:(\d+)/)),
    health: find(read(`fleet/${name}-discovery@.service`), /^ {2}http:\/\/\$\{COREOS_PRIVATE_IPV4\}:\d+(\S+) \\$/m),
    schedule: calendar.length === 0 ? undefined : calendar,
    lateBound: findAll(text, /^# {3}([A-Z_]+): /gm),
  };
}

/** Each machine runs one copy, and the balancer asks for its health. */
function ansible(read: Read, { name, runsOn }: App): Omit<Statement, "replicas" | "port" | "health"> {
  const role = `ansible/roles/apps_${runsOn?.name}`;
  const text = read(`${role}/files/shop-${name}.service`);
  const variable = `${name.toUpperCase()}_IMAGE`;
  const inputs = parse(read("ansible/group_vars/all.yml"));
  const image = find(read(`${role}/tasks/main.yml`), new RegExp(`line: "?${variable}=(.*?)"?$`, "m"));
  const calendar = findAll(read(`${role}/files/shop-${name}.timer`), /^OnCalendar=(.*)$/gm);
  return {
    ...unit(text),
    image: image?.replace(/\{\{ (\w+) \}\}/, (_, name: string) => inputs[name]),
    schedule: calendar.length === 0 ? undefined : calendar,
    lateBound: (find(text, new RegExp(`^ExecStartPre=\\S+ ${name} ([A-Z_ ]+)$`, "m")) ?? "").split(" "),
  };
}

describe.each(["dev", "prod"])("the runtimes of the showcase in %s", (chosen) => {
  const { files, environment } = compileFile("specs/dev.yaml", emitters, { environment: chosen });
  const read: Read = (path) => files.get(path)?.printed.text ?? "";
  const apps = (environment?.apps ?? []).map((app) => ({ name: app.name, app }));

  it("are asked for every app", () => {
    expect(apps.map(({ name }) => name)).toEqual(["api", "mailer", "report", "storefront"]);
  });

  /** Kubernetes gives a request to who asks for nothing, and calls only some settings secret. */
  const shared = ({ cpu, memory, lateBound, ...rest }: Statement) => rest;

  it.each(apps)("say the same of $name", ({ app }) => {
    const expected = shared(kubernetes(read, app));
    expect(shared(nomad(read, app))).toEqual(expected);
    expect(shared(fleet(read, app))).toEqual(expected);
    const { image, command, env, schedule } = expected;
    expect(ansible(read, app)).toMatchObject({ image, command, env, schedule });
  });

  it.each(apps)("keep the secrets of $name out of their files", ({ app }) => {
    const secrets = kubernetes(read, app).lateBound;
    for (const runtime of [nomad, fleet, ansible])
      expect(runtime(read, app).lateBound).toEqual(expect.arrayContaining([...secrets]));
  });

  it("know every secret of the showcase", () => {
    expect(apps.map(({ app }) => kubernetes(read, app).lateBound)).toEqual([
      ["DATABASE_URL"],
      ["SMTP_URL"],
      ["DATABASE_URL"],
      ["DATABASE_PASSWORD", "PAYMENT_KEY"],
    ]);
  });

  it.each(apps.filter(({ app }) => app.resources.cpu !== undefined))("give $name what it asks for", ({ app }) => {
    const asked = { cpu: app.resources.cpu?.value, memory: app.resources.memory?.value };
    for (const runtime of [kubernetes, nomad, fleet, ansible]) expect(runtime(read, app)).toMatchObject(asked);
  });
});
