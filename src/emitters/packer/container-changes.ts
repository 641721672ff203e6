import type { Environment } from "../../compiler/environment/environment.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { type PackedContainer, usersOf } from "./container-images.ts";

export const FOLDER = "/app";
const NOBODY = "65532:65532";

/** What the image says of itself, in the words of a Dockerfile: who runs it, where, its ports, and how it starts. */
export function containerChanges(environment: Environment, image: PackedContainer): JsonNode {
  const users = usersOf(environment, image);
  const ports = new Map(users.flatMap(({ port }) => (port === undefined ? [] : [[port.value, port] as const])));
  const [only] = users.length === 1 ? users : [];
  return [
    traced(`WORKDIR ${FOLDER}`, by("packer-sources", [...image.at, "build"])),
    traced(`USER ${NOBODY}`, by("docker-user", image.at)),
    ...[...ports].sort(([a], [b]) => a - b).map(([, port]) => traced(`EXPOSE ${port.value}`, ...port[ORIGINS])),
    ...starts("ENTRYPOINT", only?.command),
    ...starts("CMD", only?.args),
  ];
}

/** Words that the image can hold; what depends on the copy or the deployment is the runtime's to say. */
function starts(instruction: "ENTRYPOINT" | "CMD", words: readonly Text[] | undefined): readonly JsonNode[] {
  if (words === undefined || !words.every(isLiteral)) return [];
  const written = words.map((word) => literal(word).value);
  return [traced(`${instruction} ${JSON.stringify(written)}`, ...words.flatMap((word) => word[ORIGINS]))];
}
