import type { Environment } from "./environment.ts";

const names: ReadonlySet<string> = new Set(["prod", "production", "live"]);

/** Whether people depend on the environment, as its name says. */
export const isProduction = ({ environment }: Environment): boolean => names.has(environment.value);
