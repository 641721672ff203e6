import type { Environment } from "../../../compiler/environment/environment.ts";
import type { TemplateFile } from "../platform.ts";

/** The template of a group stands beside what reads it. */
export function inModule({ instances }: Environment, file: TemplateFile): TemplateFile {
  const module = instances.find(({ at }) => at.join("\0") === file.at.join("\0"))?.module;
  return module === undefined ? file : { ...file, path: `modules/${module.value}/${file.path}` };
}
