/** A small reader of configurations, written after nginx's own `ngx_conf_read_token`: its words, quotes, escapes and blocks. */
export interface ReadStatement {
  readonly words: readonly string[];
  readonly block: readonly ReadStatement[] | undefined;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\", '"': '"', "'": "'", t: "\t", r: "\r", n: "\n" };

type Token = { readonly word: string } | { readonly mark: ";" | "{" | "}" };

export function readNginx(text: string): readonly ReadStatement[] {
  const tokens = tokensOf(text);
  let place = 0;
  const body = (inside: boolean): readonly ReadStatement[] => {
    const found: ReadStatement[] = [];
    let words: string[] = [];
    for (; place < tokens.length; place += 1) {
      const token = tokens[place];
      if (token === undefined) break;
      if ("word" in token) words.push(token.word);
      else if (token.mark === "}") {
        if (!inside || words.length > 0) throw new Error("unexpected }");
        return found;
      } else {
        if (words.length === 0) throw new Error(`unexpected ${token.mark}`);
        const own = words;
        words = [];
        place += token.mark === "{" ? 1 : 0;
        found.push({ words: own, block: token.mark === "{" ? body(true) : undefined });
      }
    }
    if (inside || words.length > 0) throw new Error("unexpected end of file");
    return found;
  };
  return body(false);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text.charAt(index);
    if (/[ \t\r\n]/.test(character)) index += 1;
    else if (character === "#") index = after(text, "\n", index);
    else if (character === ";" || character === "{" || character === "}") {
      tokens.push({ mark: character });
      index += 1;
    } else {
      const { word, end } = character === '"' || character === "'" ? quoted(text, index) : bare(text, index);
      tokens.push({ word });
      index = end;
    }
  }
  return tokens;
}

const after = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + 1;
};

function quoted(text: string, start: number): { readonly word: string; readonly end: number } {
  const quote = text.charAt(start);
  let word = "";
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === quote) {
      if (!/^[ \t\r\n;{)]/.test(text.slice(index + 1))) throw new Error("a word touches its quotes");
      return { word, end: index + 1 };
    }
    if (character === "\\") {
      index += 1;
      word += escapes[text.charAt(index)] ?? `\\${text.charAt(index)}`;
    } else word += character;
  }
  throw new Error("an open quote");
}

function bare(text: string, start: number): { readonly word: string; readonly end: number } {
  let word = "";
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    const isVariable = character === "{" && text.charAt(index - 1) === "$";
    if (!isVariable && /[ \t\r\n;{]/.test(character)) return { word, end: index };
    if (character === "\\") {
      index += 1;
      word += escapes[text.charAt(index)] ?? `\\${text.charAt(index)}`;
    } else word += character;
  }
  throw new Error("unexpected end of file");
}
