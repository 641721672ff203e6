import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import { declarations } from "./declarations.mjs";
import { cdktf } from "./stub.mjs";

/** `aws_lb_listener` → `lb-listener`, and `data-aws-ami` for a data source. */
export function folderOf(packageFolder, provider, section, type) {
  const name = type.slice(provider.length + 1).replaceAll("_", "-");
  return join(packageFolder, "lib", section === "data" ? `data-${provider}-${name}` : name);
}

/** The class that a folder of the package generates for a type, and the interfaces it declares. */
export function loadType(folder, type) {
  const found = Object.values(evaluate(join(folder, "index.js"))).find(({ tfResourceType }) => tfResourceType === type);
  if (found === undefined) throw new Error(`${folder} does not define ${type}`);
  return { class: found, interfaces: declarations(declarationText(folder)) };
}

/** Large types keep part of their structures in files beside `index.d.ts`. */
function declarationText(folder) {
  const shared = join(folder, "index-structs", "index.d.ts");
  const files = [join(folder, "index.d.ts"), ...(existsSync(shared) ? exported(shared) : [])];
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

const exported = (index) =>
  [...readFileSync(index, "utf8").matchAll(/from ['"](.+)['"]/g)].map(([, name]) =>
    join(dirname(index), `${name}.d.ts`),
  );

function evaluate(file) {
  const exports = {};
  const code = compileFunction(readFileSync(file, "utf8"), ["exports", "require"], { filename: file });
  code(exports, (name) => (name === "cdktf" ? cdktf : evaluate(resolved(dirname(file), name))));
  return exports;
}

function resolved(folder, name) {
  if (!name.startsWith(".")) throw new Error(`${folder} requires ${name}, which nothing stands in for`);
  const path = join(folder, name);
  return existsSync(path) && statSync(path).isDirectory() ? join(path, "index.js") : `${path}.js`;
}
