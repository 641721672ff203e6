import type { Tunnel } from "../../../compiler/environment/access.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../../formats/text/template.ts";
import { bastionOutput, tunnelOutput } from "../../parts/access-outputs.ts";
import { tasksOf } from "../elements.ts";
import { sharedState } from "../folders.ts";
import { selects } from "../selects.ts";
import type { Lowering } from "../step-script.ts";
import { word } from "../word.ts";
import { tunnelSh } from "./templates.gen.ts";

/** A port of a machine that Terraform has made, through the bastion where there is one; it is closed when the script ends. */
export const tunnel: Lowering<Action & { readonly kind: "tunnel" }> = ({ environment }, { of }) =>
  selects(environment, "terraform")
    ? tasksOf(of.value, tunnelsOf(environment), (each) => ({
        name: `tunnel_${each.name}`,
        text: `open the tunnel ${each.name}: port ${each.local.value} here is port ${each.port.value} of ${each.to.name}`,
        tools: ["ssh", "terraform"],
        asksTerraform: true,
        commands: tunnelCommands(environment, each),
      }))
    : [];

const tunnelCommands = (environment: Environment, each: Tunnel): TemplateDocument =>
  filled(
    tunnelSh,
    {
      name: each.name,
      folder: sharedState(environment).folder,
      bastion: environment.access?.bastion && bastionOutput,
      machine: tunnelOutput(each),
      user: userOf(environment, each),
      local: each.local,
      port: each.port,
      isNomad: leadsToNomad(environment, each),
    },
    [from(each.at)],
  );

/** The way to Nomad for scripts that run jobs; whoever says where Nomad is goes there. */
export function nomadTunnel(environment: Environment): TemplateDocument | undefined {
  if (!selects(environment, "nomad") || !selects(environment, "terraform")) return undefined;
  const way = tunnelsOf(environment).find((each) => leadsToNomad(environment, each));
  return way && tunnelCommands(environment, way);
}

const leadsToNomad = ({ clusters }: Environment, { to }: Tunnel): boolean =>
  clusters.some(({ kind, servers }) => kind.value === "nomad" && servers.includes(to));

/** Machines of a group that grows and shrinks have no address to name. */
const tunnelsOf = ({ access }: Environment): readonly Tunnel[] =>
  (access?.tunnels ?? []).filter(({ to }) => to.scaling === undefined);

/** Whom the machine's keys let in. */
function userOf(environment: Environment, { to }: Tunnel): TemplateValue {
  const names = (to.sshKeys ?? []).map(({ value }) => value);
  const key = environment.access?.sshKeys.find(({ name, user }) => names.includes(name) && user !== undefined);
  return key?.user && word(environment, key.user);
}
