import type { Environment } from "../../compiler/environment/environment.ts";
import { builtImages } from "../parts/docker-build.ts";
import { buildsImages, isSetUpLive } from "./machine-images.ts";
import { selects } from "./selects.ts";

/** What one tool does, in the order in which an environment comes up. */
export interface Step {
  readonly name: "images" | "packer" | "terraform" | "ansible" | "nomad" | "fleet" | "kubernetes";
  readonly text: string;
  readonly isPlanned: boolean;
  readonly isUndone: boolean;
  readonly isNeeded: (environment: Environment) => boolean;
}

const steps: readonly Step[] = [
  {
    name: "images",
    text: "builds the container images and pushes them; log in to their registry before.",
    isPlanned: false,
    isUndone: false,
    isNeeded: (environment) => builtImages(environment).length > 0,
  },
  {
    name: "packer",
    text: "builds the images of its templates; Terraform looks those of machines up.",
    isPlanned: true,
    isUndone: false,
    isNeeded: (environment) => buildsImages(environment),
  },
  {
    name: "terraform",
    text: "makes what the provider has: networks, machines, databases. It asks before it changes anything.",
    isPlanned: true,
    isUndone: true,
    isNeeded: (environment) => selects(environment, "terraform"),
  },
  {
    name: "ansible",
    text: "sets up the machines that boot a stock image.",
    isPlanned: true,
    isUndone: false,
    isNeeded: (environment) => isSetUpLive(environment),
  },
  {
    name: "nomad",
    text: "puts what the jobs read into Nomad's variables and runs the jobs on the cluster of NOMAD_ADDR.",
    isPlanned: true,
    isUndone: true,
    isNeeded: (environment) => selects(environment, "nomad"),
  },
  {
    name: "fleet",
    text: "writes the settings files onto the machines and starts the units on the cluster of FLEETCTL_TUNNEL.",
    isPlanned: false,
    isUndone: true,
    isNeeded: (environment) => selects(environment, "fleet"),
  },
  {
    name: "kubernetes",
    text: "makes the objects that hold what only the deployment knows and applies the manifests in the current context.",
    isPlanned: true,
    isUndone: true,
    isNeeded: (environment) => selects(environment, "kubernetes"),
  },
];

export const stepsOf = (environment: Environment): readonly Step[] =>
  steps.filter(({ isNeeded }) => isNeeded(environment));
