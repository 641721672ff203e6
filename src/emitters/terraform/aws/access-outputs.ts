import type { Tunnel } from "../../../compiler/environment/access.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { bastionOutput, tunnelOutput } from "../../parts/access-outputs.ts";
import { bastionName } from "../bastion.ts";
import { machines } from "./addresses.ts";

/** Where scripts open their tunnels: the address of the bastion, and those that it knows the machines by. */
export function accessOutputs({ access }: Environment): readonly Block[] {
  if (access === undefined) return [];
  const { bastion, tunnels } = access;
  const gate = bastion === undefined ? [] : [bastionBlock(bastion.at)];
  return [...gate, ...tunnels.filter(({ to }) => to.scaling === undefined).map((each) => tunnelBlock(each, bastion))];
}

const bastionBlock = (at: Tunnel["at"]): Block =>
  because(
    [{ at }],
    block(["output", bastionOutput], {
      description: "Public address of the bastion.",
      value: reference(`${machines({ name: bastionName, at })}[0].public_ip`),
    }),
  );

/** Inside the network a machine is its private address, behind which the groups know each other. */
function tunnelBlock(tunnel: Tunnel, bastion: unknown): Block {
  const { name, at, to } = tunnel;
  const attribute = bastion === undefined && to.public.value ? "public_ip" : "private_ip";
  return because(
    [{ at }],
    block(["output", tunnelOutput(tunnel)], {
      description: `Address of the machine of ${to.name} where the tunnel ${name} ends.`,
      value: reference(`${machines(to)}[0].${attribute}`),
    }),
  );
}
