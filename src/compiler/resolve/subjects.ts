import { sharedComponent } from "../layout.ts";
import type { Image, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import type { Choices } from "./lookup.ts";
import { type Element, elements } from "./section.ts";

/** What the steps of operations are about. */
export type StepSection =
  "apps" | "instances" | "packedImages" | "containerImages" | "ci" | "backup" | "tunnels" | "sshKeys" | "components";

/** The elements that a step may name; of the spec, since steps come last and name all of it. */
export function subjects({ spec }: Context, section: StepSection): Choices<Element<object>>[number] {
  const all = collections[section](spec.value);
  return { section: sections[section] ?? section, elements: all };
}

const sections: Readonly<Partial<Record<StepSection, string>>> = {
  packedImages: "images",
  containerImages: "images",
  tunnels: "access.tunnels",
  sshKeys: "access.sshKeys",
  components: "apps",
};

const imagesOf = (spec: Spec, kind: string): readonly Element<object>[] =>
  elements<Image>(["images"], spec.images).filter(({ value }) => value.kind === kind);

const collections: Readonly<Record<StepSection, (spec: Spec) => readonly Element<object>[]>> = {
  apps: ({ apps }) => elements<object>(["apps"], apps),
  instances: ({ instances }) => elements<object>(["instances"], instances),
  packedImages: ({ images }) =>
    elements<Image>(["images"], images).filter(({ value }) => value.kind === "machine" || value.builder === "packer"),
  containerImages: (spec) => imagesOf(spec, "container"),
  ci: ({ ci }) => elements<object>(["ci"], ci),
  backup: ({ backup }) => elements<object>(["backup"], backup),
  tunnels: ({ access }) => elements<object>(["access", "tunnels"], access?.tunnels),
  components: ({ apps, ingress }) => [
    { name: sharedComponent, at: [], value: {} },
    ...elements<object>(["apps"], apps),
    ...elements<object>(["ingress"], ingress),
  ],
  sshKeys: ({ access }) => elements<object>(["access", "sshKeys"], access?.sshKeys),
};
