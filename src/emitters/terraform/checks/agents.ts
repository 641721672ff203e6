import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { BootImage } from "../../../compiler/environment/image.ts";
import { agentsOn } from "../../parts/agents.ts";
import { lineage } from "../../parts/boot-images.ts";

/** A machine is set up as an agent when it first boots, so its image has what is started then. */
export const agentsAreInstalled: Check = function* (environment) {
  for (const group of environment.instances) {
    const { consul, nomad } = agentsOn(environment, group);
    const tools = [...(consul === undefined ? [] : ["consul"]), ...(nomad === undefined ? [] : ["nomad"])];
    const missing = tools.filter((tool) => !has(environment, group.image, tool));
    if (missing.length > 0)
      yield diagnose("agent-missing", [...group.at, "image"], { group: group.name, tools: missing });
  }
};

/** No machine joins anything that nobody has set up on it. */
export const agentsAreSetUp: Check = function* ({ discovery, clusters, provider }) {
  const of = [
    ...discovery
      .filter(({ kind, members, agents }) => kind.value === "consul" && members.length + agents.length > 0)
      .map(({ at }) => ({ at, tool: "consul" })),
    ...clusters
      .filter(({ kind, servers, clients }) => kind.value === "nomad" && servers.length + clients.length > 0)
      .map(({ at }) => ({ at, tool: "nomad" })),
  ];
  for (const { at, tool } of of) yield diagnose("agent-set-up", at, { tool, provider: provider?.kind.value ?? "" });
};

const has = (environment: Environment, image: BootImage, tool: string): boolean =>
  image.kind === "built" &&
  lineage(environment, image.image).some(({ installs }) => installs.some(({ value }) => value === tool));
