import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Secret } from "../../compiler/environment/secret.ts";
import { isLiteral, literal, wholeReference } from "../../compiler/environment/text.ts";
import type { Variable } from "../../compiler/environment/variable.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { shellWord } from "../../formats/text/quote/shell.ts";
import { text } from "../../formats/text/tree.ts";
import { isHandedIn, isInput } from "./variables.ts";

/** What people hand in by their environment: a file for it, and direnv that loads it; nothing where a module has defaults. */
export function handedIn(environment: Environment): readonly Artifact[] {
  const variables = environment.variables.filter(isHandedIn);
  const [first] = variables;
  if (first === undefined) return [];
  const rule = by("handed-in", first.at);
  const header = `# ${headerOf(environment)}`;
  const file = (path: string, lines: Parameters<typeof text>[0]): Artifact => ({
    path,
    at: first.at,
    document: { ...text(lines), [ORIGINS]: [rule] },
  });
  return [
    file(".secrets.example", [
      header,
      "# Copy this to .secrets and fill it in. `direnv allow` loads it; without direnv: set -a; . ./.secrets; set +a",
      ...variables.map((variable) => traced(`TF_VAR_${variable.name}=${exampleOf(variable)}`, { at: variable.at })),
      ...environment.secrets.filter(({ source }) => isInput(source.kind)).map(secretLine),
    ]),
    file(".envrc", [header, "set -a", ". ./.secrets", "set +a"]),
    file(".gitignore", [
      header,
      "/.secrets",
      ...keyFiles(environment).map((path) => traced(`/${path}`, rule)),
      "/.terraform/",
      "/*.tfstate",
      "/*.tfstate.*",
    ]),
  ];
}

/** In quotes, in which a home stays a tilde for Terraform. */
const exampleOf = ({ value }: Variable): string => `"${String(value).replace(/["\\`$]/g, "\\$&")}"`;

const secretLine = ({ name, at, source }: Secret) =>
  traced(
    source.kind === "env"
      ? `TF_VAR_${name}="$${source.variable}"`
      : source.kind === "file"
        ? `TF_VAR_${name}="$(cat ${shellWord(source.path)})"`
        : `TF_VAR_${name}=""`,
    { at },
  );

/** The file of the account that Terraform signs in as, when it lies beside the module. */
function keyFiles({ provider }: Environment): readonly string[] {
  const credentials = provider?.credentials;
  if (credentials === undefined || (!isLiteral(credentials) && wholeReference(credentials)?.kind !== "variable"))
    return [];
  const path = literal(credentials).value;
  return /^[A-Za-z0-9._-]+$/.test(path) ? [path] : [];
}
