import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { placeOf } from "../../../compiler/environment/written.ts";
import { systemOf } from "../../parts/boot-images.ts";
import { builtImages } from "../images.ts";
import { knownInstalls } from "../installs.ts";

/** Software comes with packages of Debian's kind, and agents are services of systemd. */
export const installsAreKnown: Check = function* (environment) {
  for (const image of builtImages(environment)) {
    const system = systemOf(environment, { kind: "built", image });
    const isOld = system?.family === "redhat" || image.base.value === "ubuntu-14.04";
    for (const tool of image.installs) {
      if (!knownInstalls.includes(tool.value))
        yield diagnose("packer-installs", placeOf(tool), { tool: tool.value, where: image.name });
      else if (isOld) yield diagnose("packer-installs", placeOf(tool), { tool: tool.value, where: image.base.value });
    }
  }
};
