import type { Environment } from "../../compiler/environment/environment.ts";
import type { Text } from "../../compiler/environment/text.ts";
import { type Traced, tracedBy } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { dockerClusters } from "../parts/docker-cluster.ts";
import { backupUser } from "../parts/file-backups.ts";
import { knownText } from "../parts/known-text.ts";

/** The machine of an environment whose containers scripts run, and where the scripts lie on it. */
export function nodeView(environment: Environment): TemplateValue {
  const address = nodeAddress(environment);
  if (address === undefined) return undefined;
  const folder = sourceFolder(environment);
  return {
    address,
    login: tracedBy(`${backupUser(environment)}${address.value}`, address),
    folder: folder && knownText(folder.folder),
  };
}

const nodeAddress = (environment: Environment): Traced<string> | undefined =>
  dockerClusters(environment)
    .flatMap(({ nodes }) => nodes)
    .flatMap(({ address }) => (address === undefined || address.value === "dhcp" ? [] : [address]))[0];

/** What the scripts check out: the repository in which they lie themselves. */
export function sourceFolder({ operations }: Environment): { readonly folder: Text; readonly ref: Text } | undefined {
  const steps = operations.flatMap(({ steps }) => steps);
  return steps.flatMap(({ action }) =>
    action.kind === "checkout" ? [{ folder: action.repository, ref: action.ref }] : [],
  )[0];
}
