import type { App } from "../../compiler/environment/app.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";

/** The one label that selects the pods of an app; the kustomization adds those that describe. */
export const nameLabel = "app.kubernetes.io/name";

export const selectorLabels = (name: string): YamlNode => ({ [nameLabel]: name });

/** The metadata of an object that stands for an app. */
export const appMetadata = (app: App, annotations?: YamlNode, name = app.name): YamlNode => ({
  name,
  labels: selectorLabels(app.name),
  annotations,
});

/** The metadata of what runs an app, which is where people look for what it does. */
export const workloadMetadata = (app: App): YamlNode =>
  appMetadata(app, app.description && { "kubernetes.io/description": app.description });
