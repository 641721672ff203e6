import { describe, expect, it } from "vitest";
import { databaseSizes, machineSizes } from "../../../../src/emitters/terraform/google/sizes.ts";
import type { Size } from "../../../../src/emitters/terraform/sizes.ts";
import { blockOf } from "../module.ts";
import { onGoogle } from "./module.ts";

const machine = (resources: string): string | undefined =>
  /machine_type\s+= "(.+)"/.exec(
    blockOf(onGoogle(`instances: {web: {${resources}}}`), 'resource "google_compute_instance" "web"'),
  )?.[1];

describe("a machine", () => {
  it.each([
    ["", "e2-small"],
    ["resources: {cpu: 2, memory: 4GiB}", "e2-medium"],
    ["resources: {cpu: 4}", "e2-highcpu-4"],
    ["resources: {cpu: 4, memory: 8GiB}", "e2-standard-4"],
    ["resources: {memory: 200GiB}", "n2-highmem-32"],
    ["size: c3-standard-4", "c3-standard-4"],
  ])("with `%s` is %s", (resources, expected) => expect(machine(resources)).toBe(expected));
});

describe("the tables", () => {
  const isOrdered = (sizes: readonly Size[]): boolean =>
    sizes.every(({ cores, gibibytes }, index) => {
      const before = sizes[index - 1];
      return before === undefined || cores > before.cores || (cores === before.cores && gibibytes > before.gibibytes);
    });

  it("go from small to large", () => expect([machineSizes, databaseSizes].map(isOrdered)).toEqual([true, true]));

  it("hold what Cloud SQL takes", () => {
    const wrong = databaseSizes.filter(({ name, cores, gibibytes }) => {
      const mebibytes = Number(name.split("-")[3]);
      const fits = mebibytes % 256 === 0 && mebibytes >= 3840 && gibibytes <= cores * 6.5 && gibibytes >= cores * 0.9;
      return !fits || (cores > 1 && cores % 2 === 1);
    });
    expect(wrong).toEqual([]);
  });
});
