import type { App, Health } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { ContainerImage } from "../../compiler/environment/image.ts";
import type { Volume } from "../../compiler/environment/storage.ts";
import type { Part } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { expand } from "../parts/expand.ts";
import { knownText } from "../parts/known-text.ts";
import { databaseService, literally, lowered } from "./lower.ts";

/** An app as a developer runs it: one copy, and what it is called by on this machine alone. */
export function service(environment: Environment, app: App, isPublished: boolean): Traced<YamlNode> {
  const ends = app.kind.value === "job";
  return traced<YamlNode>(
    {
      image: lowered(environment, app, app.image),
      build: app.builtFrom?.build && build(app.builtFrom),
      profiles: ends ? [traced("jobs", by("compose-jobs", app.at))] : undefined,
      entrypoint: app.command?.map((word) => lowered(environment, app, word)),
      command: app.args?.map((word) => lowered(environment, app, word)),
      user: app.user && lowered(environment, app, app.user),
      working_dir: app.workingDirectory && lowered(environment, app, app.workingDirectory),
      restart: ends ? undefined : traced("unless-stopped", by("keep-running", app.at)),
      init: true,
      security_opt: [traced("no-new-privileges:true", by("container-privileges", app.at))],
      ports: ports(app, isPublished),
      environment: variables(environment, app),
      volumes: app.volumes.length === 0 ? undefined : app.volumes.map(mount),
      healthcheck: app.health && app.port && healthCheck(app.health, app.port.value),
      depends_on: dependencies(environment, app),
    },
    { at: app.at },
  );
}

const build = ({ name, at, build: how }: ContainerImage): YamlNode =>
  traced<YamlNode>(
    {
      context: `\${SOURCES:-../../../..}/${literally(how?.context.value ?? ".")}`,
      dockerfile: how?.dockerfile ?? traced(`\${PWD}/../docker/${name}/Dockerfile`, by("compose-build", at)),
    },
    { at: [...at, "build"] },
  );

/** Nobody else in the office reaches what a developer runs. */
function ports(app: App, isPublished: boolean): YamlNode {
  const own = app.publish.map(({ machine, app: inside, at }) =>
    traced(`127.0.0.1:${machine.from}:${inside.value.from}/${machine.protocol}`, { at }, by("compose-local", at)),
  );
  const routed =
    isPublished && app.port !== undefined && own.length === 0
      ? [derive(app.port, (port) => `127.0.0.1:${port}:${port}`)]
      : [];
  return own.length + routed.length === 0 ? undefined : [...own, ...routed];
}

const variables = (environment: Environment, app: App): YamlNode =>
  app.env.length === 0
    ? undefined
    : Object.fromEntries(app.env.map(({ name, value }) => [name, lowered(environment, app, value)]));

function mount({ at, storage, path, subPath, readOnly }: Volume): Traced<string> {
  const inner = subPath === undefined || storage.kind.value === "volume" ? "" : `/${knownText(subPath)}`;
  const source = storage.kind.value === "path" ? `./data/${storage.name}${inner}` : storage.name;
  return traced(
    `${literally(source)}:${literally(knownText(path))}${readOnly.value || storage.kind.value === "image" ? ":ro" : ""}`,
    { at },
  );
}

const healthCheck = ({ at, http, interval, timeout, grace }: Health, port: number): YamlNode => {
  const seconds = (milliseconds: Traced<number>) => derive(milliseconds, (value) => `${value / 1000}s`);
  const url = http === undefined ? undefined : `http://localhost:${port}${knownText(http)}`;
  const test =
    url === undefined
      ? `bash -c '</dev/tcp/localhost/${port}'`
      : `wget -q -O /dev/null '${url}' || curl -fsS -o /dev/null '${url}'`;
  return traced<YamlNode>(
    {
      test: ["CMD-SHELL", literally(test)],
      interval: seconds(interval),
      timeout: seconds(timeout),
      start_period: seconds(grace),
    },
    { at },
  );
};

/** What an app reads of a database needs the database to answer; what is written waits for what it says. */
function dependencies(environment: Environment, app: App): YamlNode {
  const databases = app.env
    .flatMap(({ value }) => expand(environment, app, value).parts)
    .flatMap((part) => databaseOf(environment, part));
  const awaited = app.dependsOn.flatMap((dependency) => {
    const other = environment.apps.find(({ name }) => dependency.value === `apps.${name}`);
    if (other === undefined) return [];
    const running = other.health === undefined ? "service_started" : "service_healthy";
    const condition = other.kind.value === "job" ? "service_completed_successfully" : running;
    return [[other.name, traced<YamlNode>({ condition }, ...dependency[ORIGINS])] as const];
  });
  const entries = [...databases, ...awaited];
  return entries.length === 0 ? undefined : Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function databaseOf({ databases }: Environment, part: Part): readonly (readonly [string, YamlNode])[] {
  if (typeof part === "string" || part.kind !== "attribute" || part.section !== "database") return [];
  const database = databases.find(({ name }) => name === part.name);
  return database === undefined
    ? []
    : [
        [
          databaseService(database),
          traced<YamlNode>({ condition: "service_healthy" }, by("compose-health", database.at)),
        ],
      ];
}
