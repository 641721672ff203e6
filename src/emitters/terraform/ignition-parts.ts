import { by } from "../../compiler/rules.ts";
import { type Origins, type Printed } from "../../formats/origin.ts";
import { printUnit } from "../../formats/unit/print.ts";
import { fleetSettingsFile } from "../parts/fleet-unit-names.ts";
import { flatcarUnits } from "../parts/fleet-node/flatcar-units.ts";
import type { Node } from "./node-text.ts";
import { filledIn, nodeValues } from "./node-values.ts";

/** A file that Ignition writes; what Terraform fills in stands in a file of its own, and settings come encoded. */
export interface IgnitionFile {
  readonly path: string;
  readonly mode: number;
  readonly content:
    | { readonly kind: "text"; readonly printed: Printed }
    | { readonly kind: "filled"; readonly text: string }
    | { readonly kind: "encoded"; readonly text: string };
  readonly origins: Origins;
}

export interface IgnitionUnit {
  readonly name: string;
  readonly enabled: boolean;
  readonly contents: Printed | undefined;
  readonly dropIns: readonly { readonly name: string; readonly contents: Printed }[];
}

const READABLE = 0o644;
const PRIVATE = 0o600;

export function ignitionFiles({ environment, group, setup, settings }: Node): readonly IgnitionFile[] {
  const filled = (path: string, text: string, origins: Origins): IgnitionFile => ({
    path,
    mode: READABLE,
    content: { kind: "filled", text },
    origins,
  });
  const updates = by("coreos-updates", group.at);
  return [
    ...(group.hostname === undefined
      ? []
      : [filled("/etc/hostname", `${filledIn(nodeValues.hostname)}\n`, [{ at: [...group.at, "hostname"] }])]),
    ...(setup.etcd?.token === undefined
      ? []
      : [filled("/etc/etcd.env", `ETCD_DISCOVERY=${filledIn(nodeValues.discovery)}\n`, [{ at: setup.etcd.token.at }])]),
    filled("/etc/flatcar/update.conf", "REBOOT_STRATEGY=etcd-lock\n", [updates]),
    ...setup.files.map(({ path, mode, content }): IgnitionFile => {
      const origins = content.origins.find((each) => each.length > 0) ?? [{ at: group.at }];
      return { path, mode: Number.parseInt(mode, 8), content: { kind: "text", printed: content }, origins };
    }),
    ...settings.map((app): IgnitionFile => ({
      path: fleetSettingsFile(environment, app),
      mode: PRIVATE,
      content: { kind: "encoded", text: filledIn(nodeValues.settings(app)) },
      origins: [by("settings-at-boot", app.at)],
    })),
  ];
}

/** What the system brings along is told how to start; what it lacks is added. */
export const ignitionUnits = ({ group, setup }: Node): readonly IgnitionUnit[] => [
  ...flatcarUnits(group, setup).map(({ name, document, dropIn }) => ({
    name,
    enabled: true,
    contents: document && printUnit(document),
    dropIns: dropIn === undefined ? [] : [{ name: "20-cluster.conf", contents: printUnit(dropIn) }],
  })),
  ...setup.units.map(({ name, content, dropIns = [] }) => ({
    name,
    // What others require is not enabled itself.
    enabled: content === undefined || content.text.includes("[Install]"),
    contents: content,
    dropIns: dropIns.map((each) => ({ name: each.name, contents: each.content })),
  })),
];
