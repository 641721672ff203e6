import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import {
  because,
  type DockerfileDocument,
  dockerfile,
  exec,
  type Instruction,
  instruction,
  paths,
} from "../../formats/dockerfile/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { BuiltImage } from "../parts/docker-build.ts";
import { knownText } from "../parts/known-text.ts";
import { packageInstructions } from "./packages.ts";

const DISTROLESS = "gcr.io/distroless/cc-debian12:nonroot";
const FOLDER = "/app";
const NOBODY = "65532:65532";

/** The image of an app: what its build's context holds, and how the app starts. */
export function dockerfileOf(environment: Environment, image: BuiltImage): DockerfileDocument {
  const users = environment.apps.filter(({ builtFrom }) => builtFrom?.name === image.name);
  return dockerfile([
    instruction("FROM", image.base ?? traced(DISTROLESS, by("docker-base", image.at))),
    ...packageInstructions(environment, image),
    ...(lentBy(environment, image) ??
      withoutApp(environment, image) ?? [
        ...program(image),
        user(image, users),
        ...ports(users),
        ...start(image, users),
      ]),
  ]);
}

/** An image whose files others are lent has those of all environments, at the path where they are lent. */
function lentBy({ apps }: Environment, image: BuiltImage): readonly Instruction[] | undefined {
  const volume = apps.flatMap(({ volumes }) => volumes).find(({ storage }) => storage.image?.name === image.name);
  if (volume === undefined) return undefined;
  const folder = traced(knownText(volume.path), ...volume.path[ORIGINS]);
  return [
    because([{ at: volume.at }, by("docker-environment", image.at)], instruction("COPY", "env", folder)),
    instruction("VOLUME", paths(folder)),
  ];
}

const program = ({ at }: BuiltImage): readonly Instruction[] => [
  because([by("docker-files", [...at, "build"])], instruction("WORKDIR", FOLDER)),
  because([by("docker-files", [...at, "build"])], instruction("COPY", ".", ".")),
];

/** An image that others are built on has packages alone, and that of a proxy starts it. */
function withoutApp(
  { containerImages, proxies }: Environment,
  { name }: BuiltImage,
): readonly Instruction[] | undefined {
  const proxy = proxies.find(({ image }) => image?.name === name);
  if (proxy !== undefined)
    return [because([{ at: proxy.at }, by("nginx-container", proxy.at)], instruction("CMD", exec(proxy.kind.value)))];
  return containerImages.some(({ builtOn }) => builtOn?.value === name) ? [] : undefined;
}

/** Who starts the only app of the image, where it says so. */
function user({ at }: BuiltImage, users: readonly App[]): Instruction {
  const [only] = users.length === 1 ? users : [];
  return only?.user === undefined
    ? because([by("docker-user", at)], instruction("USER", NOBODY))
    : instruction("USER", traced(knownText(only.user), ...only.user[ORIGINS]));
}

/** Each once; the runtimes publish them, and people read them here. */
function ports(users: readonly App[]): readonly Instruction[] {
  const byNumber = new Map(users.flatMap(({ port }) => (port === undefined ? [] : [[port.value, port] as const])));
  return [...byNumber]
    .sort(([a], [b]) => a - b)
    .map(([, port]) =>
      instruction(
        "EXPOSE",
        derive(port, (number) => String(number)),
      ),
    );
}

/** What the only app that runs the image says; runtimes hand several apps their commands themselves. */
function start(image: BuiltImage, users: readonly App[]): readonly Instruction[] {
  const [only] = users.length === 1 ? users : [];
  const command = argv(only?.command);
  const args = argv(only?.args);
  const entryPoint = command ?? (image.base === undefined ? [programPath(image)] : undefined);
  return [
    ...(entryPoint === undefined ? [] : [instruction("ENTRYPOINT", exec(...entryPoint))]),
    ...(args === undefined ? [] : [instruction("CMD", exec(...args))]),
  ];
}

const programPath = ({ name, at }: BuiltImage): Traced<string> => traced(`${FOLDER}/${name}`, by("docker-program", at));

/** Words that the image can hold; what depends on the copy or the deployment is the runtime's to say. */
const argv = (words: readonly Text[] | undefined): readonly Traced<string>[] | undefined =>
  words?.every(isLiteral) ? words.map(literal) : undefined;
