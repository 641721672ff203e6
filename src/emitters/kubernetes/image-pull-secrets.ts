import type { App } from "../../compiler/environment/app.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { privateRegistryOf, pullSecretName } from "../parts/pull-secrets.ts";

/** What the kubelet signs in to the registry of an app's image with; a public one needs nothing. */
export function imagePullSecrets(app: App): YamlNode {
  const registry = privateRegistryOf(app);
  return registry && traced([{ name: pullSecretName(registry) }], { at: registry.login.at });
}
