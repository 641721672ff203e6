import { LIMITS } from "../compiler/source/limits.ts";

/** All that comes on the standard input, or as much as shows that it is too much. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LIMITS.fileLength) break;
  }
  return Buffer.concat(chunks);
}
