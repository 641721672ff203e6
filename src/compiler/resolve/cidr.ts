import type { SpecPath } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { addressNumber } from "../environment/address-range.ts";
import type { Context } from "./context.ts";

/** A range of addresses is written as its network. */
export function checkCidr(context: Context, at: SpecPath, cidr: string): void {
  const network = networkOf(cidr);
  if (network !== cidr) context.report(diagnose("address-host-bits", at, { cidr, network }));
}

/** The network that an address with a prefix lies in: `10.20.0.1/16` is in `10.20.0.0/16`. */
function networkOf(cidr: string): string {
  const [address = "", length = ""] = cidr.split("/");
  const hosts = 2 ** (32 - Number(length));
  const number = addressNumber(address);
  const network = number - (number % hosts);
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(network / 2 ** shift) % 256);
  return `${octets.join(".")}/${Number(length)}`;
}
