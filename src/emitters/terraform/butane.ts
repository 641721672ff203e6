import { traced } from "../../formats/origin.ts";
import { embedded, type YamlNode } from "../../formats/yaml/tree.ts";
import { sourceOf } from "./ignition.ts";
import { type IgnitionFile, ignitionFiles, ignitionUnits } from "./ignition-parts.ts";
import { literally, type Node } from "./node-text.ts";

/** The same for people: Butane, of which Ignition is made. */
export const butane = (node: Node): YamlNode => ({
  variant: "flatcar",
  version: "1.0.0",
  storage: {
    files: ignitionFiles(node).map((file) =>
      traced<YamlNode>(
        { path: file.path, mode: file.mode, overwrite: true, contents: contentsOf(file) },
        ...file.origins,
      ),
    ),
  },
  systemd: {
    units: ignitionUnits(node).map(({ name, enabled, contents, dropIns }) => ({
      name,
      enabled,
      contents: contents && embedded(literally(contents)),
      dropins:
        dropIns.length === 0
          ? undefined
          : dropIns.map((each) => ({ name: each.name, contents: embedded(literally(each.contents)) })),
    })),
  },
});

function contentsOf(file: IgnitionFile): YamlNode {
  const { content } = file;
  if (content.kind === "encoded") return { source: sourceOf(file) };
  return { inline: content.kind === "filled" ? content.text : embedded(literally(content.printed)) };
}
