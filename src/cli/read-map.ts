import { readSourceMap, type SourceMap } from "../review/source-map.ts";
import { readBytes } from "./read-bytes.ts";

const LONGEST_MAP = 256 * 1024 * 1024;

/** The map that a compile wrote; undefined when there is none that specc can read. */
export function readMap(path: string): SourceMap | undefined {
  const found = readBytes(path, LONGEST_MAP);
  return "bytes" in found ? readSourceMap(new TextDecoder().decode(found.bytes)) : undefined;
}
