import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { containerLinux } from "../../parts/container-linux.ts";
import { mountedDisks } from "../../parts/fleet-node/disk-units.ts";

/** What the machines of fleet do beside it is in the document that a container Linux reads. */
export const machinesAreToldSo: Check = function* (environment) {
  for (const group of environment.instances) {
    if (containerLinux(environment, group.image) !== undefined) continue;
    const proxies = environment.proxies.filter(
      ({ kind, group: of }) => kind.value === "traefik" && of?.name === group.name,
    );
    for (const { at, name } of proxies) yield diagnose("fleet-untold", at, { group: group.name, what: `\`${name}\`` });
    for (const { at, name } of mountedDisks(group))
      yield diagnose("fleet-untold", [...at, "mount"], { group: group.name, what: `the disk \`${name}\`` });
  }
};
