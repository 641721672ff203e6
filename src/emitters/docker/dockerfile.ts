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
} from "../../formats/dockerfile/tree.ts";
import { derive, type Traced, traced } from "../../formats/origin.ts";
import type { BuiltImage } from "../parts/docker-build.ts";

const DISTROLESS = "gcr.io/distroless/cc-debian12:nonroot";
const FOLDER = "/app";
const NOBODY = "65532:65532";

/** The image of an app: what its build's context holds, and how the app starts. */
export function dockerfileOf({ apps }: Environment, image: BuiltImage): DockerfileDocument {
  const users = apps.filter(({ builtFrom }) => builtFrom?.name === image.name);
  return dockerfile([
    instruction("FROM", image.base ?? traced(DISTROLESS, by("docker-base", image.at))),
    because([by("docker-files", [...image.at, "build"])], instruction("WORKDIR", FOLDER)),
    because([by("docker-files", [...image.at, "build"])], instruction("COPY", ".", ".")),
    because([by("docker-user", image.at)], instruction("USER", NOBODY)),
    ...ports(users),
    ...start(image, users),
  ]);
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
  const entryPoint = command ?? (image.base === undefined ? [program(image)] : undefined);
  return [
    ...(entryPoint === undefined ? [] : [instruction("ENTRYPOINT", exec(...entryPoint))]),
    ...(args === undefined ? [] : [instruction("CMD", exec(...args))]),
  ];
}

const program = ({ name, at }: BuiltImage): Traced<string> => traced(`${FOLDER}/${name}`, by("docker-program", at));

/** Words that the image can hold; what depends on the copy or the deployment is the runtime's to say. */
const argv = (words: readonly Text[] | undefined): readonly Traced<string>[] | undefined =>
  words?.every(isLiteral) ? words.map(literal) : undefined;
