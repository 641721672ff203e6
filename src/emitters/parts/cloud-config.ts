import { derive, isTraced, type Traced } from "../../formats/origin.ts";

type Line = string | Traced<string>;

/** What a machine does when it first boots. */
export interface CloudConfig {
  readonly comment: string;
  readonly hostname?: Line;
  readonly packages: readonly string[];
  readonly snaps: readonly (readonly string[])[];
  readonly files: readonly MachineFile[];
  readonly commands: readonly (readonly string[])[];
}

export interface MachineFile {
  readonly path: string;
  readonly permissions: "0600" | "0644" | "0755";
  /** How the lines hold what stands in the file, when not as it is. */
  readonly encoding?: "b64";
  /** Ready to stand in the file; none begins with a blank on the first line, since a block's first line sets its depth. */
  readonly lines: readonly Line[];
}

/**
 * The lines of a cloud-config. Contents are literal blocks, which take any printable line as it is; all other words are
 * the emitter's own.
 */
export function cloudConfig(config: CloudConfig): readonly Line[] {
  const lines = configLines(config);
  // cloud-init knows its format by the first line, and takes no document without a content.
  return ["#cloud-config", `# ${config.comment}`, ...(lines.length === 0 ? ["{}"] : lines)];
}

function configLines(config: CloudConfig): readonly Line[] {
  return [
    ...(config.hostname === undefined ? [] : [prefixed("hostname: ", config.hostname)]),
    ...(config.packages.length === 0 ? [] : ["package_update: true", "packages:", ...config.packages.map(item)]),
    ...(config.snaps.length === 0
      ? []
      : ["snap:", "  commands:", ...config.snaps.map((words) => `  ${sequence(words)}`)]),
    ...(config.files.length === 0 ? [] : ["write_files:", ...config.files.flatMap(fileLines)]),
    ...(config.commands.length === 0 ? [] : ["runcmd:", ...config.commands.map(sequence)]),
  ];
}

const fileLines = ({ path, permissions, encoding, lines }: MachineFile): readonly Line[] => [
  `  - path: ${path}`,
  `    permissions: "${permissions}"`,
  ...(encoding === undefined ? [] : [`    encoding: ${encoding}`]),
  "    content: |",
  ...lines.map((line) => prefixed("      ", line)),
];

const item = (word: string): string => `  - ${word}`;

const sequence = (words: readonly string[]): string => `  - [${words.map(flowWord).join(", ")}]`;

/** A word of a flow sequence; what could be more than one is quoted, as JSON does. */
const flowWord = (word: string): string => (/^[\w./@-]+$/.test(word) ? word : JSON.stringify(word));

function prefixed(prefix: string, line: Line): Line {
  const indent = (text: string) => (text === "" ? "" : `${prefix}${text}`);
  return isTraced(line) ? derive(line, indent) : indent(line);
}
