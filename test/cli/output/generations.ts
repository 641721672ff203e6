import type { OutputFile } from "../../../src/cli/output/output-file.ts";

const COUNT = 10;
const LINES = 1500;

/** The paths of a generation: some in all of them, some in one, and one that is a file here and a folder there. */
const pathsOf = (generation: number): readonly string[] => [
  ...Array.from({ length: COUNT }, (_, index) => `terraform/part-${index}.tf`),
  `nomad/only-${generation}/web.hcl`,
  generation % 2 === 0 ? "fleet/web" : "fleet/web/unit.service",
];

/** Long enough to be torn by a write in place, and different in every line. */
const textOf = (path: string, generation: number): string => `${path} of generation ${generation}\n`.repeat(LINES);

export const generationOf = (generation: number): ReadonlyMap<string, OutputFile> =>
  new Map(
    pathsOf(generation).map((path) => [
      `shop/dev/${path}`,
      { text: textOf(path, generation), target: path.split("/")[0], executable: false },
    ]),
  );
