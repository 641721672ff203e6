import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { isWritten } from "../../../compiler/environment/written.ts";

/** A cluster of the provider has nodes, and they stand in one network. */
export const clustersHaveNodes: Check = function* ({ clusters }) {
  for (const { name, at, managed, nodes } of clusters) {
    if (!managed) continue;
    const problem =
      nodes.length === 0
        ? "it has no nodes"
        : new Set(nodes.map(({ network }) => network.name)).size > 1
          ? "its nodes stand in several networks"
          : undefined;
    if (problem !== undefined) yield diagnose("terraform-cluster", at, { cluster: name, problem });
  }
};

/** The provider sets up the nodes of its clusters, from an image of its own. */
export const nodesAreOfTheProvider: Check = function* ({ nodePools }) {
  for (const pool of nodePools)
    for (const key of foreignKeys(pool))
      yield diagnose("terraform-node-key", [...pool.at, key], { pool: pool.name, key });
};

const foreignKeys = ({ image, hostname, address, sshKeys, packages, disks }: InstanceGroup): readonly string[] =>
  Object.entries({
    image: image.kind === "built" || isWritten(image.system),
    hostname: hostname !== undefined,
    address: address !== undefined,
    sshKeys: sshKeys !== undefined,
    packages: packages.length > 0,
    disks: disks.some(({ name }) => name !== "root"),
  })
    .filter(([, isForeign]) => isForeign)
    .map(([key]) => key);
