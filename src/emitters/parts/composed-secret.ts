import type { Environment } from "../../compiler/environment/environment.ts";
import type { Text } from "../../compiler/environment/text.ts";

/** The text that a secret is made of, when it is made of others. */
export function composedSecret({ secrets }: Environment, name: string): Text | undefined {
  const source = secrets.find((secret) => secret.name === name)?.source;
  return source?.kind === "from" || source?.kind === "template" ? source.text : undefined;
}
