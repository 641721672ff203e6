import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Artifact } from "../environment/artifact.ts";
import type { Registry } from "../environment/registry.ts";
import type { App, Artifact as ArtifactSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { requireKeys } from "./kinds.ts";
import { named } from "./lookup.ts";
import { flag, impliedText, textOf } from "./read.ts";
import { child, type Element, type Section } from "./section.ts";

/** Whether an app is a released binary; one with an image too is neither. */
export const isArtifactApp = ({ value }: Element<App>): boolean => value.artifact !== undefined;

export function resolveArtifact(
  context: Context,
  app: Element<App>,
  registries: readonly Registry[],
): Artifact | undefined {
  const section = child(app, "artifact") as Section<ArtifactSpec> | undefined;
  if (section === undefined) return undefined;
  if (app.value.image !== undefined)
    context.report(diagnose("image-and-artifact", { at: section.at, part: "key" }, { app: app.name }));
  requireKeys(context, section, `apps.${app.name}.artifact`, ["version"]);
  const releases = registries.filter(({ kind }) => kind.value === "release");
  const registry = named(context, section, "registry", [{ section: "registry", elements: releases }]);
  const version = textOf(context, section, "version");
  if (registry === undefined || version === undefined) return undefined;
  const { at } = section;
  const file = textOf(context, section, "file") ?? impliedText("follows-name", [...at, "file"], app.name);
  return {
    at,
    registry,
    version,
    file,
    path:
      textOf(context, section, "path") ?? impliedText("default", [...at, "path"], `/opt/${app.name}/`, ...file.parts),
    digest: textOf(context, section, "digest"),
    static: flag(context, section, "static", false),
  };
}
