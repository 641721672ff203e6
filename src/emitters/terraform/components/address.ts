import type { Block } from "../../../formats/hcl/tree.ts";

/** A reference as the thing that it names, and the way on from there: `aws_subnet.main_public` and `[*].id`. */
export interface Target {
  readonly address: string;
  readonly rest: string;
}

/** What of a module a reference names; undefined for what is no thing of it, such as `count.index`. */
export function targetOf(path: string): Target | undefined {
  const found =
    /^(data\.[a-z0-9_]+\.\w+|local\.\w+|(?!var\.|each\.|count\.|path\.|module\.)[a-z0-9]+_\w+\.\w+)(.*)$/s.exec(path);
  return found === null ? undefined : { address: found[1] ?? "", rest: found[2] ?? "" };
}

/** What other blocks know a block by: its own address, or those of the local values in it. */
export function addressesOf({ type, labels, attributes }: Block): readonly string[] {
  if (type === "resource") return [labels.join(".")];
  if (type === "data") return [`data.${labels.join(".")}`];
  return type === "locals" ? Object.keys(attributes).map((name) => `local.${name}`) : [];
}

/** What is in no state but in each module: who we are, and where. */
export const isContext = (of: Block): boolean =>
  of.type === "provider" || addressesOf(of).some((address) => address === "local.tags" || isOurselves(address));

/** Who we are, and where, which every module can ask. */
export const isOurselves = (address: string): boolean => /^data\.\w+\.current$/.test(address);
