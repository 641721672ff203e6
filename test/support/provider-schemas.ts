import { readFileSync } from "node:fs";
import type { ProviderSchema } from "../../src/emitters/terraform/provider-schema/schema.ts";

const FOLDER = new URL("../../schema/providers/", import.meta.url);

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));

export const aws = read("aws") as ProviderSchema;

/** The schemas of every provider that the emitters use, for `checkAgainstProvider`. */
export const providerSchemas: readonly ProviderSchema[] = [
  "aws",
  "digitalocean",
  "google",
  "http",
  "random",
  "terraform",
  "tls",
].map((name) => read(name) as ProviderSchema);
