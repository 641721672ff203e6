import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { printDockerfile } from "../../src/formats/dockerfile/print.ts";
import {
  because,
  buildArgument,
  code,
  concatenation,
  dockerfile,
  exec,
  flag,
  type Instruction,
  instruction,
  pair,
  paths,
  type Text,
  type Value,
} from "../../src/formats/dockerfile/tree.ts";
import { type Origins, traced } from "../../src/formats/origin.ts";
import { expandWord, instructionsOf, pairsIn } from "./dockerfile-reader.ts";
import { anyString, hostileStrings } from "./strings.ts";

const at = (...path: readonly string[]): Origins[number] => ({ at: path });

const print = (...instructions: readonly Instruction[]): string => printDockerfile(dockerfile(instructions)).text;

/** The rest of an instruction between two others that must still be there. */
function readBack(keyword: Instruction["keyword"], ...values: readonly Value[]): string {
  const text = print(instruction("FROM", "x"), instruction(keyword, ...values), instruction("USER", "y"));
  const [from, own, user, ...more] = instructionsOf(text);
  expect([from, user, more]).toEqual([["FROM", "x"], ["USER", "y"], []]);
  expect(own?.[0]).toBe(keyword);
  return own?.[1] ?? "";
}

const sayable = anyString.filter((text) => !/\0|\p{Cs}/u.test(text));
const oneLine = (text: string) => !/[\n\r]/.test(text);
const isWord = (text: string) => text !== "" && !/[\s\p{Cc}]/u.test(text);

const environment = ["ENV", "LABEL", "ARG"] as const;

describe("what the builder reads of a command", () => {
  test.each(hostileStrings)("%j", (text) => {
    expect(JSON.parse(readBack("CMD", exec("/bin/x", text)))).toEqual(["/bin/x", text]);
  });

  it("is the list that was printed", () => {
    fc.assert(
      fc.property(fc.array(sayable, { maxLength: 5 }), (argv) => {
        expect(JSON.parse(readBack("ENTRYPOINT", exec(...argv)))).toEqual(argv);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what the builder reads of a value", () => {
  test.each(hostileStrings.filter(oneLine))("%j", (text) => {
    for (const keyword of environment)
      expect(pairsIn(readBack(keyword, pair("A", text), pair("B", "b")))).toEqual([
        ["A", text],
        ["B", "b"],
      ]);
  });

  it("is a literal for each string and a value for each argument", () => {
    const part = fc.oneof(sayable.filter(oneLine), fc.constant(buildArgument("VERSION")));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const wanted = parts.map((given) => (typeof given === "string" ? given : "<VERSION>")).join("");
        expect(pairsIn(readBack("ENV", pair("A", concatenation(...parts))))).toEqual([["A", wanted]]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what the builder reads of a word or a path", () => {
  test.each(hostileStrings)("%j", (text) => {
    expect((JSON.parse(readBack("COPY", paths(text, "/x"))) as string[]).map(expandWord)).toEqual([text, "/x"]);
  });

  it("is the text that was printed", () => {
    fc.assert(
      fc.property(sayable, fc.boolean(), (text, known) => {
        const given: Text = known ? concatenation(text, buildArgument("A")) : text;
        const wanted = known ? `${text}<A>` : text;
        expect((JSON.parse(readBack("COPY", paths(given))) as string[]).map(expandWord)).toEqual([wanted]);
        if (isWord(text)) expect(expandWord(readBack("WORKDIR", given))).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what cannot be said", () => {
  test.each(["a\nb", "a\rb", "a\0b", "\ud800"])("as a value: %j", (text) => {
    expect(() => print(instruction("ENV", pair("A", text)))).toThrow("of a Dockerfile");
  });

  test.each(["", "a b", "a\nb", "a\tb", "a\u0001"])("as a word: %j", (text) => {
    expect(() => print(instruction("FROM", text))).toThrow("no word");
    expect(() => print(instruction("COPY", flag("from", text), paths("a")))).toThrow("no word");
  });

  test.each(["a\0b", "\ud800"])("in a command: %j", (text) => {
    expect(() => print(instruction("CMD", exec(text)))).toThrow("no text");
  });

  test.each(["", "a b", "1A", "A=B", "a\n", "${X}"])("as a name: %j", (name) => {
    expect(() => print(instruction("ENV", pair(name, "x")))).toThrow("no name");
    expect(() => print(instruction("FROM", buildArgument(name)))).toThrow("no name");
    expect(() => print(instruction("COPY", flag(name, "x")))).toThrow("no name");
  });

  test.each(["", "a\nb", "a \\", "# a"])("as code: %j", (line) => {
    expect(() => print(instruction("RUN", code("true", line)))).toThrow("no line");
  });

  test.each(["escape=`", "why\nsyntax = evil", "# check=skip=all"])("as a comment: %j", (comment) => {
    expect(() => printDockerfile(dockerfile([], comment))).toThrow("no comment");
  });
});

const image = dockerfile(
  [
    instruction("ARG", pair("NODE", "22")),
    instruction("FROM", concatenation("node:", buildArgument("NODE")), "AS", "build"),
    instruction("WORKDIR", "/src"),
    instruction("COPY", paths("package.json", "package-lock.json", "./")),
    instruction("RUN", code("npm ci", "&& npm run build")),
    because([at("image")], instruction("FROM", flag("platform", "linux/amd64"), traced("node:22-slim", at("base")))),
    instruction("COPY", flag("from", "build"), paths("/src/my app", "/app/")),
    because(
      [at("env")],
      instruction("ENV", traced(pair("PRICE", 'from $5 "net"'), at("env", "PRICE")), pair("NODE_ENV", "production")),
    ),
    instruction("EXPOSE", "8080"),
    instruction("HEALTHCHECK", flag("interval", "30s"), "CMD", exec("curl", "-f", "http://localhost:8080/")),
    instruction("CMD", traced(exec("node", traced("it's $HOME", at("args"))), at("command"))),
  ],
  "Code generated",
);

it("is laid out as people write it", () => {
  expect(printDockerfile(image).text).toMatchInlineSnapshot(`
    "# Code generated

    ARG NODE="22"

    FROM node:\${NODE} AS build
    WORKDIR /src
    COPY ["package.json", "package-lock.json", "./"]
    RUN npm ci \\
        && npm run build

    FROM --platform=linux/amd64 node:22-slim
    COPY --from=build ["/src/my app", "/app/"]
    ENV PRICE="from \\$5 \\"net\\"" \\
        NODE_ENV="production"
    EXPOSE 8080
    HEALTHCHECK --interval=30s CMD ["curl", "-f", "http://localhost:8080/"]
    CMD ["node", "it's $HOME"]
    "
  `);
});

it("knows of each line why it is there", () => {
  const { text, origins } = printDockerfile(image);
  const reasons = text.split("\n").map((line, index) => [line, origins[index]?.map(({ at }) => at.join("."))]);
  expect(reasons.filter(([, origin]) => origin !== undefined && origin.length > 0)).toEqual([
    ["FROM --platform=linux/amd64 node:22-slim", ["base"]],
    ['ENV PRICE="from \\$5 \\"net\\"" \\', ["env.PRICE"]],
    ['    NODE_ENV="production"', ["env"]],
    ['CMD ["node", "it\'s $HOME"]', ["command", "args"]],
  ]);
  expect(reasons).toHaveLength(origins.length + 1);
});
