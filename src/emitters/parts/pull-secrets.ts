import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Registry, RegistryLogin } from "../../compiler/environment/registry.ts";
import type { Text } from "../../compiler/environment/text.ts";

/** A registry that lets only those in who say who they are. */
export interface PrivateRegistry extends Registry {
  readonly login: RegistryLogin & { readonly user: Text; readonly password: Text };
}

/** The private registry that an app's image comes from. */
export function privateRegistryOf({ builtFrom }: App): PrivateRegistry | undefined {
  const registry = builtFrom?.registry;
  return registry !== undefined && isPrivate(registry) ? registry : undefined;
}

/** The private registries that apps pull from, each once. */
export const privateRegistries = ({ apps, registries }: Environment): readonly PrivateRegistry[] =>
  registries.filter(isPrivate).filter(({ name }) => apps.some((app) => privateRegistryOf(app)?.name === name));

const isPrivate = (registry: Registry): registry is PrivateRegistry =>
  registry.login?.enabled.value === true && registry.login.user !== undefined && registry.login.password !== undefined;

/** The Secret that the kubelet signs in with. */
export const pullSecretName = ({ name }: Registry): string => `registry-${name}`;
