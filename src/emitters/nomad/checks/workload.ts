import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isFolder } from "../volumes.ts";

/** A job names its ports one by one. */
export const portsAreSingle: Check = function* ({ apps }) {
  for (const { ports, publish } of apps) {
    const ranges = [
      ...ports.map(({ at, port }) => ({ at, ranges: [port.value] })),
      ...publish.map(({ at, machine, app }) => ({ at, ranges: [machine, app.value] })),
    ];
    for (const { at, ranges: written } of ranges)
      if (written.some(({ from, to }) => from !== to)) yield diagnose("nomad-port-range", at, {});
  }
};

/** A client offers whole folders of its machine; those that we set up know their paths alone. */
export const volumesAreFolders: Check = function* ({ apps }) {
  const mounted = apps.flatMap(({ volumes, cluster }) => volumes.map((volume) => ({ ...volume, cluster })));
  for (const { at, storage, subPath, cluster } of mounted) {
    const isOffered = (cluster?.clients ?? []).length === 0 || storage.kind.value === "path";
    if (!isFolder(storage) || !isOffered)
      yield diagnose("nomad-volume", at, { what: `a storage of kind \`${storage.kind.value}\`` });
    else if (subPath !== undefined) yield diagnose("nomad-volume", [...at, "subPath"], { what: "a part of a folder" });
  }
};
