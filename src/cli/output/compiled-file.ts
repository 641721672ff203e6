/** One file as the compiler gives it: its text, the target that asked for it (none for `specc.map.json`), its mode. */
export interface CompiledFile {
  readonly text: string;
  readonly target: string | undefined;
  readonly executable: boolean;
}

/** By path below the output root: `shop/dev/terraform/database.tf`. */
export type CompiledFiles = ReadonlyMap<string, CompiledFile>;
