import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import { appMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";

export const serviceAccount = (app: App): Artifact =>
  manifest(
    `${app.name}.service-account.yaml`,
    app.at,
    ruled("kubernetes-service-account", app.at, {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: appMetadata(app),
      automountServiceAccountToken: false,
    }),
  );
