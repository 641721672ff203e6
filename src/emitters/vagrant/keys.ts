import type { Environment } from "../../compiler/environment/environment.ts";
import { literal } from "../../compiler/environment/text.ts";
import { publicKeyFile } from "../parts/ssh-key-file.ts";
import type { View } from "./machine-view.ts";

/** The keys that sign in to a machine of these groups: as a text, or the file that holds one. */
export function keyViews(environment: Environment): readonly View[] {
  const named = environment.instances.map(({ sshKeys }) => sshKeys?.map(({ value }) => value));
  const keys = (environment.access?.sshKeys ?? []).filter(({ name }) =>
    named.some((names) => names === undefined || names.includes(name)),
  );
  return keys.map((key) => ({
    literal: key.source.kind === "literal" ? literal(key.source.key) : undefined,
    file: publicKeyFile(environment, key),
  }));
}
