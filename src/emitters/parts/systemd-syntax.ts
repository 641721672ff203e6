/** A line of an `EnvironmentFile=`: inside double quotes a backslash keeps `"`, `\`, `` ` `` and `$` as they are. */
export const environmentLine = (name: string, value: string): string =>
  `${name}="${value.replace(/["\\`$]/g, (character) => `\\${character}`)}"`;
