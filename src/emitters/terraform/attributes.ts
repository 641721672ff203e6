import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Database } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../compiler/environment/load-balancer.ts";
import type { Storage } from "../../compiler/environment/storage.ts";
import { type MachineApp, processesOf } from "../../compiler/environment/machine-app.ts";
import type { AttributeReference } from "../../compiler/environment/text.ts";
import { type Expression, template } from "../../formats/hcl/tree.ts";
import { databaseUrl, ingressUrl } from "./attribute-urls.ts";
import { databasePasswordOf } from "./database-password.ts";
import { lowerFixed, scalar } from "./lower.ts";
import type { Lowered } from "./platform.ts";

/** How a provider's resources tell what only the deployment knows; checks have refused what has no value. */
export interface ProviderAttributes {
  /** The private address of the first machine of a group. */
  readonly firstMachine: (group: InstanceGroup) => Expression;
  /** A list, one of each machine. */
  readonly machines: (environment: Environment, group: InstanceGroup, attribute: string) => Expression;
  readonly database: (database: Database, attribute: string) => Expression;
  readonly balancer: (environment: Environment, balancer: LoadBalancer, attribute: string) => Expression;
  readonly image: (environment: Environment, name: string) => Expression;
  /** The URL of the control plane. */
  readonly cluster: (cluster: Cluster) => Expression;
  /** The address of an ingress, where Terraform keeps one. */
  readonly ingress?: (ingress: Ingress) => Expression;
  /** The URL of a bucket, where Terraform makes them. */
  readonly bucket?: (bucket: Storage) => Expression;
}

/** What only the deployment knows of an element, as an expression. */
export const attributeOf =
  (provider: ProviderAttributes) =>
  (environment: Environment, asked: AttributeReference): Lowered => {
    switch (asked.section) {
      case "apps":
        return one(appAttribute(environment, provider, found(processesOf(environment), asked), asked.attribute));
      case "instances":
        return {
          value: provider.machines(environment, found(environment.instances, asked), asked.attribute),
          isList: true,
        };
      case "database":
        return one(databaseAttribute(environment, provider, asked));
      case "loadBalancer":
        return one(provider.balancer(environment, found(environment.loadBalancers, asked), asked.attribute));
      case "images":
        return one(provider.image(environment, asked.name));
      case "ingress":
        return one(ingressAttribute(environment, provider, found(environment.ingresses, asked), asked.attribute));
      case "cluster":
        return one(provider.cluster(found(environment.clusters, asked)));
      case "storage":
        return one(provider.bucket?.(found(environment.storages, asked)) ?? "");
    }
  };

function ingressAttribute(
  environment: Environment,
  provider: ProviderAttributes,
  ingress: Ingress,
  name: string,
): Expression {
  const address = provider.ingress?.(ingress) ?? "";
  return name === "address" ? address : ingressUrl(environment, ingress, address);
}

const one = (value: Expression): Lowered => ({ value, isList: false });

function found<T extends { readonly name: string }>(elements: readonly T[], { section, name }: AttributeReference): T {
  const element = elements.find((candidate) => candidate.name === name);
  if (element === undefined) throw new Error(`\`${section}\` has no \`${name}\``);
  return element;
}

function appAttribute(
  environment: Environment,
  provider: ProviderAttributes,
  app: MachineApp,
  name: string,
): Expression {
  const host = appHost(environment, provider, app);
  if (name === "host") return host;
  if (name === "publicUrl" || isRouted(app)) return publicUrl(environment, app);
  return app.port === undefined ? host : template("http://", host, ":", scalar(app.port));
}

const isRouted = ({ routes }: MachineApp): boolean => routes.length > 0;

/** A routed app is found by its route, another by the first machine of its group. */
function appHost(environment: Environment, { firstMachine }: ProviderAttributes, app: MachineApp): Expression {
  const [route] = app.routes;
  if (route !== undefined) return lowerFixed(environment, route.host);
  return app.runsOn === undefined ? "" : firstMachine(app.runsOn);
}

function publicUrl(environment: Environment, { routes }: MachineApp): Expression {
  const [route] = routes;
  if (route === undefined) throw new Error("an app without routes has no public URL");
  const scheme = route.certificate === undefined ? "http://" : "https://";
  const path =
    route.path.parts.length === 1 && route.path.parts[0] === "/" ? [] : [lowerFixed(environment, route.path)];
  return template(scheme, lowerFixed(environment, route.host), ...path);
}

/** A database of ours is on the first machine of its group. */
function databaseAttribute(
  environment: Environment,
  provider: ProviderAttributes,
  asked: AttributeReference,
): Expression {
  const own = environment.selfHostedDatabases.find(({ name }) => name === asked.name);
  if (own?.group === undefined) return provider.database(found(environment.databases, asked), asked.attribute);
  const host = provider.firstMachine(own.group);
  switch (asked.attribute) {
    case "host":
      return host;
    case "port":
    case "database":
    case "user":
      return scalar(own[asked.attribute]);
    case "password":
      return databasePasswordOf(own);
    default:
      return databaseUrl(own, {
        user: scalar(own.user),
        endpoint: [host, ":", scalar(own.port)],
        database: scalar(own.database),
      });
  }
}
