import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { printNginx } from "../../src/formats/nginx/print.ts";
import {
  because,
  block,
  concatenation,
  nginx,
  remarked,
  type Statement,
  simple,
  variable,
  type Word,
} from "../../src/formats/nginx/tree.ts";
import { traced } from "../../src/formats/origin.ts";
import { readNginx } from "./nginx-reader.ts";
import { anyString, hostileStrings } from "./strings.ts";

const printed = (...statements: readonly Statement[]): string => printNginx(nginx(statements)).text;

const sayable = (text: string): boolean => !/[$\0]|\p{Cs}/u.test(text);

/** What stands between two directives that must still be there, alone and in a block. */
function readBack(...words: readonly Word[]): readonly string[] {
  const own = simple("own", ...words);
  const text = printed(simple("before"), own, block(["server"], [own, simple("after")]));
  const [before, alone, server] = readNginx(text);
  expect(before).toEqual({ words: ["before"], block: undefined });
  expect(server?.words).toEqual(["server"]);
  expect(server?.block).toEqual([alone, { words: ["after"], block: undefined }]);
  return alone?.words.slice(1) ?? [];
}

describe("what nginx reads of a word", () => {
  test.each(hostileStrings.filter(sayable))("%j", (text) => {
    expect(readBack(text, concatenation("a", text), "end")).toEqual([text, `a${text}`, "end"]);
  });

  it("is the word that was printed", () => {
    fc.assert(
      fc.property(fc.array(anyString.filter(sayable), { maxLength: 5 }), (words) => {
        expect(readBack(...words)).toEqual(words);
      }),
      { numRuns: 500 },
    );
  });

  test.each(["$", "$host", "${x}", "a\0b", "\ud800"])("or it is refused: %j", (text) => {
    expect(() => printed(simple("own", text))).toThrow("nginx cannot say");
  });

  it("is a variable where one was meant, whatever follows it", () => {
    const name = concatenation("cookie=", variable("cookie_web"), "x");
    expect(readBack(variable("host"), name, concatenation(variable("host"), "/"))).toEqual([
      "$host",
      "cookie=${cookie_web}x",
      "$host/",
    ]);
    expect(() => printed(simple("own", variable("a-b")))).toThrow("no variable");
  });

  it("needs at least one", () => {
    expect(() => printed(simple())).toThrow("empty");
  });
});

describe("a configuration", () => {
  const server = because(
    [{ at: ["apps", "web"] }],
    block(
      ["server"],
      [
        simple("listen", traced("80", { at: ["ingress", "web", "listen", 0] })),
        remarked("Everything.", block(["location", "/"], [simple("return", "204")])),
        block(["types"], []),
      ],
    ),
  );

  it("is laid out as nginx's manual does it", () => {
    expect(printNginx(nginx([simple("user", "nginx"), server], "Generated.")).text).toBe(`# Generated.

user nginx;

server {
    listen 80;

    # Everything.
    location / {
        return 204;
    }

    types {}
}
`);
  });

  it("tells for each line why it is there", () => {
    const { origins } = printNginx(nginx([server]));
    expect(origins.slice(0, 3)).toEqual([
      [{ at: ["apps", "web"] }],
      [{ at: ["ingress", "web", "listen", 0] }],
      [{ at: ["apps", "web"] }],
    ]);
  });

  it("may be empty", () => {
    expect(printed()).toBe("");
  });
});
