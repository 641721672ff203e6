import { type Diagnostic, diagnose } from "../../compiler/diagnostics/diagnostic.ts";
import { type Emitter, following } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { referenceName } from "../parts/reference-name.ts";
import { databaseService as database } from "./database.ts";
import { databaseService, unknownReferences } from "./lower.ts";
import { service } from "./service.ts";

/** The apps and their databases on a developer's own machine. */
export const compose: Emitter = {
  target: "compose",
  title: "Docker Compose",
  support: {
    ...following,
    vars: "emits",
    secrets: "emits",
    "images.container": "emits",
    "apps.service": "emits",
    "apps.job": "emits",
    "apps.daemon": "emits",
    "apps.publish": "emits",
    "apps.volumes": "emits",
    "apps.process": "emits",
    storage: "emits",
    database: "emits",
  },
  checks: [valuesAreKnown],
  emit: (environment) => [{ path: "compose.yaml", at: environment.at, document: yaml(project(environment)) }],
};

function project(environment: Environment): YamlNode {
  const { name, apps, databases } = environment;
  const routed = apps.filter(({ routes, port }) => routes.length > 0 && port !== undefined);
  // Two apps of one port cannot both have it here.
  const isFirst = (app: App): boolean => routed.find(({ port }) => port?.value === app.port?.value) === app;
  const volumes = [
    ...databases.map((each) => [databaseService(each), each.at] as const),
    ...environment.storages
      .filter(({ kind }) => kind.value === "volume" || kind.value === "image")
      .map((each) => [each.name, each.at] as const),
  ];
  return {
    name,
    services: Object.fromEntries(
      [
        ...apps.map((app) => [app.name, service(environment, app, routed.includes(app) && isFirst(app))] as const),
        ...databases.map((each) => [databaseService(each), database(each)] as const),
      ].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    volumes:
      volumes.length === 0
        ? undefined
        : Object.fromEntries(volumes.map(([volume, at]) => [volume, traced<YamlNode>({}, { at })])),
  };
}

/** What only a cloud knows has no value on a developer's machine. */
function* valuesAreKnown(environment: Environment): Iterable<Diagnostic> {
  for (const app of environment.apps)
    for (const text of [app.image, ...app.env.map(({ value }) => value), ...(app.command ?? []), ...(app.args ?? [])])
      for (const reference of unknownReferences(environment, app, text))
        yield diagnose("compose-value", text[ORIGINS][0]?.at ?? app.at, { source: referenceName(reference) });
}
