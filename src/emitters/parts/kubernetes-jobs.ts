import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { awaitedApps } from "./awaited-apps.ts";

/** A job without a schedule, whose object is there once it has run. */
export const isOneOff = ({ kind, schedule }: App): boolean => kind.value === "job" && schedule === undefined;

/** Jobs that an operation runs and no app waits for: they are no part of a deployment. */
export function onDemandJobs(environment: Environment): readonly App[] {
  const awaited = new Set(awaitedApps(environment).map(({ other }) => other));
  const run = jobsOfOperations(environment);
  return environment.apps.filter((app) => isOneOff(app) && run.has(app.name) && !awaited.has(app.name));
}

/** Where the objects of such a job are, below the manifests: `kubectl apply --kustomize` runs it. */
export const jobFolderName = ({ name }: App): string => `jobs/${name}`;

/** The apps that a deployment brings up. */
export function deployedApps(environment: Environment): readonly App[] {
  const others = new Set(onDemandJobs(environment));
  return environment.apps.filter((app) => !others.has(app));
}

const jobsOfOperations = ({ operations }: Environment): ReadonlySet<string> =>
  new Set(
    operations
      .flatMap(({ steps, onFailure }) => [...steps, ...onFailure])
      .flatMap(({ action }) =>
        action.kind === "runJob" && action.of.value.kind === "element" ? [action.of.value.name] : [],
      ),
  );
