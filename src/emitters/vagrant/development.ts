import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { headerOf } from "../../compiler/header.ts";
import { pathBetween } from "../../compiler/layout.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { filled } from "../../formats/text/template.ts";
import { ansibleGroup } from "../parts/ansible-names.ts";
import { appsOn } from "../parts/app-settings.ts";
import { groupsThatBoot, lineage } from "../parts/boot-images.ts";
import { installScriptPath } from "../parts/image-install-script.ts";
import { knownText } from "../parts/known-text.ts";
import { boxes } from "./boxes.ts";
import { development, image } from "./templates.gen.ts";

/** Machines to develop on, where the environment itself is at a cloud: one for each app of Nomad, and each image of ours. */
export const developmentMachines = (environment: Environment): readonly Artifact[] => [
  ...nomadApps(environment).map((app) => appMachine(environment, app)),
  ...builtImages(environment).map((built) => imageMachine(environment, built)),
];

/** Apps of other clusters are developed with Compose. */
export const nomadApps = ({ apps }: Environment): readonly App[] =>
  apps.filter(({ cluster }) => cluster?.kind.value === "nomad");

const builtImages = (environment: Environment): readonly MachineImage[] =>
  environment.machineImages.filter(
    (built) => built.builder?.value === "packer" && (built.installs.length > 0 || isSetUpByAnsible(environment, built)),
  );

const isSetUpByAnsible = (environment: Environment, built: MachineImage): boolean =>
  environment.targets.some(({ value }) => value === "ansible") &&
  groupsThatBoot(environment, built).some((group) => appsOn(environment, group).length > 0);

/** The ports of Nomad's and Consul's own pages. */
const agentPorts = [4646, 8500];

/** From the folder of a Vagrantfile to the one that `out/` stands in. */
const projectFolder = "../../../../..";

function appMachine(environment: Environment, app: App): Artifact {
  const { name, at, port, labels } = app;
  const placed = { target: "vagrant", at, path: `${name}/Vagrantfile` };
  const meta = labels.map((label) => [label.name, knownText(label.value)] as const);
  const origins = labels.flatMap(({ value }) => value[ORIGINS]);
  return {
    ...placed,
    document: filled(
      development,
      {
        header: headerOf(environment),
        name: traced(name, { at }),
        job: pathBetween(environment, placed, { target: "nomad", at, path: `${name}.nomad.hcl` }),
        box: boxFor("ubuntu-24.04"),
        project: projectFolder,
        ports: [...agentPorts.map((each) => traced(each)), ...(port === undefined ? [] : [port])],
        client: traced(JSON.stringify({ client: { meta: Object.fromEntries(meta) } }), ...origins),
      },
      [by("vagrant-development", at)],
    ),
  };
}

function imageMachine(environment: Environment, built: MachineImage): Artifact {
  const { name, at } = built;
  const placed = { target: "vagrant", at, path: `${name}/Vagrantfile` };
  const toPlaybook = (path: string) => pathBetween(environment, placed, { target: "ansible", at: [], path });
  const script = { target: "packer", at, path: installScriptPath(built) };
  const { base } = lineage(environment, built).at(-1) ?? built;
  return {
    ...placed,
    document: filled(
      image,
      {
        header: headerOf(environment),
        name: traced(name, { at }),
        box: derive(base, boxFor),
        script: built.installs.length === 0 ? undefined : pathBetween(environment, placed, script),
        playbook: isSetUpByAnsible(environment, built) ? toPlaybook("playbook.yml") : undefined,
        requirements: toPlaybook("requirements.yml"),
        groups: groupsThatBoot(environment, built).map((group) => inAnsible(group.name, group.at)),
      },
      [by("vagrant-image", at)],
    ),
  };
}

const inAnsible = (name: string, at: Artifact["at"]): Traced<string> => traced(ansibleGroup(name), { at });

const boxFor = (system: string): string => boxes[system]?.name ?? system;
