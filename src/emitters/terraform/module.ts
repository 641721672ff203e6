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
import { extract, type Extracted, type Module } from "./modules/extract.ts";
import { inputBlocks } from "./modules/module-input.ts";
import { outputBlocks } from "./outputs.ts";
import type { Platform } from "./platform.ts";
import { variableBlocks } from "./variables.ts";
import { makers, moduleVersionsBlock, versionsBlock } from "./versions.ts";
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
  return hasComponents(environment)
    ? cut(environment, files, scriptOutputs).flatMap((root) => rootFiles(environment, platform, sections, root))
    : wholeRoot(environment, platform, sections, files);
}

function wholeRoot(environment: Environment, platform: Platform, sections: Files, files: Files): readonly Artifact[] {
  const { files: left, modules } = extracted(environment, platform, files);
  return [
    ...artifacts(environment.provider?.at ?? environment.at, withInputs(environment, platform, left)),
    ...modules.flatMap((each) => moduleArtifacts(environment, platform, sections, each)),
  ];
}

/** A platform that writes its modules itself has nothing of theirs among its sections. */
const extracted = (environment: Environment, platform: Platform, files: Files): Extracted =>
  platform.modules === undefined ? extract(environment, files) : { files, modules: [] };

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
  const { files: left, modules } = extracted(environment, platform, files);
  const own = blocksOf(left);
  const asks = namesBehind("data.", referencesIn(own));
  const makes = own.some(({ type }) => ["resource", "data", "module"].includes(type));
  const isNeeded = ({ type, labels }: Block): boolean => (type === "data" ? asks.has(labels[0] ?? "") : makes);
  const context = Object.entries(sections).map(([file, blocks]) => [
    file,
    [...blocks.filter((each) => isContext(each) && isNeeded(each)), ...(left[file] ?? [])],
  ]);
  const at = placeOfComponent(environment, component);
  return [
    ...artifacts(
      at,
      withInputs(ofComponent(environment, component), platform, {
        "state.tf": remoteStates(environment, reads),
        ...left,
        ...(Object.fromEntries(context) as Files),
      }),
    ),
    ...modules.flatMap((each) => moduleArtifacts(environment, platform, sections, each)),
  ];
}

function withInputs(environment: Environment, platform: Platform, files: Files): Files {
  const references = referencesIn(blocksOf(files));
  return {
    "versions.tf": [versionsBlock(environment, requiredProviders(platform, blocksOf(files)))],
    "variables.tf": variableBlocks(environment, namesBehind("var.", references)),
    ...files,
  };
}

/** A module below the root; who we are and where it asks itself. */
function moduleArtifacts(
  environment: Environment,
  platform: Platform,
  sections: Files,
  { name, at, blocks, inputs, outputs }: Module,
): readonly Artifact[] {
  const asks = namesBehind("data.", referencesIn(blocks));
  const context = blocksOf(sections).filter(
    (each) => each.type === "data" && isContext(each) && asks.has(each.labels[0] ?? ""),
  );
  return artifacts(
    at,
    {
      "main.tf": [...context, ...blocks],
      "variables.tf": inputBlocks(environment, inputs, blocks),
      "outputs.tf": outputs,
      "versions.tf": [moduleVersionsBlock(environment, at, [platform.provider, ...makersOf(blocks)])],
    },
    `modules/${name}/`,
  );
}

/** The providers beside the platform's own. */
const makersOf = (blocks: readonly Block[]) =>
  Object.entries(makers)
    .filter(([prefix]) => blocks.some(({ type, labels }) => type === "resource" && labels[0]?.startsWith(prefix)))
    .map(([, maker]) => maker);

const requiredProviders = ({ provider }: Platform, blocks: readonly Block[]) => [
  ...(blocks.some(({ type }) => type === "provider") ? [provider] : []),
  ...makersOf(blocks),
];

const artifacts = (at: SpecPath, files: Files, folder = ""): readonly Artifact[] =>
  Object.entries(files)
    .filter(([, blocks]) => blocks.length > 0)
    .map(([path, blocks]) => ({ path: `${folder}${path}`, at, document: hcl(blocks) }));
