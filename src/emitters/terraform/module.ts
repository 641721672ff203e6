import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { hasComponents, placeOfComponent } from "../../compiler/layout.ts";
import { type Block, hcl } from "../../formats/hcl/tree.ts";
import type { SpecPath } from "../../formats/origin.ts";
import { ofComponent } from "../parts/component-state.ts";
import { isContext } from "./components/address.ts";
import { cut, type Files, type Root } from "./components/cut.ts";
import { remoteStates } from "./components/remote-states.ts";
import { generatedSecrets } from "./generated-secrets.ts";
import { outputBlocks } from "./outputs.ts";
import type { Platform } from "./platform.ts";
import { variableBlocks } from "./variables.ts";
import { randomProvider, versionsBlock } from "./versions.ts";
import { namesBehind, referencesIn } from "./walk.ts";

/** The files of the root module, each for one concern and none without content; with components, of each one's. */
export function moduleFiles(environment: Environment, platform: Platform): readonly Artifact[] {
  const sections = platformFiles(environment, platform);
  const scriptOutputs = platform.outputs?.(environment) ?? [];
  const outputs = [
    ...outputBlocks({ environment, attribute: (reference) => platform.attribute(environment, reference) }),
    ...scriptOutputs,
  ];
  const references = referencesIn([...blocksOf(sections), ...outputs]);
  const secrets = generatedSecrets(environment, namesBehind("random_password.", references));
  const files = { ...sections, "secrets.tf": secrets, "outputs.tf": outputs };
  const at = environment.provider?.at ?? environment.at;
  return hasComponents(environment)
    ? cut(environment, files, scriptOutputs).flatMap((root) => rootFiles(environment, platform, sections, root))
    : artifacts(at, withInputs(environment, platform, files));
}

const platformFiles = (environment: Environment, { sections }: Platform): Files =>
  Object.fromEntries(Object.entries(sections).map(([file, section]) => [file, section(environment)]));

const blocksOf = (files: Files): readonly Block[] => Object.values(files).flat();

/** The module of a component; one that only hands on what others have made needs no provider. */
function rootFiles(
  environment: Environment,
  platform: Platform,
  sections: Files,
  { component, files, reads }: Root,
): readonly Artifact[] {
  const own = blocksOf(files);
  const asks = namesBehind("data.", referencesIn(own));
  const makes = own.some(({ type }) => type === "resource" || type === "data");
  const isNeeded = ({ type, labels }: Block): boolean => (type === "data" ? asks.has(labels[0] ?? "") : makes);
  const context = Object.entries(sections).map(([file, blocks]) => [
    file,
    [...blocks.filter((each) => isContext(each) && isNeeded(each)), ...(files[file] ?? [])],
  ]);
  return artifacts(
    placeOfComponent(environment, component),
    withInputs(ofComponent(environment, component), platform, {
      "state.tf": remoteStates(environment, reads),
      ...files,
      ...(Object.fromEntries(context) as Files),
    }),
  );
}

function withInputs(environment: Environment, platform: Platform, files: Files): Files {
  const references = referencesIn(blocksOf(files));
  return {
    "versions.tf": [versionsBlock(environment, requiredProviders(platform, blocksOf(files)))],
    "variables.tf": variableBlocks(environment, namesBehind("var.", references)),
    ...files,
  };
}

const requiredProviders = ({ provider }: Platform, blocks: readonly Block[]) => [
  ...(blocks.some(({ type }) => type === "provider") ? [provider] : []),
  ...(blocks.some(({ type, labels }) => type === "resource" && labels[0]?.startsWith("random_"))
    ? [randomProvider]
    : []),
];

const artifacts = (at: SpecPath, files: Files): readonly Artifact[] =>
  Object.entries(files)
    .filter(([, blocks]) => blocks.length > 0)
    .map(([path, blocks]) => ({ path, at, document: hcl(blocks) }));
