import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { imagesWithoutDockerfile } from "../../parts/docker-build.ts";

/** `registry:port/repository:tag@digest`, as far as it is written. */
const REFERENCE =
  /^(?:[a-z0-9][a-z0-9.-]*(?::\d{1,5})?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

/** What is no reference would be a builder's error, or a flag. */
export const basesAreReferences: Check = function* (environment) {
  for (const { base, at } of imagesWithoutDockerfile(environment)) {
    if (base !== undefined && !REFERENCE.test(base.value))
      yield diagnose("docker-base", [...at, "base"], { base: base.value });
  }
};
