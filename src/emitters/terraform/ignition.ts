import type { JsonNode } from "../../formats/json/tree.ts";
import { traced } from "../../formats/origin.ts";
import { type IgnitionFile, ignitionFiles, ignitionUnits } from "./ignition-parts.ts";
import { doubled, type Node } from "./node-text.ts";

/** What Flatcar reads when it first boots: Ignition 3.3, as https://coreos.github.io/ignition/configuration-v3_3/ has it. */
export const ignition = (node: Node): JsonNode => ({
  ignition: { version: "3.3.0" },
  storage: {
    files: ignitionFiles(node).map((file) =>
      traced<JsonNode>(
        { path: file.path, mode: file.mode, overwrite: true, contents: { source: sourceOf(file) } },
        ...file.origins,
      ),
    ),
  },
  systemd: {
    units: ignitionUnits(node).map(({ name, enabled, contents, dropIns }) => ({
      name,
      enabled,
      contents: contents && doubled(contents.text),
      dropins:
        dropIns.length === 0
          ? undefined
          : dropIns.map((each) => ({ name: each.name, contents: doubled(each.contents.text) })),
    })),
  },
});

/** Escaped, nothing of a text looks like a template to Terraform; what is filled in has no character that needs it. */
export function sourceOf({ content }: IgnitionFile): string {
  if (content.kind === "encoded") return `data:;base64,${content.text}`;
  if (content.kind === "filled") return `data:,${content.text.replaceAll("\n", "%0A")}`;
  return `data:,${encodeURIComponent(content.printed.text)}`;
}
