import type { App } from "../environment/app.ts";
import type { Environment } from "../environment/environment.ts";
import type { Text } from "../environment/text.ts";

/** Every text of an environment in which a reference may stand. */
export const textsOf = ({ apps, zones, certificates, secrets, outputs }: Environment): readonly Text[] => [
  ...apps.flatMap(textsOfApp),
  ...zones.flatMap(({ records }) => records.flatMap(({ values }) => values)),
  ...certificates.flatMap(({ hosts }) => hosts),
  ...secrets.flatMap(({ source }) => ("text" in source ? [source.text] : [])),
  ...outputs.map(({ value }) => value),
];

const textsOfApp = ({ image, command, args, health, routes, env }: App): readonly Text[] => [
  image,
  ...(command ?? []),
  ...(args ?? []),
  ...(health?.http === undefined ? [] : [health.http]),
  ...routes.flatMap(({ host, path }) => [host, path]),
  ...env.map(({ value }) => value),
];
