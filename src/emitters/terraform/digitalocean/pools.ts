import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Scaling } from "../../../compiler/environment/scaling.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, operation } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { resourceName } from "../resource-name.ts";
import { firstNeeds, machineArguments } from "./machine.ts";

/** A group that grows and shrinks with the use of its processors. */
export const pool = (environment: Environment, group: InstanceGroup, scaling: Scaling): Block =>
  because(
    [{ at: group.at }],
    block(
      ["resource", "digitalocean_droplet_autoscale", identifier(group.name)],
      { name: resourceName(environment, group), depends_on: firstNeeds(environment, group) },
      [
        because(
          [{ at: scaling.at }, by("follow-processors", group.at)],
          block(["config"], {
            min_instances: scalar(scaling.min),
            max_instances: scalar(scaling.max),
            target_cpu_utilization: share(scaling),
          }),
        ),
        block(["droplet_template"], {
          ...machineArguments(environment, group),
          with_droplet_agent: traced(true, by("machine-metrics", group.at)),
        }),
      ],
    ),
  );

const share = ({ cpu }: Scaling): Expression =>
  cpu.variable === undefined
    ? derive(cpu, (percent) => percent / 100)
    : traced(operation`${scalar(cpu)} / 100`, ...cpu[ORIGINS]);
