import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import {
  folderFor,
  hasComponents,
  pathBetween,
  placeOfComponent,
  sharedComponent,
  stateComponents,
} from "../../compiler/layout.ts";

/** A folder of Terraform's, as the scripts find it. */
export interface StateFolder {
  /** Whose state it is, where each component has one. */
  readonly component: string | undefined;
  readonly folder: string;
}

/** The modules, each after those that it reads. */
export const stateFolders = (environment: Environment): readonly StateFolder[] =>
  hasComponents(environment)
    ? stateComponents(environment).map((component) => ({
        component,
        folder: `../${folderFor(environment, "terraform", placeOfComponent(environment, component))}`,
      }))
    : [{ component: undefined, folder: `../${folderFor(environment, "terraform")}` }];

/** Where Terraform is asked for what is shared: addresses of machines, and what runtimes need. */
export const sharedState = (environment: Environment): StateFolder => ({
  component: hasComponents(environment) ? sharedComponent : undefined,
  folder: `../${folderFor(environment, "terraform")}`,
});

const fromScript = (environment: Environment, target: string, { at }: Named, path: string): string =>
  pathBetween(environment, { target: "runbook", at: [], path: "up.sh" }, { target, at, path });

/** The file of an app's job. */
export const jobFile = (environment: Environment, app: Pick<App, "name" | "at">): string =>
  fromScript(environment, "nomad", app, `${app.name}.nomad.hcl`);

/** The folder and the name of what builds an image with Packer. */
export function templateFile(
  environment: Environment,
  image: Named,
): { readonly folder: string; readonly file: string } {
  const steps = fromScript(environment, "packer", image, `${image.name}.json`).split("/");
  return { folder: steps.slice(0, -1).join("/"), file: steps.at(-1) ?? "" };
}

/** The folder of an image's Dockerfile. */
export const dockerFolder = (environment: Environment, image: Named): string =>
  fromScript(environment, "docker", image, `${image.name}/Dockerfile`).replace(/\/Dockerfile$/, "");
