import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";

/** Enforcement acts on pods alone, so the warning is what an author of a Deployment sees. */
const podSecurity = {
  "pod-security.kubernetes.io/enforce": "restricted",
  "pod-security.kubernetes.io/warn": "restricted",
} as const;

export const namespace = (environment: Environment): Artifact =>
  manifest(
    "namespace.yaml",
    environment.at,
    ruled("kubernetes-namespace", environment.at, {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: {
        name: environmentName(environment),
        labels: ruled("kubernetes-pod-security", environment.at, podSecurity),
      },
    }),
  );
