/** A small reader of units, written after systemd's parser: its continuations, words, escapes, specifiers and variables. */
export interface Line {
  readonly section: string;
  readonly name: string;
  readonly value: string;
}

/** A line that ends in a backslash goes on in the next; comments, also those between, and blank lines do not count. */
export function linesOf(text: string): readonly Line[] {
  const found: Line[] = [];
  let section = "";
  let begun = "";
  for (const line of text.split(/[\n\r\0]/)) {
    if (/^\s*[#;]/.test(line)) continue;
    const whole = begun + line;
    const open = /(?<!\\)(?:\\\\)*\\$/.test(whole);
    begun = open ? `${whole.slice(0, -1)} ` : "";
    if (open || whole.trim() === "") continue;
    const header = /^\[(.*)\]$/.exec(whole.trim());
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(whole.trim()) ?? [];
    if (header === null) found.push({ section, name: name.trim(), value: value.trim() });
    else section = header[1] ?? "";
  }
  return found;
}

const escapes: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  s: " ",
  "\\": "\\",
  '"': '"',
  "'": "'",
};

const TOKEN = /\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\U([0-9a-f]{8})|\\(.)|(["'])|([ \t]+)|(.)/gsu;

/** Words with quotes and C escapes undone; specifiers are replaced afterwards, as systemd does it. */
export function wordsIn(value: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  const append = (text: string) => {
    word = (word ?? "") + text;
  };
  for (const [whole, byte, short, long, escaped, mark, blank] of value.matchAll(TOKEN)) {
    const code = byte ?? short ?? long;
    if (code !== undefined) append(String.fromCodePoint(Number.parseInt(code, 16)));
    else if (escaped !== undefined) append(escapes[escaped] ?? unknown(whole));
    else if (mark !== undefined && quote === undefined) append(open(mark));
    else if (mark !== undefined && quote === mark) quote = undefined;
    else if (blank === undefined || quote !== undefined) append(whole);
    else if (word !== undefined) flush();
  }
  if (quote !== undefined) throw new Error("an open quote");
  if (word !== undefined) flush();
  return words;

  function open(mark: string): string {
    quote = mark;
    return "";
  }
  function flush(): void {
    if (word === ";") throw new Error("a second command");
    words.push(specified(word ?? ""));
    word = undefined;
  }
}

const unknown = (text: string): never => {
  throw new Error(`no escape: ${text}`);
};

const specified = (word: string): string =>
  word.replace(/%(.)?/gsu, (_, letter) => (letter === "%" ? "%" : letter === "i" ? "<i>" : unknown(`%${letter}`)));

/** `Environment=` knows no variables. */
export const environmentIn = wordsIn;

/** A word that is `$NAME` would be split, `${NAME}` is replaced anywhere and `$$` is a dollar. */
export const expanded = (words: readonly string[]): readonly string[] =>
  words.map((word) => {
    if (/^\$[^{$]/.test(word)) throw new Error(`split: ${word}`);
    return word.replace(/\$\$|\$\{([A-Za-z0-9_]*)\}/g, (whole, name) => (whole === "$$" ? "$" : `<${name}>`));
  });
