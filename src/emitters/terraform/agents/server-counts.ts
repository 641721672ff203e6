import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { type Expression, operation, type Reference, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import type { AgentRole, Agents } from "../../parts/agents.ts";
import { machinesIn } from "../../parts/machines-in.ts";
import { scalar } from "../lower.ts";

type Tool = "consul" | "nomad";

/** How many servers elect the first leader: the number, or the name by which a template knows it, where it is an input. */
export const serverCount = (tool: Tool, { servers, at }: AgentRole): Expression =>
  servers.some(isInput) ? traced(templateName(tool), { at }) : machinesIn(servers, at);

/** What templates are told of it. */
export const serverCounts = ({ consul, nomad }: Agents): Readonly<Record<string, Expression>> => ({
  ...countOf("consul", consul),
  ...countOf("nomad", nomad),
});

const countOf = (tool: Tool, role: AgentRole | undefined): Readonly<Record<string, Expression>> =>
  role?.isServer === true && role.servers.some(isInput) ? { [nameOf(tool)]: sum(role.servers) } : {};

const isInput = ({ count }: InstanceGroup): boolean => count.variable !== undefined;

const nameOf = (tool: Tool): string => `${tool}_servers`;

/** Terraform fills it in before an agent reads it. */
const templateName = (tool: Tool): Reference => reference(`$\{${nameOf(tool)}}`);

const sum = (groups: readonly InstanceGroup[]): Expression =>
  groups.map(({ count }): Expression => scalar(count)).reduce((total, next) => operation`${total} + ${next}`);
