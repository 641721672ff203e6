import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action, Subject } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled } from "../../../formats/text/template.ts";
import { dockerClusterOf, dockerClusters } from "../../parts/docker-cluster.ts";
import type { Lowering, Task } from "../step-script.ts";
import { containersSh } from "./templates.gen.ts";

type Of<K extends "start" | "stop" | "pull"> = Action & { readonly kind: K };

/** Containers that do not run yet. */
export const start: Lowering<Of<"start">> = ({ environment }, { of }) => containers(environment, "start", of.value);

/** Containers that run; what they keep stays. */
export const stop: Lowering<Of<"stop">> = ({ environment }, { of }) => containers(environment, "stop", of.value);

/** Images of containers, from the registry that serves them; by the apps that run them. */
export const pull: Lowering<Of<"pull">> = ({ environment }, { of }) =>
  of.value.kind === "element"
    ? users(environment, of.value.name).flatMap(({ name }) => one(environment, "pull", name))
    : containers(environment, "pull", of.value);

const users = ({ apps }: Environment, image: string): readonly App[] =>
  apps.filter(({ builtFrom }) => builtFrom?.name === image);

function containers(environment: Environment, verb: string, subject: Subject): readonly Task[] {
  if (subject.kind === "element") return one(environment, verb, subject.name);
  if (subject.kind === "argument") return environment.apps.flatMap(({ name }) => one(environment, verb, name));
  return dockerClusters(environment).map((cluster) => ({
    name: `${verb}_${cluster.name}`,
    text: `${verb} ${verb === "pull" ? "the images of the containers" : "the containers"} of ${cluster.name}`,
    where: "node",
    tools: ["docker"],
    commands: filled(containersSh, { cluster: cluster.name, verb, names: [] }, [from(cluster.at)]),
  }));
}

function one(environment: Environment, verb: string, name: string): readonly Task[] {
  const app = environment.apps.find((each) => each.name === name);
  const cluster = app && dockerClusterOf(environment, { cluster: app.cluster, group: app.runsOn });
  if (app === undefined || cluster === undefined) return [];
  return [
    {
      name: `${verb}_${name}`,
      element: name,
      text: `${verb} ${verb === "pull" ? "the image of the container" : "the container"} ${name}`,
      where: "node",
      tools: ["docker"],
      commands: filled(containersSh, { cluster: cluster.name, verb, names: [name] }, [from(app.at)]),
    },
  ];
}
