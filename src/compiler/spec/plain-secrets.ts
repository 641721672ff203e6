import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isMap } from "./layer.ts";

/** Text that begins like the tokens of well-known services, and private keys. */
const tokens: readonly (readonly [RegExp, string])[] = [
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, "an AWS access key"],
  [/\bgh[oprsu]_[0-9A-Za-z]{36}/, "a GitHub token"],
  [/\bgithub_pat_[0-9A-Za-z_]{22}/, "a GitHub token"],
  [/\bglpat-[0-9A-Za-z_-]{20}/, "a GitLab token"],
  [/\bxox[abeoprs]-[0-9A-Za-z-]{10}/, "a Slack token"],
  [/\b[rs]k_live_[0-9A-Za-z]{16}/, "a Stripe key"],
  [/\bAIza[0-9A-Za-z_-]{35}/, "a Google API key"],
  [/\bnpm_[0-9A-Za-z]{36}/, "an npm token"],
  [/\bdop_v1_[0-9a-f]{64}/, "a DigitalOcean token"],
  [/\bhvs\.[0-9A-Za-z_-]{24}/, "a Vault token"],
  [/\beyJ[0-9A-Za-z_-]{10,2000}\.eyJ[0-9A-Za-z_-]{10,2000}\./, "a JSON web token"],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/, "a private key"],
  [/\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/$]{0,200}:[^\s:@/$]{1,200}@/, "a password in a URL"],
];

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
  const what = tokens.find(([pattern]) => pattern.test(value))?.[1] ?? namedCredential(value, at);
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
