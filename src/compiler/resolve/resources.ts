import type { Resources } from "../environment/resources.ts";
import type { Resources as ResourcesSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { cores, size } from "./quantities.ts";
import { quantity } from "./read.ts";
import type { Section } from "./section.ts";

export const resolveResources = (context: Context, section: Section<ResourcesSpec> | undefined): Resources => ({
  cpu: section && quantity(cores)(context, section, "cpu"),
  memory: section && quantity(size)(context, section, "memory"),
});
