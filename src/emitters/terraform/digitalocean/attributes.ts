import type { Database } from "../../../compiler/environment/database.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { type Expression, reference } from "../../../formats/hcl/tree.ts";
import { balancerUrl, databaseUrl } from "../attribute-urls.ts";
import { attributeOf } from "../attributes.ts";
import { identifier } from "../identifiers.ts";
import { addressAttribute, database as cluster, imageAddress, machines } from "./addresses.ts";
import { frontAddress } from "./front.ts";
import { hasOwnUser } from "./database-users.ts";

/** What only the deployment at DigitalOcean knows of an element. */
export const attribute = attributeOf({
  firstMachine: (group) => reference(`${machines(group)}[0].ipv4_address_private`),
  machines: (_environment, group, name) => reference(`${machines(group)}[*].${machineAttribute(group, name)}`),
  database: databaseAttribute,
  balancer: (environment, balancer, name) => {
    const address = frontAddress(balancer);
    return name === "address" ? address : balancerUrl(environment, balancer, address);
  },
  cluster: ({ name }) => reference(`digitalocean_kubernetes_cluster.${identifier(name)}.endpoint`),
  image: ({ machineImages }, name) => {
    const image = machineImages.find((each) => each.name === name);
    return reference(`${image === undefined ? "" : imageAddress(image)}.id`);
  },
});

function machineAttribute(group: InstanceGroup, name: string): string {
  if (name === "zones") return "region";
  return name === "hostnames" ? "name" : addressAttribute(group);
}

function databaseAttribute(database: Database, name: string): Expression {
  const place = placeOf(database);
  switch (name) {
    case "host":
    case "port":
    case "database":
    case "user":
    case "password":
      return place[name];
    default:
      return databaseUrl(database, { ...place, endpoint: [place.host, ":", place.port] });
  }
}

function placeOf(database: Database): Readonly<Record<"host" | "port" | "database" | "user" | "password", Expression>> {
  const of = (name: string): Expression => reference(`${cluster(database)}.${name}`);
  const user = `digitalocean_database_user.${identifier(database.name)}`;
  return {
    host: of("private_host"),
    port: of("port"),
    database: reference(`digitalocean_database_db.${identifier(database.name)}.name`),
    user: hasOwnUser(database) ? reference(`${user}.name`) : of("user"),
    password: hasOwnUser(database) ? reference(`${user}.password`) : of("password"),
  };
}
