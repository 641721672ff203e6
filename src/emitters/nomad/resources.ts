import type { Resources } from "../../compiler/environment/resources.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";

const MEBIBYTE = 1024 ** 2;

export function resources({ cpu, memory }: Resources): readonly Block[] {
  const asked = [cpu, memory].flatMap((value) => (value === undefined ? [] : value[ORIGINS]));
  if (asked.length === 0) return [];
  return [
    because(asked, block(["resources"], { cpu: cpu && megahertz(cpu), memory: memory && derive(memory, mebibytes) })),
  ];
}

/** A thousandth of a core counts as 1 MHz. */
const megahertz = (cpu: Traced<number>): Traced<number> =>
  traced(cpu.value, ...cpu[ORIGINS], ...cpu[ORIGINS].map(({ at }) => by("core-is-1000-mhz", at)));

export const mebibytes = (bytes: number): number => Math.ceil(bytes / MEBIBYTE);
