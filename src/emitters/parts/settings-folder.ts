import type { Environment } from "../../compiler/environment/environment.ts";
import { type Traced, tracedBy } from "../../formats/origin.ts";

/** Where the settings of an environment lie in the parameter store: `/shop/dev`. */
export const settingsFolder = ({ name, environment }: Environment): Traced<string> =>
  tracedBy(`/${name.value}/${environment.value}`, name, environment);
