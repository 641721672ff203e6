import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { traced } from "../../../formats/origin.ts";
import {
  assignment,
  command,
  commandLines,
  concatenation,
  directive,
  section,
  type UnitDocument,
  unit,
  variable,
  words,
} from "../../../formats/unit/tree.ts";
import type { NodeSetup } from "./node-setup.ts";

interface FlatcarUnit {
  readonly name: string;
  readonly document?: UnitDocument;
  /** What is added to a unit of the system. */
  readonly dropIn?: UnitDocument;
}

const ADDRESS = "private-address.service";
const ETCD = "etcd-member.service";
const address = variable("COREOS_PRIVATE_IPV4");

/** What stands in for CoreOS' own: its address file, etcd 3 as a container, and fleet, which Flatcar has no more. */
export const flatcarUnits = (group: InstanceGroup, setup: NodeSetup): readonly FlatcarUnit[] => [
  { name: ADDRESS, document: addressUnit(group) },
  ...(setup.etcd === undefined ? [] : [{ name: ETCD, dropIn: etcdDropIn(group, setup) }]),
  ...(setup.fleet === undefined
    ? []
    : [
        { name: "fleet-install.service", document: installUnit(group) },
        { name: "fleet.service", document: fleetUnit(group, setup) },
      ]),
];

const ruled = (group: InstanceGroup) => [by("flatcar-units", group.at)];

/** From https://www.flatcar.org/docs/latest/installing/cloud/gcp/: what the metadata agent of Google's machines writes. */
const addressUnit = (group: InstanceGroup): UnitDocument =>
  unit([
    section("Unit", ruled(group), [
      directive("Description", "Address of the machine"),
      directive("Requires", words("coreos-metadata.service")),
      directive("After", words("coreos-metadata.service")),
    ]),
    section("Service", ruled(group), [
      directive("Type", "oneshot"),
      directive("RemainAfterExit", "yes"),
      directive("EnvironmentFile", "/run/metadata/flatcar"),
      directive(
        "ExecStart",
        command(["/bin/bash", "-c", 'echo "COREOS_PRIVATE_IPV4=$COREOS_GCE_IP_LOCAL_0" > /etc/environment']),
      ),
    ]),
    section("Install", ruled(group), [directive("WantedBy", "multi-user.target")]),
  ]);

const ETCD_VERSION = "v3.5.21";

/** fleet speaks the second interface of etcd, which 3.5 is the last to have. */
const etcdDropIn = (group: InstanceGroup, { etcd }: NodeSetup): UnitDocument =>
  unit([
    section("Unit", ruled(group), [directive("Requires", words(ADDRESS)), directive("After", words(ADDRESS))]),
    section("Service", ruled(group), [
      directive("EnvironmentFile", "/etc/environment"),
      ...(etcd?.token === undefined
        ? [directive("Environment", assignment("ETCD_INITIAL_CLUSTER", etcd?.peers.join(",") ?? ""))]
        : [directive("EnvironmentFile", "/etc/etcd.env")]),
      directive("Environment", assignment("ETCD_IMAGE_TAG", ETCD_VERSION)),
      directive("Environment", assignment("ETCD_ENABLE_V2", "true")),
      directive("ExecStart", ""),
      directive(
        "ExecStart",
        commandLines([
          ["/usr/lib/flatcar/etcd-wrapper"],
          [concatenation("--name=", variable("COREOS_PRIVATE_IPV4"))],
          [concatenation("--advertise-client-urls=http://", address, ":2379")],
          [concatenation("--initial-advertise-peer-urls=http://", address, ":2380")],
          [concatenation("--listen-client-urls=http://127.0.0.1:2379,http://", address, ":2379")],
          [concatenation("--listen-peer-urls=http://", address, ":2380")],
        ]),
      ),
    ]),
  ]);

const FLEET_RELEASE = "https://github.com/coreos/fleet/releases/download/v1.0.0/fleet-v1.0.0-linux-amd64.tar.gz";

const installUnit = (group: InstanceGroup): UnitDocument =>
  unit([
    section("Unit", ruled(group), [
      directive("Description", "Installation of fleet"),
      directive("Wants", words("network-online.target")),
      directive("After", words("network-online.target")),
      directive("ConditionPathExists", "!/opt/bin/fleetd"),
    ]),
    section("Service", ruled(group), [
      directive("Type", "oneshot"),
      directive("RemainAfterExit", "yes"),
      directive("ExecStartPre", command(["/bin/mkdir", "-p", "/opt/bin"])),
      directive(
        "ExecStart",
        command([
          "/bin/bash",
          "-c",
          `set -o pipefail; curl --fail --location --silent --show-error ${FLEET_RELEASE} | tar --extract --gzip --directory /opt/bin --strip-components 1`,
        ]),
      ),
    ]),
    section("Install", ruled(group), [directive("WantedBy", "multi-user.target")]),
  ]);

const fleetUnit = (group: InstanceGroup, { fleet }: NodeSetup): UnitDocument =>
  unit([
    section("Unit", ruled(group), [
      directive("Description", "fleet"),
      directive("Requires", words("fleet-install.service", ETCD)),
      directive("After", words("fleet-install.service", ETCD, "docker.service")),
    ]),
    section("Service", ruled(group), [
      directive("EnvironmentFile", "/etc/environment"),
      directive(
        "Environment",
        traced(assignment("FLEET_METADATA", `group=${group.name}`), by("fleet-metadata", fleet?.at ?? group.at)),
      ),
      directive("ExecStart", command(["/opt/bin/fleetd", concatenation("--public_ip=", address)])),
      directive("Restart", "always"),
      directive("RestartSec", "10"),
    ]),
    section("Install", ruled(group), [directive("WantedBy", "multi-user.target")]),
  ]);
