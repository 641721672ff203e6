import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

/** A spec of specs/ in one of its environments. */
export interface Example {
  readonly spec: string;
  readonly environment: string | undefined;
}

const environmentsOf = (spec: string): readonly (string | undefined)[] => {
  const { environments } = parse(readFileSync(spec, "utf8")) as { readonly environments?: object };
  return environments === undefined ? [undefined] : Object.keys(environments);
};

/** Every spec of specs/ in every environment that it writes. */
export const examples: readonly Example[] = readdirSync("specs")
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => `specs/${name}`)
  .flatMap((spec) => environmentsOf(spec).map((environment) => ({ spec, environment })));
