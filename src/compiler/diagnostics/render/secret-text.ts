import type { SpecPath } from "../../../formats/origin.ts";
import { credentialShapes } from "../credential-shapes.ts";

const SECRET_KEY = /pass(?:word|wd|phrase)|secret|token|credential|(?:private|api|access)[-_]?key/i;

/** Where a secret comes from may be shown; any other text among the secrets may be one that was written down. */
const KEYS_OF_A_SECRET = ["env", "file", "vault", "generate", "from", "template", "description", "enabled"];

/** `key: value` in block or flow style, where the value is a scalar and no reference. */
// Each word is tried once: a line may be one word of a million letters.
const ENTRY =
  /(?<![\w.-])(?<key>["']?[\w.-]+["']?)(?<colon>\s*:\s+)(?<value>"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s"'{}[\]|>#&*!$,][^,}#]*)/g;
const CREDENTIALS_IN_URL = /(?<=:\/\/[^\s:@/]*:)[^\s@/]+(?=@)/g;

/** Whether whatever stands at this path must not be shown. */
export function isSecretPlace(path: SpecPath): boolean {
  const last = path.findLast((key) => typeof key === "string") ?? "";
  if (path[0] !== "secrets") return SECRET_KEY.test(last);
  return path.length === 2 || (path.length > 2 && !KEYS_OF_A_SECRET.includes(last));
}

/** The text of a secret, not where it comes from. */
export const isSecretText = (value: unknown): value is string | number =>
  typeof value === "number" || (typeof value === "string" && value !== "" && !/^\$\{[^}]*\}$/.test(value));

/** What looks like a credential, with the rest of its word, under whatever key it stands. */
const CREDENTIALS = credentialShapes.map(([{ source }]) => new RegExp(`(?:${source})[^\\s"',}\\]]*`, "g"));

const withoutCredentials = (line: string): string =>
  CREDENTIALS.reduce((rest, pattern) => rest.replace(pattern, stars), line);

/** A source line without the values that must not be shown; every column stays where it is. */
export const withoutSecrets = (line: string, inSecrets: boolean): string =>
  withoutCredentials(line)
    .replace(ENTRY, (entry, key: string, colon: string, value: string) =>
      isSecretEntry(bare(key), bare(value), inSecrets) ? `${key}${colon}${stars(value)}` : entry,
    )
    .replace(CREDENTIALS_IN_URL, stars);

const isSecretEntry = (key: string, value: string, inSecrets: boolean): boolean =>
  isSecretText(value) && (inSecrets ? !KEYS_OF_A_SECRET.includes(key) : SECRET_KEY.test(key));

const bare = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/s, "$2");

export const stars = (text: string): string => "*".repeat(text.length);
