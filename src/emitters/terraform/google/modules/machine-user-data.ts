import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Disk, InstanceGroup } from "../../../../compiler/environment/instance-group.ts";
import { call, type Expression, object, operation, reference, template } from "../../../../formats/hcl/tree.ts";
import { identifier } from "../../identifiers.ts";
import { tokenOf } from "../../etcd-token.ts";
import { nodeDocuments, type NodeDocuments } from "../../node-documents.ts";
import { nodeValues } from "../../node-values.ts";
import { appsWithSettings } from "./machine-inputs.ts";

/** Where Google shows a disk that it has attached. */
const deviceOf = ({ name }: Disk): string => `/dev/disk/by-id/google-${name}`;

/** The documents that machines of a group get when they first boot. */
export const machineDocuments = (environment: Environment, group: InstanceGroup): NodeDocuments =>
  nodeDocuments(environment, group, { deviceOf, settings: appsWithSettings(environment, group) });

/** The document of a machine, with what only Terraform knows. */
export function machineUserData(environment: Environment, group: InstanceGroup): Expression {
  const { path } = machineDocuments(environment, group).read;
  return call(
    "templatefile",
    template(reference("path.module"), `/${path}`),
    object({
      [nodeValues.hostname]: group.hostname === undefined ? undefined : reference("local.names[count.index]"),
      [nodeValues.discovery]: tokenOf(environment, group) && reference("terraform_data.etcd_token.output"),
      ...Object.fromEntries(
        appsWithSettings(environment, group).map((app) => [nodeValues.settings(app), encoded(identifier(app.name))]),
      ),
    }),
  );
}

/** The lines of an `EnvironmentFile=`, in which a backslash keeps four characters as they are. */
function encoded(app: string): Expression {
  const escaped = call("replace", reference("value"), '/["\\\\`$]/', "\\$0");
  const line = template(reference("name"), '="', escaped, '"\n');
  return call(
    "base64encode",
    call("join", "", operation`[for name, value in ${reference(`var.settings["${app}"]`)} : ${line}]`),
  );
}
