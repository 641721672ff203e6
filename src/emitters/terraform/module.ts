import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { type Block, hcl } from "../../formats/hcl/tree.ts";
import { generatedSecrets } from "./generated-secrets.ts";
import { outputBlocks } from "./outputs.ts";
import type { Platform } from "./platform.ts";
import { variableBlocks } from "./variables.ts";
import { randomProvider, versionsBlock } from "./versions.ts";
import { namesBehind, referencesIn } from "./walk.ts";

type Files = Readonly<Record<string, readonly Block[]>>;

/** The files of the root module, each for one concern and none without content. */
export function moduleFiles(environment: Environment, platform: Platform): readonly Artifact[] {
  const files = platformFiles(environment, platform);
  const outputs = [
    ...outputBlocks({ environment, attribute: (reference) => platform.attribute(environment, reference) }),
    ...(platform.outputs?.(environment) ?? []),
  ];
  const references = referencesIn([...Object.values(files).flat(), ...outputs]);
  const secrets = generatedSecrets(environment, namesBehind("random_password.", references));
  return artifacts(environment, {
    "versions.tf": [versionsBlock(environment, requiredProviders(platform, references))],
    "variables.tf": variableBlocks(environment, namesBehind("var.", references)),
    ...files,
    "secrets.tf": secrets,
    "outputs.tf": outputs,
  });
}

const platformFiles = (environment: Environment, { sections }: Platform): Files =>
  Object.fromEntries(Object.entries(sections).map(([file, section]) => [file, section(environment)]));

const requiredProviders = ({ provider }: Platform, references: readonly string[]) =>
  references.some((path) => path.startsWith("random_password.")) ? [provider, randomProvider] : [provider];

const artifacts = (environment: Environment, files: Files): readonly Artifact[] =>
  Object.entries(files)
    .filter(([, blocks]) => blocks.length > 0)
    .map(([path, blocks]) => ({ path, at: environment.provider?.at ?? environment.at, document: hcl(blocks) }));
