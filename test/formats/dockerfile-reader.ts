/** A small reader of Dockerfiles, written after BuildKit's: lines, names with values, words with `$`, quotes and escapes. */

/** A line that ends in a backslash goes on in the next; comments and blank lines do not count. */
export function instructionsOf(text: string): readonly (readonly [keyword: string, rest: string])[] {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/\r$/, ""))
    .filter((line) => line.trim() !== "" && !/^\s*#/.test(line));
  const whole: string[] = [];
  let begun = "";
  for (const line of lines) {
    const [joined = "", open] = (begun + line).split(/(\\[ \t]*$)/);
    if (open === undefined) whole.push(joined);
    begun = open === undefined ? "" : joined;
  }
  return whole.map((line) => {
    const [, keyword = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(line.trim()) ?? [];
    return [keyword, rest];
  });
}

/** `A="a" B=b` as names and expanded values. */
export function pairsIn(rest: string): readonly (readonly [name: string, value: string])[] {
  return wordsIn(rest).map((word) => {
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
    return [name, expandWord(value)];
  });
}

const QUOTED_OR_BLANK = /"(?:\\.|[^"\\])*"|'[^']*'|\\.|(\s+)|./gsu;

/** Split at blanks outside quotes, which stay. */
function wordsIn(rest: string): readonly string[] {
  const words = [""];
  for (const [whole, blank] of rest.matchAll(QUOTED_OR_BLANK))
    if (blank === undefined) words.push((words.pop() ?? "") + whole);
    else words.push("");
  return words.filter((word) => word !== "");
}

const PART = /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)|(\$\{?\w+\}?)|(["'])|./gsu;

/** Quotes and escapes undone, variables replaced by `<NAME>`. */
export function expandWord(word: string): string {
  return word.replace(PART, (whole, double, single, escaped, variable, open) => {
    if (open !== undefined) throw new Error(`an open quote: ${word}`);
    if (double !== undefined) return expandQuoted(double);
    if (variable !== undefined) return nameOf(variable);
    return single ?? escaped ?? whole;
  });
}

const expandQuoted = (text: string): string =>
  text.replace(/\\(["$\\])|(\$\{?\w+\}?)/gu, (_, escaped, variable) => escaped ?? nameOf(variable));

const nameOf = (variable: string): string => `<${variable.replace(/[${}]/g, "")}>`;
