import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Disk, InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { literal } from "../../compiler/environment/text.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { text } from "../../formats/text/tree.ts";
import { printUnit } from "../../formats/unit/print.ts";
import { command, directive, section, unit, words } from "../../formats/unit/tree.ts";
import { printYaml } from "../../formats/yaml/print.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { boxOf } from "./systems.ts";

/** The file that tells a container system what to do when it boots; other systems are set up by Ansible. */
export const userDataPath = (environment: Environment, group: InstanceGroup): Traced<string> | undefined =>
  boxOf(environment, group.image).value.isContainerSystem
    ? traced(`user-data/${group.name}.yaml`, { at: group.at })
    : undefined;

/** The cloud-config of each group that boots a container system. */
export const userData = (environment: Environment): readonly Artifact[] =>
  environment.instances
    .filter((group) => group.count.value > 0)
    .flatMap((group) => {
      const path = userDataPath(environment, group);
      return path === undefined ? [] : [artifact(environment, group, path.value)];
    });

/** The first line names the format, so the header comes second. */
function artifact(environment: Environment, group: InstanceGroup, path: string): Artifact {
  const printed = printYaml(yaml(cloudConfig(group)));
  const lines = printed.text.trimEnd().split("\n");
  const body = lines.map((line, index) => traced(line, ...(printed.origins[index] ?? [])));
  return {
    path,
    at: group.at,
    document: {
      ...text(["#cloud-config", `# ${headerOf(environment)}`, ...body]),
      [ORIGINS]: [by("vagrant-user-data", group.at)],
    },
  };
}

const cloudConfig = (group: InstanceGroup): YamlNode => ({
  coreos: {
    units: [{ name: "docker.service", command: "start" }, ...group.disks.flatMap(diskUnits)],
  },
});

/** VirtualBox attaches the disks of a group in their order, after the one that boots. */
function diskUnits({ name, at, mount, filesystem }: Disk, place: number): readonly YamlNode[] {
  if (mount === undefined) return [];
  const device = `/dev/sd${String.fromCharCode("b".charCodeAt(0) + place)}`;
  const where = literal(mount);
  const unitName = `${where.value.replace(/^\//, "").replaceAll("/", "-")}.mount`;
  const format = `format-${name}.service`;
  const origins = [{ at }, by("vagrant-user-data", at)];
  const formatting = unit([
    section("Unit", origins, [
      directive("Description", `Make a file system on ${device} unless there is one`),
      directive("Before", words(unitName)),
    ]),
    section("Service", origins, [
      directive("Type", "oneshot"),
      directive("RemainAfterExit", "yes"),
      directive(
        "ExecStart",
        command(["/usr/bin/bash", "-c", `blkid ${device} || mkfs.${filesystem.value} -L ${name} ${device}`]),
      ),
    ]),
  ]);
  const mounting = unit([
    section("Unit", origins, [
      directive("Description", `The disk ${name}`),
      directive("Requires", words(format)),
      directive("After", words(format)),
      directive("Before", words("docker.service")),
    ]),
    section("Mount", origins, [directive("What", device), directive("Where", where), directive("Type", filesystem)]),
  ]);
  return [
    { name: format, command: "start", content: printUnit(formatting).text },
    { name: unitName, command: "start", content: printUnit(mounting).text },
  ];
}
