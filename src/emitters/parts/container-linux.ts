import type { Environment } from "../../compiler/environment/environment.ts";
import type { BootImage } from "../../compiler/environment/image.ts";
import type { Traced } from "../../formats/origin.ts";
import { lineage } from "./boot-images.ts";

/** An operating system for containers, which is set up by one document when it first boots and by nothing later. */
export interface ContainerLinux {
  /** CoreOS reads a cloud-config of its own kind, Flatcar Ignition. */
  readonly kind: "coreos" | "flatcar";
  /** The image as the spec says it: `coreos-stable`. */
  readonly name: Traced<string>;
}

export function containerLinux(environment: Environment, image: BootImage): ContainerLinux | undefined {
  const name = image.kind === "stock" ? image.system : lineage(environment, image.image).at(-1)?.base;
  const kind = /^(coreos|flatcar)\b/.exec(name?.value ?? "")?.[1];
  return name === undefined || kind === undefined ? undefined : { kind: kind as ContainerLinux["kind"], name };
}
