import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import type { Volume } from "../../../compiler/environment/storage.ts";
import { isDisk } from "../volumes.ts";
import { mayHaveCopies } from "../workload.ts";

/** What a pod cannot mount, or its copies cannot share. */
export const volumesArePossible: Check = function* ({ apps }) {
  for (const app of apps)
    for (const volume of app.volumes) {
      const problem = problemOf(app, volume);
      if (problem !== undefined)
        yield diagnose("kubernetes-volume", volume.at, { app: app.name, storage: volume.storage.name, problem });
    }
};

function problemOf(app: App, { storage }: Volume): string | undefined {
  if (storage.kind.value === "bucket") return "a bucket is no file system";
  if (storage.kind.value === "path") return "the namespace keeps pods from the folders of machines";
  return isDisk(storage) && mayHaveCopies(app) ? "one pod at a time has a disk, and the app has copies" : undefined;
}
