import type { Environment } from "../../compiler/environment/environment.ts";
import type { Text } from "../../compiler/environment/text.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { type JsonDocument, type JsonNode, json } from "../../formats/json/tree.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import { containerChanges, FOLDER } from "./container-changes.ts";
import type { PackedContainer } from "./container-images.ts";
import { lowerUser, readBy, userDefaults } from "./container-lower.ts";
import { containerLogin } from "./container-login.ts";
import { splitReference } from "./split-reference.ts";

/** The template of a container image: built from its base, tagged, and pushed to its registry. */
export function containerTemplate(environment: Environment, image: PackedContainer): JsonDocument {
  const read = readBy(environment, image);
  const sensitive = read.secrets.map(({ name, at }) => traced(name, { at }));
  return json({
    // JSON has no comments, but Packer passes over keys that begin with an underscore.
    _comment: headerOf(environment),
    min_packer_version: traced("1.6.0", by("packer-version", image.at)),
    variables: {
      ...userDefaults(read, image),
      context: derive(image.build.context, (folder) => folder),
    },
    "sensitive-variables": sensitive.length === 0 ? undefined : sensitive,
    builders: [builder(environment, image)],
    provisioners: provisioners(image),
    "post-processors": [postProcessors(image)],
  });
}

const builder = (environment: Environment, image: PackedContainer): JsonNode =>
  traced<JsonNode>(
    {
      type: "docker",
      image: image.base,
      commit: true,
      changes: containerChanges(environment, image),
    },
    by("packer-docker", image.at),
  );

/** The sources are looked for when the build runs, since the template may stand elsewhere. */
const provisioners = ({ at }: PackedContainer): JsonNode =>
  traced<JsonNode>(
    [
      { type: "shell", inline: [`mkdir -p ${FOLDER}`] },
      { type: "file", source: "{{user `context`}}/", destination: FOLDER, generated: true },
    ],
    by("packer-sources", [...at, "build"]),
  );

function postProcessors(image: PackedContainer): JsonNode {
  const { repository, tag } = splitReference(image.reference);
  return [
    traced<JsonNode>(
      {
        type: "docker-tag",
        repository: lowerUser(repository),
        tag: tag === undefined ? undefined : [lowerUser(tag)],
      },
      { at: image.at },
    ),
    ...(image.registry === undefined ? [] : [push(image, repository)]),
  ];
}

const push = (image: PackedContainer, repository: Text): JsonNode =>
  traced<JsonNode>({ type: "docker-push", ...containerLogin(image) }, { at: image.at }, ...repository[ORIGINS]);
