import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { baseImage, lineage } from "../../parts/boot-images.ts";
import { systems } from "../../parts/systems.ts";
import { hasBuilder } from "../builder.ts";
import { packedContainers } from "../container-images.ts";
import { isSetUp, builtImages } from "../images.ts";

/** An image is built on a machine of a provider whose machines Packer is told how to make. */
export const buildsHaveProvider: Check = function* (environment) {
  if (hasBuilder(environment)) return;
  for (const { name, at } of builtImages(environment)) yield diagnose("packer-without-provider", at, { image: name });
};

/** At the bottom of an image is an operating system of the table. */
export const baseIsKnown: Check = function* (environment) {
  for (const image of builtImages(environment)) {
    const bottom = lineage(environment, image).at(-1) ?? image;
    const base = baseImage(environment, image);
    const at = [...image.at, "base"];
    if (baseImage(environment, bottom) !== undefined) yield diagnose("packer-cycle", at, { image: image.name });
    else if (base !== undefined && environment.provider?.kind.value === "digitalocean")
      yield diagnose("packer-snapshot-base", at, { image: image.name, base: base.name });
    else if (!Object.hasOwn(systems, bottom.base.value))
      yield diagnose("packer-system", at, { base: bottom.base.value, known: Object.keys(systems) });
  }
};

/** A template calls the playbook of Ansible. */
export const playbookIsWritten: Check = function* (environment) {
  if (environment.targets.some(({ value }) => value === "ansible")) return;
  for (const image of builtImages(environment))
    if (isSetUp(environment, image)) yield diagnose("packer-without-ansible", image.at, { image: image.name });
};

/** A target without anything to build would be passed over in silence. */
export const buildsSomething: Check = function* (environment) {
  if (builtImages(environment).length > 0 || packedContainers(environment).length > 0) return;
  const target = environment.targets.find(({ value }) => value === "packer");
  const [origin] = target?.[ORIGINS] ?? [];
  if (origin !== undefined) yield diagnose("packer-without-image", origin.at, {});
};

/** A build that installs nothing is for nothing, unless others are built on it. */
export const installsSomething: Check = function* (environment) {
  for (const image of builtImages(environment)) {
    const isBase = environment.machineImages.some((other) => baseImage(environment, other) === image);
    if (!isBase && image.installs.length === 0 && !isSetUp(environment, image))
      yield diagnose("packer-nothing-installed", image.at, { image: image.name });
  }
};
