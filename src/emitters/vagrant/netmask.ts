import type { Environment } from "../../compiler/environment/environment.ts";
import { derive, type Traced } from "../../formats/origin.ts";

/** The mask of the LAN that machines are bridged into; undefined where there is none. */
export function netmaskOf({ networks }: Environment): Traced<string> | undefined {
  const lan = networks.find(({ kind }) => kind.value === "lan");
  return lan === undefined ? undefined : derive(lan.cidr, (cidr) => maskOf(Number(cidr.split("/")[1])));
}

/** `24` as `255.255.255.0`. */
const maskOf = (length: number): string =>
  [0, 8, 16, 24].map((before) => 256 - 2 ** (8 - Math.min(8, Math.max(0, length - before)))).join(".");
