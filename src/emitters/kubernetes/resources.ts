import type { App } from "../../compiler/environment/app.ts";
import { derive } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { ruled } from "./ruled.ts";

const units: readonly (readonly [suffix: string, bytes: number])[] = [
  ["Ti", 2 ** 40],
  ["Gi", 2 ** 30],
  ["Mi", 2 ** 20],
  ["Ki", 2 ** 10],
];

export const resources = ({ at, resources: { cpu, memory } }: Pick<App, "at" | "resources">): YamlNode => ({
  requests: {
    cpu: cpu ? derive(cpu, cores) : ruled("kubernetes-default-requests", at, "100m"),
    memory: memory ? derive(memory, bytes) : ruled("kubernetes-default-requests", at, "128Mi"),
  },
  limits: memory && ruled("kubernetes-memory-limit", [...at, "resources", "memory"], { memory: bytes(memory.value) }),
});

/** As the server writes them back: whole cores as such, the rest in thousandths. */
const cores = (thousandths: number): string => (thousandths % 1000 === 0 ? `${thousandths / 1000}` : `${thousandths}m`);

/** In the largest unit that needs no fraction. */
export function bytes(count: number): string {
  const unit = units.find(([, size]) => count % size === 0);
  return unit ? `${count / unit[1]}${unit[0]}` : `${count}`;
}
