import type { Environment } from "../../compiler/environment/environment.ts";
import type { Registry } from "../../compiler/environment/registry.ts";
import { isLiteral, literal, type Text, wholeReference } from "../../compiler/environment/text.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { type BuiltImage, builtImages } from "../parts/docker-build.ts";
import { expression } from "./expression.ts";
import { githubWords, shellText } from "./words.ts";

/** The images that the pipeline builds: those of a registry that builds by itself come with the push. */
export const builtHere = (environment: Environment): readonly BuiltImage[] =>
  builtImages(environment).filter(({ registry }) => registry?.autoBuild.value !== true);

interface Scanned {
  readonly name: string;
  readonly word: string;
}

/** The images that the environment builds, else those that its apps run. */
export function scannedImages(environment: Environment): readonly Scanned[] {
  const { containerImages, apps } = environment;
  const named: readonly (readonly [string, Text])[] =
    containerImages.length > 0
      ? containerImages.map(({ name, reference }) => [name, reference] as const)
      : apps.map(({ name, image }) => [name, image] as const);
  return named.map(([name, reference]) => ({ name, word: shellText(reference, githubWords) }));
}

/** Who pushes signs in: with the user and the secret of the registry, at GitHub's own as the job. */
export function loginStep(environment: Environment): readonly YamlNode[] {
  const registries = new Map(
    builtHere(environment).flatMap(({ registry }) =>
      registry === undefined ? [] : [[registry.name, registry] as const],
    ),
  );
  return [...registries.values()].flatMap((registry) => signInTo(environment, registry));
}

function signInTo({ secrets }: Environment, { url, login, name }: Registry): readonly YamlNode[] {
  const server = isLiteral(url) ? (literal(url).value.split("/")[0] ?? "") : "";
  if (server === "ghcr.io")
    return [
      {
        name: `Sign in to ${name}`,
        env: { PASSWORD: expression("github.token"), ACTOR: expression("github.actor") },
        run: 'printf %s "$PASSWORD" | docker login ghcr.io --username "$ACTOR" --password-stdin',
      },
    ];
  const reference = login?.password === undefined ? undefined : wholeReference(login.password);
  const secret = reference?.kind === "secret" ? secrets.find((each) => each.name === reference.name) : undefined;
  if (login?.user === undefined || secret?.source.kind !== "env") return [];
  return [
    {
      name: `Sign in to ${name}`,
      env: { PASSWORD: expression(`secrets.${secret.source.variable}`) },
      run: `printf %s "$PASSWORD" | docker login ${server === "docker.io" ? "" : `${server} `}--username ${shellText(login.user, githubWords)} --password-stdin`,
    },
  ];
}
