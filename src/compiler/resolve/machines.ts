import { traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Machine } from "../environment/machine.ts";
import type { Network } from "../environment/network.ts";
import { from } from "../rules.ts";
import type { InstanceGroup, Spec, SSHKey } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys } from "./kinds.ts";
import { resolveLabels } from "./labels.ts";
import { members, nameOf } from "./members.ts";
import { flag, string, textsOf, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

type Kind = Machine["kind"]["value"];

const keysOfKinds: KindKeys<Kind> = { runsOn: ["vm"], autostart: ["vm"], preemptible: ["vm"] };

/** What a group's machines are, beside their number and size. */
export function resolveMachine(context: Context, element: Element<InstanceGroup>, network: Network): Machine {
  const kind = word<Kind>()(context, element, "kind", "vm");
  refuseForeignKeys(context, element, kind.value, keysOfKinds);
  refuseSharedAddress(context, element);
  const { spec } = context;
  return {
    kind,
    host: nameOf(context, element, "runsOn", [{ section: "instances", elements: physical(spec.value) }]),
    address: string(context, element, "address"),
    autostart: flag(context, element, "autostart", true),
    sshKeys: element.value.sshKeys && keysOf(context, spec.value, element),
    packages: textsOf(context, element, "packages") ?? [],
    labels: resolveLabels(context, element),
    preemptible: flag(context, element, "preemptible", false),
    subnet: nameOf(context, element, "subnet", [{ section: "network.subnets", elements: network.subnets }]),
  };
}

const physical = (spec: Spec): readonly Element<InstanceGroup>[] =>
  elements<InstanceGroup>(["instances"], spec.instances).filter(({ value }) => value.kind === "physical");

function keysOf(context: Context, { access }: Spec, element: Element<InstanceGroup>): Machine["sshKeys"] {
  const keys = elements<SSHKey>(["access", "sshKeys"], access?.sshKeys);
  return members(context, element, "sshKeys", [{ section: "access.sshKeys", elements: keys }]).map(({ value }, index) =>
    traced(value.element.name, from([...element.at, "sshKeys", index])),
  );
}

/** A fixed address is that of one machine. */
function refuseSharedAddress(context: Context, { name, at, value }: Element<InstanceGroup>): void {
  if (value.address === undefined || value.address === "dhcp" || typeof value.count !== "number") return;
  if (value.count > 1) context.report(diagnose("address-shared", [...at, "address"], { name, count: value.count }));
}
