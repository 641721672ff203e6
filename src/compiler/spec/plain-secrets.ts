import type { SpecPath } from "../../formats/origin.ts";
import { credentialShapes } from "../diagnostics/credential-shapes.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isMap } from "./layer.ts";

/** Names of settings whose value is a credential: `DB_PASSWORD`, `apiToken`, and not `TOKEN_URL` or `PASSWORD_FILE`. */
const credentialName =
  /(?:^|[_-]|[a-z](?=[A-Z]))(?:password|passwd|passphrase|secret|token|credentials?|(?:api|access|secret|private|signing|encryption|master)[_-]?key)$/i;
const keyName = /(?:^|[_-]|[a-z](?=[A-Z]))key$/i;

/** Literals that look like credentials. They are pointed at by their key, so that no message shows them. */
export const plainSecrets = (spec: unknown): readonly Diagnostic[] => [...secretsIn(spec, [])];

function* secretsIn(value: unknown, at: SpecPath): Generator<Diagnostic> {
  if (typeof value === "string" || typeof value === "number") yield* secretIn(String(value), at);
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* secretsIn(item, [...at, index]);
  else if (isMap(value)) for (const [key, item] of Object.entries(value)) yield* secretsIn(item, [...at, key]);
}

function* secretIn(value: string, at: SpecPath): Generator<Diagnostic> {
  const what = credentialShapes.find(([pattern]) => pattern.test(value))?.[1] ?? namedCredential(value, at);
  if (what !== undefined) yield diagnose("secret-in-plain-sight", { at: keyed(at), part: "key" }, { what });
}

/** A list has no keys; its own stands for what is in it. */
const keyed = (at: SpecPath): SpecPath => at.slice(0, at.findLastIndex((key) => typeof key === "string") + 1);

/** Settings, and the variables that end up in them, say by their name what they hold. */
function namedCredential(value: string, at: SpecPath): string | undefined {
  const name = settingAt(at);
  if (name === undefined || value === "" || value.includes("${")) return undefined;
  return credentialName.test(name) || (keyName.test(name) && looksRandom(value)) ? "a credential" : undefined;
}

const settingAt = ([section, name, key, setting, ...rest]: SpecPath): string | undefined => {
  if (section === "vars" && key === "default" && setting === undefined) return String(name);
  return section === "apps" && key === "env" && rest.length === 0 ? String(setting) : undefined;
};

const looksRandom = (value: string): boolean =>
  /^[\w+/=.~-]{16,}$/.test(value) && /[0-9]/.test(value) && /[A-Za-z]/.test(value);
