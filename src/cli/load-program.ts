import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

type Program = typeof import("./program.ts");

/** program.js as the build wraps it: an expression whose value takes what Node gives a CommonJS module. */
type Wrapped = (module: { exports: unknown }, require: NodeJS.Require) => void;

/**
 * Loads dist/program.js as `require` would, but with what V8 made of it when it was built: reading that costs a
 * fraction of compiling the text again. It is there for one Node on one kind of machine; elsewhere V8 compiles the text.
 */
export function loadProgram(folder: string): Program {
  const filename = join(folder, "program.js");
  const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData: readCodeCache(folder) });
  const module = { exports: {} };
  (script.runInThisContext() as Wrapped)(module, require);
  return module.exports as Program;
}

/** V8 holds Node's version and flags against the file, but not the machine. */
const CODE_CACHE = `program-${process.version}-${process.platform}-${process.arch}.cache`;

function readCodeCache(folder: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, CODE_CACHE));
  } catch {
    return undefined;
  }
}
