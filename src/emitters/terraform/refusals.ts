import type { Environment } from "../../compiler/environment/environment.ts";
import { processesOf } from "../../compiler/environment/machine-app.ts";
import type { AttributeReference } from "../../compiler/environment/text.ts";
import { buckets } from "./buckets.ts";

/** Why Terraform cannot know an attribute, when it cannot. */
export function refusal(environment: Environment, asked: AttributeReference): string | undefined {
  if (asked.section === "ingress") return ingressRefusal(environment, asked);
  if (asked.section === "cluster") return clusterRefusal(environment, asked);
  if (asked.section === "storage")
    return buckets(environment).some(({ name }) => name === asked.name) ? undefined : `\`${asked.name}\` is no bucket`;
  if (asked.section === "apps") return appRefusal(environment, asked);
  if (asked.section === "images") return imageRefusal(environment, asked);
  if (asked.section === "database") return databaseRefusal(environment, asked);
  if (asked.section !== "instances" || asked.attribute === "zones") return undefined;
  const group = environment.instances.find(({ name }) => name === asked.name);
  if (group === undefined) return `the machines of \`${asked.name}\` are not its own`;
  return group.scaling === undefined ? undefined : `the machines of \`${asked.name}\` come and go with \`scaling\``;
}

/** The controller of a cluster makes its own address; it serves hosts that are known. */
function ingressRefusal({ ingresses }: Environment, { name, attribute }: AttributeReference): string | undefined {
  const ingress = ingresses.find((each) => each.name === name);
  if (ingress === undefined) return `\`${name}\` runs on machines`;
  if (attribute === "address") return "the address of an ingress is made by the cluster";
  return ingress.apps.some(({ routes }) => routes.some(({ internal }) => !internal.value))
    ? undefined
    : `\`${name}\` leads to no app`;
}

const clusterRefusal = ({ clusters }: Environment, { name }: AttributeReference): string | undefined =>
  clusters.some((cluster) => cluster.managed && cluster.name === name)
    ? undefined
    : `the cluster \`${name}\` is not the provider's`;

/** Images are looked up for the machines that boot them. */
const imageRefusal = ({ instances }: Environment, { name }: AttributeReference): string | undefined =>
  instances.some(({ image }) => image.kind === "built" && image.image.name === name)
    ? undefined
    : `no machines boot \`${name}\``;

/** A database of ours is where somebody else puts it. */
const databaseRefusal = ({ databases }: Environment, asked: AttributeReference): string | undefined =>
  databases.some(({ name }) => name === asked.name) ? undefined : `it does not run \`${asked.name}\``;

function appRefusal(environment: Environment, { name, attribute }: AttributeReference): string | undefined {
  const app = processesOf(environment).find((candidate) => candidate.name === name);
  if (app === undefined) return `\`${name}\` is no process`;
  if (app.routes.length > 0) return undefined;
  if (attribute === "publicUrl") return `\`${name}\` has no routes`;
  if (app.port === undefined) return `\`${name}\` has no port`;
  if (app.runsOn === undefined) return `\`${name}\` runs on no machines of Terraform's`;
  if (app.runsOn.scaling === undefined) return undefined;
  return `the machines of \`${app.runsOn.name}\` come and go with \`scaling\`, and \`${name}\` has no route through a balancer`;
}
