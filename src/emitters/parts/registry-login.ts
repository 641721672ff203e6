import type { App } from "../../compiler/environment/app.ts";
import type { RegistryLogin } from "../../compiler/environment/registry.ts";

/** How one signs in to where the image of an app is kept. */
export const loginOf = ({ builtFrom }: Pick<App, "builtFrom">): RegistryLogin | undefined => builtFrom?.registry?.login;
