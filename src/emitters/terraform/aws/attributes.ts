import type { Database } from "../../../compiler/environment/database.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { balancerUrl, databaseUrl } from "../attribute-urls.ts";
import { attributeOf } from "../attributes.ts";
import { databasePasswordOf } from "../database-password.ts";
import { identifier } from "../identifiers.ts";
import { zonesLocal } from "../zones-of-network.ts";
import {
  loadBalancer as balancerAddress,
  bucket as bucketAddress,
  database as databaseAddress,
  machines,
} from "./addresses.ts";

/** What only the deployment on AWS knows of an element. */
export const attribute = attributeOf({
  firstMachine: (group) => reference(`${machines(group)}[0].private_ip`),
  machines: (_environment, group, name) =>
    name === "zones" && group.scaling !== undefined
      ? reference(`local.${zonesLocal(group.network)}`)
      : reference(`${machines(group)}[*].${machineAttribute(group, name)}`),
  database: databaseAttribute,
  balancer: (environment, balancer, name) => {
    const address = reference(`${balancerAddress(balancer)}.dns_name`);
    return name === "address" ? address : balancerUrl(environment, balancer, address);
  },
  bucket: (bucket) => template("s3://", reference(`${bucketAddress(bucket)}.id`)),
  cluster: ({ name }) => reference(`aws_eks_cluster.${identifier(name)}.endpoint`),
  image: (_environment, name) => reference(`data.aws_ami.${identifier(name)}.id`),
});

function machineAttribute(group: InstanceGroup, name: string): string {
  if (name === "zones") return "availability_zone";
  if (name === "hostnames") return group.hostname === undefined ? "private_dns" : "tags.Name";
  return group.public.value ? "public_ip" : "private_ip";
}

function databaseAttribute(database: Database, name: string): Expression {
  const of = (attributeName: string): Expression => reference(`${databaseAddress(database)}.${attributeName}`);
  switch (name) {
    case "host":
      return of("address");
    case "port":
      return of("port");
    case "database":
      return of("db_name");
    case "user":
      return of("username");
    case "password":
      return databasePasswordOf(database);
    default:
      return databaseUrl(database, { user: of("username"), endpoint: [of("endpoint")], database: of("db_name") });
  }
}
