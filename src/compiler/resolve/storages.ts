import type { ContainerImage } from "../environment/image.ts";
import type { FileSystem, Storage, Volume } from "../environment/storage.ts";
import type { App, Spec, Storage as StorageSpec, Volume as VolumeSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys, requireKeys } from "./kinds.ts";
import { find, optional } from "./lookup.ts";
import { type Places, resolvePlace } from "./place.ts";
import { size } from "./quantities.ts";
import { flag, quantity, textOf, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

type Kind = Storage["kind"]["value"];

const keysOfKinds: KindKeys<Kind> = {
  runsOn: ["volume", "path"],
  path: ["volume", "path"],
  size: ["volume"],
  filesystem: ["volume"],
  image: ["image"],
  versioning: ["bucket"],
};

const requiredKeys: Readonly<Record<Kind, readonly string[]>> = {
  volume: ["size"],
  path: ["path"],
  bucket: [],
  image: ["image"],
};

export interface StorageSurroundings extends Places {
  readonly images: readonly ContainerImage[];
}

export const resolveStorages = (context: Context, spec: Spec, around: StorageSurroundings): readonly Storage[] =>
  elements<StorageSpec>(["storage"], spec.storage).map((element) => resolveStorage(context, element, around));

function resolveStorage(context: Context, element: Element<StorageSpec>, around: StorageSurroundings): Storage {
  const { name, at } = element;
  const kind = word<Kind>()(context, element, "kind", "volume");
  refuseForeignKeys(context, element, kind.value, keysOfKinds);
  requireKeys(context, element, `storage.${name}`, requiredKeys[kind.value]);
  return {
    name,
    at,
    kind,
    ...resolvePlace(context, element, around),
    path: textOf(context, element, "path"),
    size: quantity(size)(context, element, "size"),
    filesystem: word<FileSystem>()(context, element, "filesystem", "ext4"),
    image: optional(context, element, "image", [{ section: "images", elements: around.images }]),
    versioning: flag(context, element, "versioning", true),
  };
}

/** What is mounted into an app. */
export const resolveVolumes = (context: Context, app: Element<App>, storages: readonly Storage[]): readonly Volume[] =>
  (app.value.volumes ?? []).flatMap((value: VolumeSpec, index) => {
    const section = { at: [...app.at, "volumes", index], value };
    if (!requireKeys(context, section, `apps.${app.name}.volumes[${index}]`, ["of", "path"])) return [];
    const choices = [{ section: "storage", elements: storages }];
    const storage = find(context, [...section.at, "of"], value.of ?? "", choices, true)?.element;
    const path = textOf(context, section, "path");
    if (storage === undefined || path === undefined) return [];
    const subPath = textOf(context, section, "subPath");
    return [{ at: section.at, storage, path, subPath, readOnly: flag(context, section, "readOnly", false) }];
  });
