/** One file for the disk: its text, the target that asked for it (none for `specc.map.json`), and its mode. */
export interface OutputFile {
  readonly text: string;
  readonly target: string | undefined;
  readonly executable: boolean;
}

/** By path below the output root: `shop/dev/terraform/database.tf`. */
export type OutputFiles = ReadonlyMap<string, OutputFile>;
