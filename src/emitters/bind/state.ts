import type { Environment } from "../../compiler/environment/environment.ts";
import { wholeReference } from "../../compiler/environment/text.ts";
import type { BindZone } from "../../compiler/environment/zone.ts";
import { knownText } from "../parts/known-text.ts";

/** Where the server keeps what changes: the data of its container, or its folder of the machine. */
export function stateFolder({ apps }: Environment, { app }: BindZone): string {
  const volume = volumeOf(apps, app?.value);
  return volume === undefined ? "/var/lib/bind" : knownText(volume.path);
}

/** The same folder as the machine sees it. */
export function machineFolder({ apps }: Environment, { app }: BindZone): string {
  const volume = volumeOf(apps, app?.value);
  if (volume?.storage.path === undefined) return "/var/lib/bind";
  return `${knownText(volume.storage.path)}/${volume.subPath === undefined ? (app?.value ?? "") : knownText(volume.subPath)}`;
}

const volumeOf = (apps: Environment["apps"], name: string | undefined) =>
  apps
    .find((app) => app.name === name)
    ?.volumes.find(({ storage, readOnly }) => storage.kind.value === "path" && !readOnly.value);

/** The key is named after its secret. */
export function keyName({ dynamic, name }: BindZone): string {
  const reference = dynamic === undefined ? undefined : wholeReference(dynamic.key);
  return reference?.kind === "secret" ? reference.name : name;
}
