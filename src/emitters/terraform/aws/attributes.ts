import type { App } from "../../../compiler/environment/app.ts";
import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { type AttributeReference, literal } from "../../../compiler/environment/text.ts";
import { type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { databasePasswordOf } from "../database-password.ts";
import { identifier } from "../identifiers.ts";
import { lowerText, scalar } from "../lower.ts";
import type { Lowered } from "../platform.ts";
import { loadBalancer as balancerAddress, database as databaseAddress, machines, zonesLocal } from "./addresses.ts";

/** What only the deployment knows of an element, as an expression; a check has refused what has none. */
export function attribute(environment: Environment, asked: AttributeReference): Lowered {
  switch (asked.section) {
    case "apps":
      return one(appAttribute(environment, found(environment.apps, asked), asked.attribute));
    case "instances":
      return instancesAttribute(found(environment.instances, asked), asked.attribute);
    case "database":
      return one(databaseAttribute(found(environment.databases, asked), asked.attribute));
    case "loadBalancer":
      return one(balancerAttribute(environment, found(environment.loadBalancers, asked), asked.attribute));
    case "images":
      return one(reference(`data.aws_ami.${identifier(asked.name)}.id`));
    case "ingress":
    case "cluster":
    case "storage":
      throw new Error(`${asked.section} is not known to Terraform`);
  }
}

const one = (value: Expression): Lowered => ({ value, isList: false });

function found<T extends { readonly name: string }>(elements: readonly T[], { section, name }: AttributeReference): T {
  const element = elements.find((candidate) => candidate.name === name);
  if (element === undefined) throw new Error(`\`${section}\` has no \`${name}\``);
  return element;
}

function appAttribute(environment: Environment, app: App, name: string): Expression {
  const host = appHost(environment, app);
  if (name === "host") return host;
  if (name === "publicUrl" || isRouted(app)) return publicUrl(environment, app);
  return app.port === undefined ? host : template("http://", host, ":", scalar(app.port));
}

const isRouted = ({ routes }: App): boolean => routes.length > 0;

/** A routed app is found by its route, another by the first machine of its group. */
function appHost(environment: Environment, app: App): Expression {
  const [route] = app.routes;
  if (route !== undefined) return lowerKnown(environment, route.host);
  return app.runsOn === undefined ? "" : reference(`${machines(app.runsOn)}[0].private_ip`);
}

export function publicUrl(environment: Environment, { routes }: App): Expression {
  const [route] = routes;
  if (route === undefined) throw new Error("an app without routes has no public URL");
  const scheme = route.certificate === undefined ? "http://" : "https://";
  const path =
    route.path.parts.length === 1 && route.path.parts[0] === "/" ? [] : [lowerKnown(environment, route.path)];
  return template(scheme, lowerKnown(environment, route.host), ...path);
}

/** Hosts and paths hold inputs at most. */
const lowerKnown = (environment: Environment, of: App["image"]): Expression =>
  lowerText({ environment, attribute: (asked) => attribute(environment, asked) }, of);

function instancesAttribute(group: InstanceGroup, name: string): Lowered {
  if (name === "zones" && group.scaling !== undefined)
    return { value: reference(`local.${zonesLocal(group.network)}`), isList: true };
  return { value: reference(`${machines(group)}[*].${machineAttribute(group, name)}`), isList: true };
}

function machineAttribute(group: InstanceGroup, name: string): string {
  if (name === "zones") return "availability_zone";
  if (name === "hostnames") return group.hostname === undefined ? "private_dns" : "tags.Name";
  return group.public.value ? "public_ip" : "private_ip";
}

function databaseAttribute(database: Database, name: string): Expression {
  const of = (attributeName: string): Expression => reference(`${databaseAddress(database)}.${attributeName}`);
  const password = databasePasswordOf(database);
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
      return password;
    default:
      return template(
        scheme(database),
        "://",
        of("username"),
        ":",
        password,
        "@",
        of("endpoint"),
        "/",
        of("db_name"),
        encryption(database),
      );
  }
}

const scheme = ({ engine }: Database): string => (engine.value === "postgres" ? "postgres" : "mysql");

/** Drivers of MySQL have no common word for it; there the server refuses what is not encrypted. */
const encryption = ({ engine }: Database): string => (engine.value === "postgres" ? "?sslmode=require" : "");

function balancerAttribute(environment: Environment, balancer: LoadBalancer, name: string): Expression {
  const address = reference(`${balancerAddress(balancer)}.dns_name`);
  if (name === "address") return address;
  const host = balancer.certificate?.hosts.find((candidate) => !literal(candidate).value.startsWith("*"));
  return host === undefined ? template("http://", address) : template("https://", lowerKnown(environment, host));
}
