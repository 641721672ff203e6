import type { Network } from "../environment/network.ts";
import type { Network as NetworkSpec, Spec } from "../spec/spec.gen.ts";
import { checkCidr } from "./cidr.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys } from "./kinds.ts";
import { resolveLayout } from "./layouts.ts";
import { integer, string, word } from "./read.ts";
import { type Element, elements, isWritten } from "./section.ts";

/** The networks of the spec; machines, databases and balancers need one, so where none is written there is `main`. */
export function resolveNetworks(context: Context, spec: Spec): readonly Network[] {
  const written = elements<NetworkSpec>(["network"], spec.network);
  const needed = [spec.provider, spec.instances, spec.database, spec.loadBalancer].some(
    (section) => section !== undefined,
  );
  if (isWritten(spec.network) || !needed) return written.map((element) => resolveNetwork(context, element));
  return [resolveNetwork(context, { name: "main", at: ["network", "main"], value: {}, impliedBy: "implied-network" })];
}

const keysOfKinds: KindKeys<Network["kind"]["value"]> = { gateway: ["lan"], static: ["lan"], dhcp: ["lan"] };

function resolveNetwork(context: Context, element: Element<NetworkSpec>): Network {
  const { name, at, impliedBy } = element;
  refuseForeignKeys(context, element, element.value.kind ?? "vpc", keysOfKinds);
  const cidr = string(context, element, "cidr", "10.0.0.0/16");
  checkCidr(context, [...at, "cidr"], cidr.value);
  return {
    name,
    at,
    impliedBy,
    kind: word<Network["kind"]["value"]>()(context, element, "kind", "vpc"),
    ...resolveLayout(context, element, cidr.value),
    cidr,
    zones: integer(context, element, "zones", 2),
    nat: word<"none" | "single" | "per-zone">()(context, element, "nat", "single"),
    module: string(context, element, "module"),
  };
}
