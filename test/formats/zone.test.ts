import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { traced } from "../../src/formats/origin.ts";
import { printZone } from "../../src/formats/zone/print.ts";
import { because, characters, record, zone } from "../../src/formats/zone/tree.ts";
import { anyString, hostileStrings } from "./strings.ts";

const short = (text: string): boolean => !/\p{Cs}/u.test(text) && Buffer.byteLength(text) <= 255;

/** The text of the one TXT record, read as RFC 1035 says: a quoted string with `\DDD` and `\X`, to the end of the line. */
function readBack(text: string): string {
  const printed = printZone(
    zone("internal", 300, [record("a", "TXT", characters(text)), record("b", "A", "10.0.0.1")]),
  ).text;
  const lines = printed.split("\n");
  expect(lines.slice(0, 2)).toEqual(["$ORIGIN internal.", "$TTL 300"]);
  expect(lines.slice(3)).toEqual(["b IN A   10.0.0.1", ""]);
  const [, inner = ""] = /^a IN TXT "((?:[^"\\]|\\.)*)"$/.exec(lines[2] ?? "") ?? [];
  const bytes = [...inner.matchAll(/\\(\d{3})|\\(.)|(.)/g)].map(([, code, escaped, plain]) =>
    code === undefined ? (escaped ?? plain ?? "").charCodeAt(0) : Number(code),
  );
  return Buffer.from(bytes).toString("utf8");
}

describe("what a name server reads of a text", () => {
  test.each(hostileStrings.filter(short))("%j", (text) => {
    expect(readBack(text)).toBe(text);
  });

  it("is the text that was printed", () => {
    fc.assert(
      fc.property(anyString.filter(short), (text) => {
        expect(readBack(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it("is refused when it is too long", () => {
    expect(() => readBack("a".repeat(256))).toThrow("255 bytes");
  });
});

test.each(["a b", "", "a;b", "a\nb", "a(b", '"a"', "a..b", "$ORIGIN"])("no name: %j", (name) => {
  expect(() => printZone(zone("internal", 300, [record(name, "A", "10.0.0.1")]))).toThrow("no name");
  expect(() => printZone(zone(name, 300, []))).toThrow("no name");
});

test.each(["a b", "", "a;b", "a\nb", "(a"])("no word: %j", (word) => {
  expect(() => printZone(zone("internal", 300, [record("a", "A", word)]))).toThrow("no word");
});

it("is laid out in columns, and tells for each line why it is there", () => {
  const at = (...path: readonly string[]) => ({ at: path });
  const { text, origins } = printZone(
    zone(
      "internal",
      traced(300, at("dns", "internal", "ttl")),
      [
        record("@", "SOA", "ns", "hostmaster", "1", "3600", "600", "604800", "60"),
        because([at("apps", "git")], { ...record("git", "A", "192.168.0.11"), ttl: 60 }),
        record("ubuntu.cache", "A", traced("192.168.0.11", at("instances", "master", "address"))),
      ],
      "Generated.",
    ),
  );
  expect(text).toBe(`; Generated.

$ORIGIN internal.
$TTL 300
@            IN SOA ns hostmaster 1 3600 600 604800 60
git          60 IN A   192.168.0.11
ubuntu.cache IN A   192.168.0.11
`);
  expect(origins[3]).toEqual([at("dns", "internal", "ttl")]);
  expect(origins[5]).toEqual([at("apps", "git")]);
  expect(origins[6]).toEqual([at("instances", "master", "address")]);
});
