import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { embedded, type YamlNode } from "../../formats/yaml/tree.ts";
import { fleetSettingsFile } from "../parts/fleet-unit-names.ts";
import type { NodeUnit } from "../parts/fleet-node/node-setup.ts";
import { literally, type Node } from "./node-text.ts";
import { filledIn, nodeValues } from "./node-values.ts";

/** A cloud-config of CoreOS, which fills in the addresses of the machine itself. */
export const coreosConfig = (node: Node): YamlNode => ({
  hostname:
    node.group.hostname === undefined
      ? undefined
      : traced(filledIn(nodeValues.hostname), { at: [...node.group.at, "hostname"] }),
  write_files: filesOf(node),
  coreos: {
    update: { "reboot-strategy": traced("etcd-lock", by("coreos-updates", node.group.at)) },
    etcd2: etcdOf(node),
    fleet: fleetOf(node),
    units: [
      ...(node.setup.etcd === undefined ? [] : [started("etcd2.service")]),
      ...node.setup.units.filter(isBefore).map(unitOf),
      ...(node.setup.fleet === undefined ? [] : [fleetUnit(node)]),
      ...node.setup.units.filter((unit) => !isBefore(unit)).map(unitOf),
    ],
  },
});

const filesOf = ({ environment, setup, settings }: Node): readonly YamlNode[] => [
  ...setup.files.map(({ path, mode, content }) => ({ path, permissions: mode, content: embedded(literally(content)) })),
  ...settings.map((app) =>
    traced<YamlNode>(
      {
        path: fleetSettingsFile(environment, app),
        permissions: "0600",
        encoding: "base64",
        content: filledIn(nodeValues.settings(app)),
      },
      by("settings-at-boot", app.at),
    ),
  ),
];

/** From https://github.com/coreos/etcd/blob/v2.3.8/Documentation/configuration.md */
function etcdOf({ setup: { etcd } }: Node): YamlNode {
  if (etcd === undefined) return undefined;
  const { token, peers } = etcd;
  const found: YamlNode =
    token === undefined
      ? { "initial-cluster": peers.join(",") }
      : { discovery: traced(filledIn(nodeValues.discovery), { at: token.at }) };
  return {
    ...(found as object),
    "advertise-client-urls": "http://$private_ipv4:2379",
    "initial-advertise-peer-urls": "http://$private_ipv4:2380",
    "listen-client-urls": "http://127.0.0.1:2379,http://$private_ipv4:2379",
    "listen-peer-urls": "http://$private_ipv4:2380",
  };
}

/** Machines tell by their metadata which group they are of. */
const fleetOf = ({ group, setup: { fleet } }: Node): YamlNode =>
  fleet &&
  traced(
    { metadata: `group=${group.name}`, "public-ip": "$private_ipv4" },
    { at: fleet.at },
    by("fleet-metadata", fleet.at),
  );

/** Disks and Docker are there before fleet. */
const isBefore = ({ name }: NodeUnit): boolean => name === "docker.service" || /^format-|\.mount$/.test(name);

const started = (name: string): YamlNode => ({ name, command: "start" });

const fleetUnit = ({ setup: { fleet } }: Node): YamlNode =>
  traced<YamlNode>(
    {
      name: "fleet.service",
      command: "start",
      "drop-ins": [
        { name: "10-order.conf", content: "[Unit]\nWants=etcd2.service\nAfter=etcd2.service docker.service\n" },
      ],
    },
    ...(fleet === undefined ? [] : [{ at: fleet.at }]),
  );

const unitOf = ({ name, content, dropIns = [] }: NodeUnit): YamlNode => ({
  name,
  command: "start",
  enable: content !== undefined && content.text.includes("[Install]") ? true : undefined,
  content: content && embedded(literally(content)),
  "drop-ins":
    dropIns.length === 0
      ? undefined
      : dropIns.map((each) => ({ name: each.name, content: embedded(literally(each.content)) })),
});
