import type { SpecPath } from "../formats/origin.ts";
import type { Environment } from "./environment/environment.ts";

/** A file of a target: what it is about, by the place in the spec, and its path below the target's folder. */
export interface Placed {
  readonly target: string;
  readonly at: SpecPath;
  readonly path: string;
}

/** The component that everything belongs to which no app has for itself. */
export const sharedComponent = "infrastructure";

/**
 * What a component keeps in which of its folders. Targets that are not here are one whole whose files refer to each
 * other (a playbook, a kustomization, a runbook), so they keep a folder of their own.
 */
const folders: Readonly<Record<string, string>> = {
  vagrant: "dev",
  packer: "build",
  docker: "build",
  terraform: "infra",
  nomad: "deploy",
};

/** Sections whose elements are components. */
const componentSections: readonly string[] = ["apps", "images", "ingress"];

/** The component that something belongs to, by the place in the spec that it is there for. */
export function componentOf({ loadBalancers }: Pick<Environment, "loadBalancers">, at: SpecPath): string {
  const [section, name] = at;
  if (typeof name !== "string") return sharedComponent;
  if (typeof section === "string" && componentSections.includes(section)) return name;
  const balancer = section === "loadBalancer" ? loadBalancers.find((each) => each.name === name) : undefined;
  if (balancer === undefined) return sharedComponent;
  const behind = [...balancer.proxies, ...balancer.apps];
  // A balancer belongs to the one thing that it leads to.
  return behind.length === 1 && behind[0] !== undefined ? behind[0].name : sharedComponent;
}

/** The components that have a Terraform state, each after those that it reads. */
export const stateComponents = ({ apps, artifactApps, ingresses, proxies }: Environment): readonly string[] => [
  sharedComponent,
  ...[...ingresses, ...proxies].map(({ name }) => name).sort(),
  ...[...apps, ...artifactApps].map(({ name }) => name).sort(),
];

/** A place of the spec that a component is there for. */
export function placeOfComponent(environment: Environment, component: string): SpecPath {
  const { apps, artifactApps, ingresses, proxies, machineImages, containerImages, provider, at } = environment;
  const all = [apps, artifactApps, ingresses, proxies, machineImages, containerImages].flat();
  return all.find(({ name }) => name === component)?.at ?? provider?.at ?? at;
}

export const hasComponents = ({ layout }: Environment): boolean => layout.value === "component";

/** The folder of a target below that of the environment; `at` says of which component, where they are told apart. */
export function folderFor(environment: Environment, target: string, at: SpecPath = []): string {
  const folder = folders[target];
  return hasComponents(environment) && folder !== undefined ? `${componentOf(environment, at)}/${folder}` : target;
}

/** The path of a file below the environment's folder. */
export function placeOf(environment: Environment, { target, at, path }: Placed): string {
  const folder = folderFor(environment, target, at);
  if (folder === target) return `${target}/${path}`;
  const component = componentOf(environment, at);
  if (target === "packer" && path === `${component}.json`) return `${folder}/packer.json`;
  // A folder that bears the name of its component already has what others tell apart by that name.
  return `${folder}/${path.startsWith(`${component}/`) ? path.slice(component.length + 1) : path}`;
}

/** The targets that may write a file, by its path below the environment's folder. */
export function writersOf(environment: Environment, file: string): readonly string[] {
  const [first = "", second] = file.split("/");
  const writers = Object.keys(folders).filter((target) => folders[target] === second);
  return hasComponents(environment) && writers.length > 0 ? writers : [first];
}

/** How one file names another, from the folder that it stands in. */
export function pathBetween(environment: Environment, from: Placed, to: Placed): string {
  const start = placeOf(environment, from).split("/").slice(0, -1);
  const end = placeOf(environment, to).split("/");
  const common = end.findIndex((step, index) => step !== start[index]);
  return [...start.slice(common).map(() => ".."), ...end.slice(common)].join("/");
}
