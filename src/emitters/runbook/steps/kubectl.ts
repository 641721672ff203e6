import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { environmentName, sharedName } from "../../../compiler/environment/naming.ts";
import type { Action, KubectlVerb } from "../../../compiler/environment/operation.ts";
import type { Provider } from "../../../compiler/environment/provider.ts";
import { from } from "../../../compiler/rules.ts";
import { filled, type TemplateDocument } from "../../../formats/text/template.ts";
import { clusterOutput, projectOutput } from "../../parts/cluster-outputs.ts";
import { deployedApps } from "../../parts/kubernetes-jobs.ts";
import { tasksOf } from "../elements.ts";
import { sharedState } from "../folders.ts";
import { kubernetesView } from "../kubernetes.ts";
import { selects } from "../selects.ts";
import type { Lowering, Task } from "../step-script.ts";
import { workloadNames } from "../kubernetes-waves.ts";
import { word } from "../word.ts";
import {
  kubectlAppSh,
  kubectlApplySh,
  kubectlCredentialsSh,
  kubectlDeleteSh,
  kubectlDiffSh,
  kubectlUndoSh,
} from "./templates.gen.ts";

const templates = { apply: kubectlApplySh, delete: kubectlDeleteSh, diff: kubectlDiffSh } as const;

const texts: Readonly<Record<KubectlVerb, string>> = {
  apply: "apply the manifests, and the objects that hold what only the deployment knows",
  delete: "delete what the manifests describe",
  diff: "show what would change in the cluster",
  undo: "bring back the revision before the last one",
};

export const kubectl: Lowering<Extract<Action, { kind: "kubectl" }>> = ({ environment }, { verb, of }) => {
  if (!selects(environment, "kubernetes")) return [];
  if (verb.value === "undo" && rolledOut(environment).length === 0) return [];
  if (of.value.kind === "all") return [allTask(environment, verb.value)];
  const isUndone = verb.value === "undo";
  return tasksOf(of.value, isUndone ? rolledOut(environment) : environment.apps, (app) => ({
    name: `kubectl_${verb.value}_${app.name}`,
    text: `${texts[verb.value]} of ${app.name}`,
    tools: ["kubectl", ...credentialTools(environment)],
    asksTerraform: credentials(environment) !== undefined,
    commands: isUndone ? undoCommands(environment, [app]) : appCommands(environment, verb.value, app),
  }));
};

const appCommands = (environment: Environment, verb: KubectlVerb, { name, at }: App): TemplateDocument =>
  filled(kubectlAppSh, { app: name, verb, credentials: credentials(environment) }, [from(at)]);

/** What the cluster keeps revisions of: a finished job has none. */
const rolledOut = (environment: Environment): readonly App[] =>
  deployedApps(environment).filter(({ kind }) => kind.value !== "job");

function undoCommands(environment: Environment, apps: readonly App[]): TemplateDocument {
  const namespace = environmentName(environment);
  const workloads = apps.flatMap(workloadNames);
  return filled(kubectlUndoSh, { credentials: credentials(environment), namespace, workloads }, [from(environment.at)]);
}

const allTask = (environment: Environment, verb: KubectlVerb): Task => ({
  name: `kubectl_${verb}`,
  text: texts[verb],
  tools: ["kubectl", ...(verb === "apply" ? ["jq"] : []), ...credentialTools(environment)],
  reads: verb === "apply" ? ["secrets", "outputs"] : [],
  asksTerraform: credentials(environment) !== undefined,
  commands: verb === "undo" ? undoCommands(environment, rolledOut(environment)) : kubectlCommands(environment, verb),
});

export const kubectlCommands = (environment: Environment, verb: keyof typeof templates): TemplateDocument =>
  filled(templates[verb], { credentials: credentials(environment), kubernetes: kubernetesView(environment) }, [
    from(environment.at),
  ]);

const credentialCommands = { google: "gcloud", aws: "aws", digitalocean: "doctl" } as const;

/** The program that signs in to a cluster of the provider. */
export function credentialTools(environment: Environment): readonly string[] {
  const provider = clusterProvider(environment);
  return provider === undefined ? [] : [credentialCommands[provider.kind.value as keyof typeof credentialCommands]];
}

/** A cluster that the provider runs says who may sign in; others are in the current context. */
export function credentials(environment: Environment): TemplateDocument | undefined {
  const provider = clusterProvider(environment);
  const cluster = managedCluster(environment);
  if (provider === undefined || cluster === undefined) return undefined;
  return filled(
    kubectlCredentialsSh,
    {
      kind: provider.kind,
      cluster: sharedName(environment, cluster),
      region: word(environment, provider.region),
      folder: sharedState(environment).folder,
      outputs: {
        name: clusterOutput(cluster, "name"),
        location: clusterOutput(cluster, "location"),
        project: projectOutput,
      },
    },
    [from(cluster.at)],
  );
}

const managedCluster = (environment: Environment) =>
  selects(environment, "terraform")
    ? environment.clusters.find(({ kind, managed }) => kind.value === "kubernetes" && managed)
    : undefined;

const clusterProvider = (environment: Environment): Provider | undefined =>
  managedCluster(environment) !== undefined &&
  environment.provider !== undefined &&
  environment.provider.kind.value in credentialCommands
    ? environment.provider
    : undefined;
