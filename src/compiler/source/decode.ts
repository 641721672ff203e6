import { type Diagnostic, diagnose, type Result } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "./limits.ts";

/** The text of a file's bytes: strict UTF-8, without a leading byte order mark. */
export function decodeUtf8(path: string, bytes: Uint8Array): Result<string> {
  const start = { span: { file: path, start: 0, end: 0 } };
  if (bytes.length > LIMITS.fileLength) return refused(diagnose("file-too-large", start, { limit: LIMITS.fileLength }));
  if (isUtf16(bytes)) return refused(diagnose("utf-16-text", start, {}));
  const text = decoded(bytes);
  return text === undefined ? refused(notUtf8(path, bytes)) : { value: text, diagnostics: [] };
}

const refused = (diagnostic: Diagnostic): Result<string> => ({ value: undefined, diagnostics: [diagnostic] });

/** By its byte order mark, or by the zero byte that half of each ASCII letter is. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);

/** The decoder throws at malformed bytes; an unfinished character at the end of a prefix is none yet. */
function decoded(bytes: Uint8Array, prefix = false): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: prefix });
  } catch {
    return undefined;
  }
}

function notUtf8(path: string, bytes: Uint8Array): Diagnostic {
  const offset = firstMalformed(bytes);
  const start = decoded(bytes.subarray(0, offset), true)?.length ?? 0;
  const byte = bytes[offset]?.toString(16).padStart(2, "0") ?? "";
  return diagnose("not-utf-8", { span: { file: path, start, end: start + 1 } }, { offset, byte });
}

/** Each longer prefix of a malformed text is malformed too, so halving finds where it begins. */
function firstMalformed(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decoded(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  return good;
}
