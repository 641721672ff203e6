import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { type Expression, operation, reference, template } from "../../../formats/hcl/tree.ts";
import { derive } from "../../../formats/origin.ts";
import { balancerUrl, databaseUrl } from "../attribute-urls.ts";
import { attributeOf } from "../attributes.ts";
import { databasePasswordOf } from "../database-password.ts";
import { identifier } from "../identifiers.ts";
import { zonesLocal } from "../zones-of-network.ts";
import {
  balancerAddress,
  bucket as bucketAddress,
  cluster as clusterAddress,
  database as databaseAddress,
  ingressReference,
  machines,
} from "./addresses.ts";
import { hostnames } from "./machine-names.ts";

/** What only the deployment on Google Cloud knows of an element. */
export const attribute = attributeOf({
  firstMachine: (group) => reference(`${machines(group)}[0].${privateAddress}`),
  machines: machinesAttribute,
  database: databaseAttribute,
  balancer: (environment, balancer, name) => {
    const address = reference(`${balancerAddress(balancer)}.address`);
    return name === "address" ? address : balancerUrl(environment, balancer, address);
  },
  ingress: ingressReference,
  cluster: (cluster) => template("https://", reference(`${clusterAddress(cluster)}.endpoint`)),
  bucket: (bucket) => reference(`${bucketAddress(bucket)}.url`),
  image: (_environment, name) => reference(`data.google_compute_image.${identifier(name)}.self_link`),
});

const privateAddress = "network_interface[0].network_ip";
const publicAddress = "network_interface[0].access_config[0].nat_ip";

export const machineAddress = ({ public: isPublic }: InstanceGroup): string =>
  isPublic.value ? publicAddress : privateAddress;

function machinesAttribute(environment: Environment, group: InstanceGroup, name: string): Expression {
  if (name === "zones")
    return reference(group.scaling === undefined ? `${machines(group)}[*].zone` : `local.${zonesLocal(group.network)}`);
  if (name === "addresses") return reference(`${machines(group)}[*].${machineAddress(group)}`);
  return group.hostname === undefined ? internalNames(group) : hostnames(environment, group, group.hostname);
}

/** From https://cloud.google.com/compute/docs/internal-dns: the name by which machines of a network find another. */
const internalNames = (group: InstanceGroup): Expression =>
  operation`[for machine in ${reference(machines(group))} : ${template(
    reference("machine.name"),
    ".",
    reference("machine.zone"),
    ".c.",
    reference("machine.project"),
    ".internal",
  )}]`;

function databaseAttribute(database: Database, name: string): Expression {
  const host = reference(`${databaseAddress(database)}.private_ip_address`);
  const port = derive(database.port, String);
  const user = reference(`google_sql_user.${identifier(database.name)}.name`);
  const schema = reference(`google_sql_database.${identifier(database.name)}.name`);
  switch (name) {
    case "host":
      return host;
    case "port":
      return port;
    case "database":
      return schema;
    case "user":
      return user;
    case "password":
      return databasePasswordOf(database);
    default:
      return databaseUrl(database, { user, endpoint: [host, ":", port], database: schema });
  }
}
