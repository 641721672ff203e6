import { type Code, catalogue } from "../../compiler/diagnostics/catalogue.ts";

/** The message of a finding with the names of what stands in its gaps; undefined where it cannot do without the values. */
export function messageShape(code: Code): string | undefined {
  const { message } = catalogue[code] as { readonly message: (params: object) => string };
  const shape = unlessThrown(() => String(message(new Proxy({}, { get: (_, name) => gap(String(name)) }))));
  return shape === undefined || /NaN|undefined|\[object/.test(shape) ? undefined : shape;
}

/** A list of one name that reads like the name itself: messages print texts and numbers and join lists. */
const gap = (name: string): readonly string[] => Object.assign([`<${name}>`], { toString: () => `<${name}>` });

/** A message that looks its words up by a value finds none under the name of a gap. */
function unlessThrown(message: () => string): string | undefined {
  try {
    return message();
  } catch {
    return undefined;
  }
}
