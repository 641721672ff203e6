import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Secret, SecretSource } from "../environment/secret.ts";
import type { AttributeSection } from "../environment/text.ts";
import { text } from "../environment/text.ts";
import { from } from "../rules.ts";
import type { Secret as SecretSpec, Secrets } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { integer, textAt } from "./read.ts";
import { type Element, elements } from "./section.ts";

const sources = ["env", "file", "vault", "generate", "from", "template"] as const;

export const resolveSecrets = (context: Context, secrets: Secrets | undefined): readonly Secret[] =>
  elements<SecretSpec>(["secrets"], secrets).flatMap((element) => {
    const source = resolveSource(context, element);
    const { name, at, value } = element;
    return source === undefined ? [] : [{ name, at, source, description: value.description }];
  });

function resolveSource(context: Context, element: Element<SecretSpec>): SecretSource | undefined {
  const { at, name, value } = element;
  const written = sources.filter((key) => value[key] !== undefined);
  if (written.length !== 1) {
    context.report(diagnose("secret-source", at, { name, written }));
    return undefined;
  }
  const { env, file, vault, generate, from: attribute, template } = value;
  if (env !== undefined) return { kind: "env", variable: env };
  if (file !== undefined) return { kind: "file", path: file };
  if (vault !== undefined) return { kind: "vault", path: vault };
  if (generate !== undefined)
    return { kind: "generate", form: generate, length: integer(context, element, "length", 32) };
  if (template !== undefined) return { kind: "template", text: textAt(context, [...at, "template"], template) };
  const [section = "", of = "", key = ""] = (attribute ?? "").split(".");
  const part = { kind: "attribute", section: section as AttributeSection, name: of, attribute: key } as const;
  return { kind: "from", text: text([part], [from([...at, "from"])]) };
}
