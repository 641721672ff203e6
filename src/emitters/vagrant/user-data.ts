import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Disk, InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { literal } from "../../compiler/environment/text.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced, tracedBy } from "../../formats/origin.ts";
import { printTemplate } from "../../formats/text/print-template.ts";
import { text } from "../../formats/text/tree.ts";
import { printUnit } from "../../formats/unit/print.ts";
import { command, directive, section, unit, words } from "../../formats/unit/tree.ts";
import { printYaml } from "../../formats/yaml/print.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import {
  backupProgram,
  backupScript,
  backupService,
  backupTimer,
  backupUnitName,
  type FileBackup,
  fileBackups,
} from "../parts/file-backups.ts";
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
  const printed = printYaml(yaml(cloudConfig(environment, group)));
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

const cloudConfig = (environment: Environment, group: InstanceGroup): YamlNode => {
  const backups = fileBackups(environment).filter((backup) => backup.group?.name === group.name);
  return {
    coreos: {
      ...etcdPeers(environment, group),
      units: [
        { name: "docker.service", command: "start" },
        ...group.disks.flatMap(diskUnits),
        ...backups.flatMap((backup) => backupUnits(environment, backup)),
      ],
    },
    ...(backups.length === 0 ? {} : { write_files: backups.map((backup) => backupFile(environment, backup)) }),
  };
};

/** etcd of those days found its members by a list of peers; a machine that the spec does not have is named by address. */
function etcdPeers({ discovery }: Environment, group: InstanceGroup): Readonly<Record<string, YamlNode>> {
  const store = discovery.find(
    ({ kind, agents }) => kind.value === "etcd" && agents.some(({ name }) => name === group.name),
  );
  if (store === undefined) return {};
  const members = store.members.flatMap(({ address }) =>
    address === undefined || address.value === "dhcp" ? [] : [derive(address, (value) => `${value}:7001`)],
  );
  const peers = [...members, ...store.peers];
  return {
    etcd: {
      addr: "$private_ipv4:4001",
      "peer-addr": "$private_ipv4:7001",
      peers: tracedBy(peers.map(({ value }) => value).join(","), ...peers),
    },
  };
}

const backupUnits = (environment: Environment, backup: FileBackup): readonly YamlNode[] => {
  const name = backupUnitName(environment, backup);
  return [
    { name: `${name}.service`, content: printUnit(backupService(environment, backup)).text },
    { name: `${name}.timer`, command: "start", content: printUnit(backupTimer(backup)).text },
  ];
};

const backupFile = (environment: Environment, backup: FileBackup): YamlNode => ({
  path: backupProgram(environment, backup),
  permissions: "0755",
  content: printTemplate(backupScript(environment, backup)).text,
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
