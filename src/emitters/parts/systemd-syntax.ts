/** An argument of `ExecStart=` and its like: systemd expands `$` and `%` and reads C escapes inside quotes. */
export function execArgument(value: string): string {
  const expanded = value.replaceAll("%", "%%").replaceAll("$", () => "$$");
  if (/^[A-Za-z0-9_@%+=:,./$-]+$/.test(expanded)) return expanded;
  return `"${expanded.replace(/[\\"\n\t]/g, (character) => escapes[character] ?? character)}"`;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };

/** A value on one line of a unit, such as `Description=`: only `%` is special there. */
export const unitText = (value: string): string => value.replaceAll("%", "%%").replace(/\s+/g, " ").replace(/\\+$/, "");

/** A line of an `EnvironmentFile=`: inside double quotes a backslash keeps `"`, `\`, `` ` `` and `$` as they are. */
export const environmentLine = (name: string, value: string): string =>
  `${name}="${value.replace(/["\\`$]/g, (character) => `\\${character}`)}"`;
