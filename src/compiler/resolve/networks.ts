import type { Network } from "../environment/network.ts";
import type { Network as NetworkSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { integer, string, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

/** The networks of the spec; machines and databases of a cloud need one, so without any there is `main`. */
export function resolveNetworks(context: Context, spec: Spec): readonly Network[] {
  const written = elements<NetworkSpec>(["network"], spec.network);
  if (written.length > 0 || spec.provider === undefined)
    return written.map((element) => resolveNetwork(context, element));
  return [resolveNetwork(context, { name: "main", at: ["network", "main"], value: {}, impliedBy: "implied-network" })];
}

const resolveNetwork = (context: Context, element: Element<NetworkSpec>): Network => ({
  name: element.name,
  at: element.at,
  impliedBy: element.impliedBy,
  kind: word<"vpc" | "provider-default">()(context, element, "kind", "vpc"),
  cidr: string(context, element, "cidr", "10.0.0.0/16"),
  zones: integer(context, element, "zones", 2),
  nat: word<"none" | "single" | "per-zone">()(context, element, "nat", "single"),
});
