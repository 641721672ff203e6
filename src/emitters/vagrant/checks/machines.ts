import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { wholeReference } from "../../../compiler/environment/text.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { systemAt, systems } from "../../parts/systems.ts";
import { boxes } from "../boxes.ts";
import { developmentMachines } from "../development.ts";
import { systemName } from "../systems.ts";

/** A machine boots a system that somebody publishes for what runs it. */
export const systemsHaveBoxes: Check = function* (environment) {
  if (environment.provider?.kind.value !== "vagrant") return;
  const isDroplet = environment.provider?.hypervisor.value === "digitalocean";
  const known = isDroplet ? Object.keys(systems).filter((name) => systemAt("digitalocean", name)) : Object.keys(boxes);
  for (const group of environment.instances) {
    const system = systemName(environment, group.image);
    if (known.includes(system.value)) continue;
    yield diagnose("vagrant-system", system[ORIGINS][0]?.at ?? group.at, { system: system.value, known, isDroplet });
  }
};

/** Droplets are made with a token, which the environment of whoever deploys holds. */
export const dropletsHaveCredentials: Check = function* ({ provider, secrets }) {
  if (provider?.hypervisor.value !== "digitalocean") return;
  const reference = provider.credentials === undefined ? undefined : wholeReference(provider.credentials);
  const secret = secrets.find(({ name }) => reference?.kind === "secret" && reference.name === name);
  if (secret?.source.kind === "env") return;
  yield diagnose("vagrant-credentials", provider.credentials?.[ORIGINS][0]?.at ?? provider.at, {});
};

/** A target without anything to make would be passed over in silence. */
export const somethingIsMade: Check = function* (environment) {
  if (environment.provider?.kind.value === "vagrant" || developmentMachines(environment).length > 0) return;
  const target = environment.targets.find(({ value }) => value === "vagrant");
  const [origin] = target?.[ORIGINS] ?? [];
  if (origin !== undefined) yield diagnose("vagrant-without-machines", origin.at, {});
};
