import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../../../src/compiler/source/decode.ts";
import { sourceFile } from "../../../src/compiler/source/source-file.ts";

describe("positions", () => {
  const file = sourceFile("spec.yaml", "ab\r\n\n😀d");

  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [4, 2, 1],
    [5, 3, 1],
    [7, 3, 3],
    [8, 3, 4],
    [99, 3, 4],
    [-1, 1, 1],
  ])("offset %i is %i:%i", (offset, line, column) => expect(file.positionAt(offset)).toEqual({ line, column }));

  it("lines have no line breaks", () => {
    expect([0, 1, 2, 3, 4].map((line) => file.lineText(line))).toEqual(["", "ab", "", "😀d", ""]);
  });

  it("an empty file has one line", () => {
    const empty = sourceFile("spec.yaml", "");
    expect([empty.positionAt(0), empty.lineText(1)]).toEqual([{ line: 1, column: 1 }, ""]);
  });
});

describe("bytes", () => {
  const bytes = (text: string, ...before: readonly number[]): Uint8Array =>
    Uint8Array.from([...before, ...new TextEncoder().encode(text)]);

  it.each([
    ["UTF-8", bytes("a: é")],
    ["UTF-8 with a byte order mark", bytes("a: é", 0xef, 0xbb, 0xbf)],
  ])("%s", (_, input) => expect(decodeUtf8("spec.yaml", input)).toEqual({ value: "a: é", diagnostics: [] }));

  it("nothing", () => expect(decodeUtf8("spec.yaml", bytes("")).value).toBe(""));

  it.each([
    ["UTF-16, little end first", Uint8Array.of(0xff, 0xfe, 0x61, 0), "utf-16-text", 0],
    ["UTF-16, big end first", Uint8Array.of(0xfe, 0xff, 0, 0x61), "utf-16-text", 0],
    ["UTF-16 without a mark", Uint8Array.of(0x61, 0, 0x3a, 0), "utf-16-text", 0],
    ["Latin-1", Uint8Array.from([...bytes("é: "), 0xe9, 0x0a]), "not-utf-8", 3],
    ["an unfinished character", Uint8Array.from([...bytes("é: "), 0xc3]), "not-utf-8", 3],
    ["too many", new Uint8Array(8 * 1024 * 1024 + 1).fill(0x61), "file-too-large", 0],
  ])("%s", (_, input, code, start) => {
    const { value, diagnostics } = decodeUtf8("spec.yaml", input);
    expect({ value, found: diagnostics.map((finding) => [finding.code, finding.place]) }).toMatchObject({
      value: undefined,
      found: [[code, { span: { file: "spec.yaml", start } }]],
    });
  });

  it("says which byte is wrong", () => {
    const [finding] = decodeUtf8("spec.yaml", Uint8Array.of(0x61, 0x62, 0xff, 0x63)).diagnostics;
    expect(finding?.message).toBe("the byte `0xff` at offset 2 is not UTF-8 text");
  });
});
