import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { Environment } from "./environment.ts";
import type { Named } from "./located.ts";

/** The name of a resource that shares an account with others: `provider.naming` with `self` being the element. */
export function sharedName(environment: Environment, element: Pick<Named, "name" | "at">): Traced<string> {
  const naming = environment.provider?.naming;
  if (naming === undefined) return traced(element.name, { at: element.at });
  const words = naming.parts.map((part) => {
    if (typeof part === "string") return part;
    if (part.kind === "variable") return part.value;
    return element.name;
  });
  return traced(words.join(""), { at: element.at }, ...naming[ORIGINS]);
}

/** The name of what the whole environment has once: `shop-dev`. */
export const environmentName = ({ name, environment }: Environment): Traced<string> =>
  traced(`${name.value}-${environment.value}`, ...name[ORIGINS], ...environment[ORIGINS]);
