/**
 * Derives schema/providers/<provider>.json from an installed `@cdktf/provider-*` package, for the types that
 * schema/providers/types.json lists:
 *
 *   node scripts/derive-provider-schema.mjs node_modules/@cdktf/provider-aws [--print]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { folderOf, loadType } from "./provider-schema/module.mjs";
import { typeSchema } from "./provider-schema/type.mjs";

const FOLDER = fileURLToPath(new URL("../schema/providers/", import.meta.url));

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

function derive(packageFolder) {
  const { name, version, cdktf } = readJson(join(packageFolder, "package.json"));
  const provider = name.replace("@cdktf/provider-", "");
  const types = readJson(join(FOLDER, "types.json"))[provider];
  const section = (kind) =>
    [...types[kind]].sort().map((type) => [type, schemaOf(packageFolder, provider, kind, type)]);
  const source = cdktf.provider.name.replace("registry.terraform.io/", "");
  const head = { source, version: cdktf.provider.version, derivedFrom: `${name}@${version}` };
  return { provider, text: printed(head, { resources: section("resources"), data: section("data") }) };
}

function schemaOf(packageFolder, provider, section, type) {
  const schema = typeSchema(loadType(folderOf(packageFolder, provider, section, type), type));
  return section === "resources" ? withoutId(schema) : schema;
}

/** cdktf lets one set `id` on every resource; the providers themselves refuse it, unless they require it. */
function withoutId({ arguments: { id, ...rest }, computed }) {
  if (id === undefined || id.required) return { arguments: id ? { id, ...rest } : rest, computed };
  const entries = Object.entries({ ...computed, id });
  return { arguments: rest, computed: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** One type a line, so that a diff names the types that changed. */
function printed(head, sections) {
  const lines = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const blocks = Object.entries(sections).map(([name, entries]) => {
    const types = entries.map(([type, schema]) => `${JSON.stringify(type)}: ${JSON.stringify(schema)}`);
    return `${JSON.stringify(name)}: {\n${types.join(",\n")}\n}`;
  });
  return `{\n${[...lines, ...blocks].join(",\n")}\n}\n`;
}

const { provider, text } = derive(argv[2]);
if (argv.includes("--print")) stdout.write(text);
else writeFileSync(join(FOLDER, `${provider}.json`), text);
