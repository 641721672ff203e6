export const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

/** "did you mean" where a known name is near, else the names that are known. */
export const meant = ({ near, known }: { near: string | undefined; known: readonly string[] }): string | undefined => {
  if (near !== undefined) return `did you mean \`${near}\`?`;
  if (known.length === 0) return undefined;
  return known.length > 12
    ? `known are ${quoted(known.slice(0, 12))} and ${known.length - 12} more`
    : `known are ${quoted(known)}`;
};

export type Known = { readonly known: readonly string[]; readonly near: string | undefined };

/** The description of a key as help: lower case and without a full stop. */
export const sentence = (description: string): string =>
  description.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
