import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { specReader } from "../src/cli/read-spec.ts";
import { compile } from "../src/compiler/compile.ts";
import { catalogue } from "../src/compiler/diagnostics/catalogue.ts";
import type { Diagnostic } from "../src/compiler/diagnostics/diagnostic.ts";
import { locateDiagnostics } from "../src/compiler/diagnostics/render/located.ts";
import { renderText } from "../src/compiler/diagnostics/render/text.ts";
import { decodeUtf8 } from "../src/compiler/source/decode.ts";
import { LIMITS } from "../src/compiler/source/limits.ts";
import { type SourceFile, sourceFile } from "../src/compiler/source/source-file.ts";
import type { Choice, ReadFile } from "../src/compiler/spec/load.ts";
import { emitters } from "../src/emitters/index.ts";
import { oversizedSpecs } from "./support/oversized-specs.ts";

const folder = "test/diagnostics";

const codes = Object.keys(catalogue);

/** What a finding cannot come without: a risk that nobody accepts any more is there again. */
const companions: Readonly<Record<string, readonly string[]>> = {
  "acceptance-over": ["end-of-life"],
  "digitalocean-issuer": ["no-target-emits"],
  "fleet-volume": ["no-target-emits"],
};

/** `<code>.yaml`, or `<code>/spec.yaml` where a spec extends others. */
const written = readdirSync(folder)
  .filter((name) => !name.endsWith(".txt"))
  .map((name) => name.replace(/\.yaml$/, ""));

const pathOf = (code: string): string =>
  existsSync(`${folder}/${code}.yaml`) ? `${folder}/${code}.yaml` : `${folder}/${code}/spec.yaml`;

interface Source {
  readonly path: string;
  readonly read: ReadFile;
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Why the spec is no text. */
  readonly refusal: () => Diagnostic | undefined;
  readonly choice: Choice;
}

function sourceOf(code: string): Source {
  const oversized = oversizedSpecs[code];
  if (oversized === undefined) {
    const path = pathOf(code);
    return { ...specReader(path, undefined), path, choice: choiceOf(readFileSync(path, "utf8")) };
  }
  const path = `${code}.yaml`;
  const { value = "", diagnostics } = decodeUtf8(path, new TextEncoder().encode(oversized()));
  const file = sourceFile(path, value);
  return { path, read: () => file, files: new Map([[path, file]]), refusal: () => diagnostics[0], choice: {} };
}

/** A first line such as `# args: --env prod --var n=3 --today 2027-01-01` stands for the command line. */
function choiceOf(text: string): Choice {
  const words = /^# args: (.*)$/m.exec(text)?.[1]?.split(" ") ?? [];
  const after = (option: string): readonly string[] =>
    words.flatMap((word, index) => (word === option ? [words[index + 1] ?? ""] : []));
  const targets = after("--target");
  return {
    environment: after("--env")[0],
    variables: new Map(after("--var").map((pair) => pair.split("=") as [string, string])),
    today: after("--today")[0],
    ...(targets.length === 0 ? {} : { targets }),
  };
}

function diagnosticsOf({ path, read, choice, refusal, files }: Source) {
  const { diagnostics, merged } = compile(path, read, choice, emitters);
  const refused = refusal();
  return locateDiagnostics(refused === undefined ? diagnostics : [refused], { merged, files });
}

describe.each(codes)("%s", (code) => {
  it("is what its fixture reports, alone", async () => {
    const diagnostics = diagnosticsOf(sourceOf(code));
    expect([...new Set(diagnostics.map((diagnostic) => diagnostic.code))]).toEqual([...(companions[code] ?? []), code]);
    await expect(renderText(diagnostics)).toMatchFileSnapshot(`diagnostics/${code}.txt`);
  });

  it("speaks as all do", () => {
    for (const { message, help } of diagnosticsOf(sourceOf(code))) {
      for (const sentence of [message, help ?? "x"]) {
        expect(sentence).toMatch(
          /^(?:[a-z0-9`]|[A-Z]{2}|Google Cloud|Cloud SQL|Vagrant|Kubernetes|Nomad|Terraform|Packer|Ansible|DigitalOcean|Docker|Traefik|Let's Encrypt)/,
        );
        expect(sentence).not.toMatch(/\.$|undefined|\[object|NaN| {2}/);
        expect(sentence.length).toBeLessThan(400);
      }
      expect(message).not.toMatch(/[!?]$/);
    }
  });
});

describe("fixtures", () => {
  it("are of codes that there are, once each", () => {
    expect([...written, ...Object.keys(oversizedSpecs)].sort()).toEqual([...codes].sort());
    const rendered = readdirSync(folder).filter((name) => name.endsWith(".txt"));
    expect(rendered.filter((name) => !codes.includes(name.replace(/\.txt$/, "")))).toEqual([]);
  });

  it("are within the limits where they are files", () => {
    for (const code of written.filter((name) => !(name in oversizedSpecs)))
      expect(readFileSync(pathOf(code)).length).toBeLessThan(LIMITS.scalarLength);
  });
});

describe("an explanation", () => {
  it.each(Object.entries(catalogue))("says of %s what lies behind it", (_, { about }) => {
    expect(about).toMatch(/^(?:[A-Z`]|specc |fleet|systemd ).*[.`]$/s);
    expect(about.length).toBeGreaterThan(30);
  });
});
