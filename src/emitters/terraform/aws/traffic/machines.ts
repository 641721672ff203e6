import type { App } from "../../../../compiler/environment/app.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../../compiler/environment/instance-group.ts";
import { by } from "../../../../compiler/rules.ts";
import { callingGroups, listed } from "../../callers.ts";
import { identifier } from "../../identifiers.ts";
import { scalar } from "../../lower.ts";
import { everybody, groupLabel, onePort, type Traffic } from "./rule.ts";

/** Whom machines call, and which apps call each other across groups; apps of one group meet at `localhost`. */
export const machineTraffic = (environment: Environment): readonly Traffic[] => [
  ...environment.instances.map(callOut),
  ...environment.apps.flatMap((app) => betweenApps(environment, app)),
];

export const callOutLabel = ({ name }: InstanceGroup): string => `${groupLabel({ section: "instances", name })}_out`;

const callOut = (group: InstanceGroup): Traffic => ({
  direction: "egress",
  label: callOutLabel(group),
  group: { section: "instances", name: group.name },
  peer: everybody,
  ports: { protocol: "all" },
  description: "Packages, images and services of others",
  origins: [by("machines-call-out", group.at)],
});

function betweenApps(environment: Environment, app: App): readonly Traffic[] {
  const { runsOn, port } = app;
  if (runsOn === undefined || port === undefined) return [];
  return callingGroups(environment, app).map(({ caller, callers, origins }) => ({
    direction: "ingress",
    label: `${identifier(app.name)}_from_${groupLabel({ section: "instances", name: caller.name })}`,
    group: { section: "instances", name: runsOn.name },
    peer: { member: { section: "instances", name: caller.name } },
    ports: onePort(scalar(port)),
    description: `${app.name} from ${listed(callers)} on ${caller.name}`,
    origins: [...origins, by("least-privilege", app.at)],
  }));
}
