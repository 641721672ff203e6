import type { Tunnel } from "../../compiler/environment/access.ts";
import { snake } from "./output-name.ts";

/** The output of Terraform that is the address of the bastion, where there is one. */
export const bastionOutput = "bastion_address";

/** The output that is the address of the machine where a tunnel ends, as the bastion knows it. */
export const tunnelOutput = ({ name }: Tunnel): string => `tunnel_${snake(name)}_address`;
