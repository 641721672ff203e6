import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { App } from "../environment/app.ts";
import type { ArtifactApp } from "../environment/artifact.ts";
import type { PublishedPort } from "../environment/workload.ts";

type Process = Pick<App, keyof App & keyof ArtifactApp>;

/** Apps in one place share its machines, and a port of a machine leads to one of them. */
export const publishedPortsAreUnique: Check = function* ({ apps, artifactApps }) {
  const owners = new Map<string, { readonly app: Process; readonly port: PublishedPort }>();
  for (const app of [...apps, ...artifactApps])
    for (const port of app.publish) {
      const written = `${port.machine.from}/${port.machine.protocol}`;
      const slot = `${app.cluster?.name ?? ""} ${app.runsOn?.name ?? ""} ${written}`;
      const owner = owners.get(slot);
      if (owner === undefined) owners.set(slot, { app, port });
      else
        yield diagnose("published-port-taken", port.at, { port: written, owner: owner.app.name }, [
          { place: { at: owner.port.at }, message: "published here" },
        ]);
    }
};
