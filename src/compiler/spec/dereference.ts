import type { SpecPath } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Part } from "../environment/text.ts";
import { attributes, isAttributeSection } from "./attributes.ts";
import { type Expansion, filledIn, known, type Scope } from "./expansion.ts";
import { isMap } from "./layer.ts";
import type { ReferencePath } from "./reference.ts";

/** A reference as somebody wrote it, and where. */
export interface Use {
  readonly path: ReferencePath;
  readonly source: string;
  readonly at: SpecPath;
}

type Lookup = (use: Use, scope: Scope) => Expansion | undefined;
type Fields = Readonly<Record<string, unknown>>;

/** References that lead to no key of an element. */
const words: Readonly<Record<string, Lookup>> = {
  self: closedSet("self", ["name", "index", "zone", "address"]),
  build: closedSet("build", ["commit", "branch", "tag"]),
  vars: variable,
  secrets: secret,
};

/** What a reference comes to; one that leads nowhere is reported. */
export function dereference(use: Use, scope: Scope): Expansion | undefined {
  const [section = ""] = use.path;
  if (use.path.length === 1) return word(use, scope);
  const lookup = use.path.length === 2 && Object.hasOwn(words, section) ? words[section] : undefined;
  if (lookup !== undefined) return lookup(use, scope);
  return isMap(scope.root[section]) ? elementKey(use, scope) : unknown(use, scope, section, () => sections(scope));
}

const sections = ({ root }: Scope): readonly string[] =>
  Object.keys(root).filter((key) => isMap(root[key]) && !key.startsWith("x-"));

function closedSet(kind: "self" | "build", all: readonly string[]): Lookup {
  return (use, scope) => {
    const attribute = use.path[1] ?? "";
    if (all.includes(attribute)) return { parts: [{ kind, attribute } as Part] };
    return unknown(use, scope, `${kind}.${attribute}`, () => below(kind, all));
  };
}

function word(use: Use, scope: Scope): Expansion | undefined {
  const { name } = scope.root;
  if (use.path[0] === "environment") return known(scope.environment);
  if (use.path[0] === "name" && typeof name === "string")
    return name.includes("${") ? scope.stringAt(name, ["name"]) : known(name);
  return unknown(use, scope, use.path[0] ?? "", () => ["name", "environment"]);
}

function variable(use: Use, scope: Scope): Expansion | undefined {
  const name = use.path[1] ?? "";
  const variables = fieldsOf(scope.root.vars);
  const declared = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (!isMap(declared)) return unknown(use, scope, `vars.${name}`, () => below("vars", Object.keys(variables)));
  if (declared.default === undefined) {
    const related = [{ place: { at: use.at }, message: "read here" }];
    scope.report(diagnose("variable-without-value", { at: ["vars", name], part: "key" }, { name }, related));
    return undefined;
  }
  const value = scalarAt(declared.default, ["vars", name, "default"], scope);
  return value === undefined ? undefined : { parts: [{ kind: "variable", name, value: String(value) }], whole: value };
}

function secret(use: Use, scope: Scope): Expansion | undefined {
  const name = use.path[1] ?? "";
  const secrets = fieldsOf(scope.root.secrets);
  if (!Object.hasOwn(secrets, name))
    return unknown(use, scope, `secrets.${name}`, () => below("secrets", Object.keys(secrets)));
  return refusesDisabled(use, scope) ? undefined : { parts: [{ kind: "secret", name }] };
}

/** `${apps.web.url}`, `${apps.web.port}`, `${provider.region}`: an attribute, or a key that the spec writes itself. */
function elementKey(use: Use, scope: Scope): Expansion | undefined {
  const [section = "", name = "", attribute = ""] = use.path;
  const element = fieldsOf(scope.root[section])[name];
  if (!Object.hasOwn(fieldsOf(scope.root[section]), name) || (use.path.length > 2 && !isMap(element)))
    return unknown(use, scope, `${section}.${name}`, () => below(section, Object.keys(fieldsOf(scope.root[section]))));
  if (refusesDisabled(use, scope)) return undefined;
  if (use.path.length === 3 && isAttributeSection(section) && attributes[section].includes(attribute))
    return { parts: [{ kind: "attribute", section, name, attribute }] };
  return ownKey(use, scope);
}

function ownKey(use: Use, scope: Scope): Expansion | undefined {
  const value = use.path.reduce<unknown>((node, key) => ownField(node, key), scope.root);
  if (typeof value === "string") return value.includes("${") ? scope.stringAt(value, use.path) : known(value);
  if (typeof value === "number" || typeof value === "boolean") return known(value);
  const [section = "", name = ""] = use.path;
  const late = isAttributeSection(section) ? attributes[section] : [];
  const keys = Object.keys(fieldsOf(ownField(scope.root[section], name)));
  return unknown(use, scope, use.path.join("."), () => below(`${section}.${name}`, [...keys, ...late]));
}

const ownField = (node: unknown, key: string): unknown =>
  isMap(node) && Object.hasOwn(node, key) ? node[key] : undefined;

const fieldsOf = (value: unknown): Fields => (isMap(value) ? value : {});

const below = (section: string, names: readonly string[]): readonly string[] =>
  names.map((name) => `${section}.${name}`);

/** What is not emitted has no attributes; another element that is not emitted either may name them all the same. */
function refusesDisabled({ path, source, at }: Use, scope: Scope): boolean {
  const [section = "", name = ""] = path;
  if (!isDisabled(path, scope) || isDisabled(at, scope)) return false;
  scope.report(diagnose("reference-disabled", { at }, { source, element: `${section}.${name}` }));
  return true;
}

function isDisabled([section = "", name = ""]: SpecPath, scope: Scope): boolean {
  const enabled = ownField(ownField(ownField(scope.root, String(section)), String(name)), "enabled");
  return scalarAt(enabled, [section, name, "enabled"], scope) === false;
}

function scalarAt(value: unknown, at: SpecPath, scope: Scope): unknown {
  if (typeof value !== "string" || !value.includes("${")) return value;
  const expansion = scope.stringAt(value, at);
  return expansion && filledIn(expansion, value);
}

function unknown({ source, at }: Use, scope: Scope, name: string, all: () => readonly string[]): undefined {
  scope.report(diagnose("unknown-reference", { at }, { source, ...scope.suggest(name, all) }));
  return undefined;
}
