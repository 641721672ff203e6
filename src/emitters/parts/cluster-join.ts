import type { Discovery } from "../../compiler/environment/discovery.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";

/** The store of Consul that the machines of a group keep or ask. */
export const consulOn = ({ discovery }: Environment, { name }: Pick<InstanceGroup, "name">): Discovery | undefined =>
  discovery.find(
    ({ kind, members, agents }) =>
      kind.value === "consul" && [...members, ...agents].some((group) => group.name === name),
  );

/** The tag by which machines of the store find its servers, and its value, the same on all of them. */
export const joinTag = "consul-cluster";

export const joinValue = (environment: Environment, { at }: Discovery): Traced<string> => {
  const name = environmentName(environment);
  return traced(name.value, ...name[ORIGINS], by("consul-join", at));
};

/** Where Consul asks for the machines of the tag, as `retry_join` takes it; other clouds have no such question. */
export function retryJoin(environment: Environment, discovery: Discovery): Traced<string> | undefined {
  const value = joinValue(environment, discovery);
  const kind = environment.provider?.kind.value;
  if (kind === "aws") return derive(value, (name) => `provider=aws tag_key=${joinTag} tag_value=${name}`);
  return kind === "google" ? derive(value, (name) => `provider=gce tag_value=${joinTag}-${name}`) : undefined;
}
