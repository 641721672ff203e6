import { existsSync, readFileSync } from "node:fs";
import { parse as parseHcl } from "@cdktf/hcl2json";
import { parseAllDocuments, parse as parseYaml, stringify } from "yaml";
import { type Compilation, compile } from "../../src/compiler/compile.ts";
import { sourceFile } from "../../src/compiler/source/source-file.ts";
import { emitters } from "../../src/emitters/index.ts";

/** How a test asks for a system: its environment, and what it would write over the spec there. */
export interface Asked {
  readonly environment?: string;
  /** Laid over the spec as its environment would: `tls: {web: {enabled: true}}`. */
  readonly overlay?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** What hcl2json makes of a block: attributes as values, expressions as `${…}`, blocks as lists of bodies. */
export type Body = Readonly<Record<string, unknown>>;

/** One of the five systems, compiled in memory; paths are below its environment's folder. */
export interface System {
  readonly compilation: Compilation;
  readonly paths: readonly string[];
  /** What was found, as `code path`. */
  readonly findings: readonly string[];
  text(path: string): string;
  /** The documents of a YAML or JSON file. */
  yaml(path: string): readonly unknown[];
  hcl(path: string): Promise<Body>;
  /** The body of a block in one of the Terraform files of a folder: `block("resource", "aws_vpc", "main")`. */
  block(kind: string, ...labels: readonly string[]): Promise<Body | undefined>;
  /** The labels of all blocks of a kind: `aws_vpc.main` for resources. */
  blocks(kind: string): Promise<readonly string[]>;
}

/** The systems, and the clusters of each provider. */
const folders = ["specs", "test/fixtures/clusters"];

function specOf(name: string): string {
  const found = folders.map((folder) => `${folder}/${name}.yaml`).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`there is no system ${name}`);
  return found;
}

/** Compiles a system; with an overlay through a file that extends its spec. */
function compiled(name: string, { environment, overlay, variables }: Asked): Compilation {
  const spec = specOf(name);
  const choice = { environment, variables: new Map(Object.entries(variables ?? {})) };
  const read = (path: string) => sourceFile(path, readFileSync(path, "utf8"));
  if (overlay === undefined) return compile(spec, read, choice, emitters);
  const { environment: usual } = parseYaml(readFileSync(spec, "utf8")) as { readonly environment: string };
  const edited = spec.replace(`${name}.yaml`, "edited.yaml");
  const text = stringify({
    extends: [spec],
    environments: { [environment ?? usual]: parseYaml(overlay) as object },
  });
  return compile(edited, (path) => (path === edited ? sourceFile(path, text) : read(path)), choice, emitters);
}

/** A system of specs/ in one of its environments; errors fail the test unless it is about them (`compilation`). */
export function systemOf(name: string, asked: Asked = {}): System {
  const compilation = compiled(name, asked);
  const { files, diagnostics } = compilation;
  const text = (path: string): string => {
    const file = files.get(path);
    const reasons = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
    if (file === undefined) throw new Error(`${name} has no ${path}: ${[...reasons, ...files.keys()].join("\n")}`);
    return file.printed.text;
  };
  const hcl = async (path: string): Promise<Body> => (await parseHcl(path, text(path))) as Body;
  const modules = [...files.keys()].filter((path) => path.endsWith(".tf"));
  const trees = async (): Promise<readonly Body[]> => Promise.all(modules.map(hcl));
  return {
    compilation,
    paths: [...files.keys()],
    findings: diagnostics.map(({ code, place }) => ("at" in place ? `${code} ${place.at.join(".")}` : code)),
    text,
    yaml: (path) => parseAllDocuments(text(path)).map((document) => document.toJS() as unknown),
    hcl,
    block: async (kind, ...labels) => (await trees()).map((tree) => within(tree, [kind, ...labels])).find(Boolean),
    blocks: async (kind) => (await trees()).flatMap((tree) => labelsOf(tree[kind])),
  };
}

/** Blocks are lists of bodies below their labels. */
function within(tree: Body, path: readonly string[]): Body | undefined {
  const found = path.reduce<unknown>((node, key) => (node as Body | undefined)?.[key], tree);
  return Array.isArray(found) ? (found[0] as Body) : undefined;
}

const labelsOf = (blocks: unknown, path: readonly string[] = []): readonly string[] => {
  if (Array.isArray(blocks)) return [path.join(".")];
  return Object.entries((blocks ?? {}) as Body).flatMap(([label, inner]) => labelsOf(inner, [...path, label]));
};
