import { error } from "./entry.ts";
import { referenceFindings } from "./reference.ts";
import { type Known, meant, sentence } from "./wording.ts";

/** What may be wrong with the shape of a spec: its layers, keys, types and references. */
export const languageFindings = {
  ...referenceFindings,
  "file-unreadable": error({
    about:
      "A spec, or a file that it extends, could not be read. Files must lie inside the project, be regular files, and hold UTF-8 text.",
    message: (p: { path: string; problem: string }) => `\`${p.path}\` cannot be read: ${p.problem}`,
  }),
  "extends-cycle": error({
    about: "A file extends itself, directly or through others, so there is no order in which to lay the layers.",
    message: (p: { files: readonly string[] }) =>
      `this file extends itself: ${p.files.map((file) => `\`${file}\``).join(" → ")}`,
    help: () => "move what both need into a third file that both extend",
  }),
  "merge-conflict": error({
    about:
      "When layers are merged, maps merge and scalars and lists replace each other. A map and something else have no common result.",
    message: (p: { over: string; base: string }) => `${p.over} meets ${p.base} that a layer below wrote`,
    help: () => "write the same kind of value, or delete the key below with `null` first",
  }),
  "nothing-to-delete": error({
    about:
      "`null` deletes what a layer below wrote. Here nothing below wrote this key, so the deletion is a mistake or left over.",
    message: (p: { key: string }) => `there is no \`${p.key}\` to delete`,
    help: () => "remove it, or write a value: a key without one deletes too",
  }),
  "unknown-environment": error({
    about: "Where `environments` is written, the environment that is compiled must be one of its keys.",
    message: (p: Known & { name: string }) => `there is no environment \`${p.name}\``,
    help: meant,
  }),
  "not-in-overlay": error({
    about: "An overlay of `environments` changes the environment, not how the spec is put together.",
    message: (p: { key: string }) => `\`${p.key}\` cannot change from one environment to another`,
    help: () => "write it at the top level",
  }),
  "unknown-key": error({
    about: "The language has no such key here. Keys that begin with `x-` are yours, and ignored.",
    message: (p: Known & { key: string; where: string }) => `${p.where} has no key \`${p.key}\``,
    help: meant,
  }),
  "malformed-name": error({
    about:
      "Names of elements become host names, labels, tags and resource ids in every tool, so they are written as the strictest of them allows.",
    message: (p: { name: string; title: string; description: string }) => `\`${p.name}\` is not a legal ${p.title}`,
    help: (p: { description: string; example?: string | undefined }) =>
      sentence(p.description) + (p.example === undefined ? "" : `, for example \`${p.example}\``),
  }),
  "wrong-type": error({
    about:
      "The value is of another type than the key takes. Plain `16` and `1.10` are numbers, so a version needs quotes; `yes`, `no`, `on` and `off` are text in YAML 1.2, so a switch takes `true` or `false`.",
    message: (p: { found: string; expected: string; help: string | undefined }) =>
      `${p.found} stands where ${p.expected} is expected`,
    help: (p) => p.help,
  }),
  "unknown-value": error({
    about: "The key takes one of a few words.",
    message: (p: Known & { value: string }) => `\`${p.value}\` is not one of the values that this key takes`,
    help: meant,
  }),
  "malformed-value": error({
    about: "The value does not have the form that the key takes.",
    message: (p: { value: string; title: string; description: string; example: string | undefined }) =>
      `\`${p.value}\` is not a valid ${p.title}`,
    help: (p) => sentence(p.description) + (p.example === undefined ? "" : `, for example \`${p.example}\``),
  }),
  "out-of-range": error({
    about: "The number, or the length of the text or list, is outside what the key takes.",
    message: (p: { what: string; limit: string }) => `${p.what} must be ${p.limit}`,
  }),
  "missing-key": error({
    about: "The element cannot be emitted without this key, and no rule implies it.",
    message: (p: { key: string; where: string }) =>
      `${p.where === "the spec" ? p.where : `\`${p.where}\``} has no \`${p.key}\``,
    help: (p) => `add \`${p.key}\``,
  }),
  "scaling-limits": error({
    about: "Scaling goes from `min` to `max`; where `min` is not written it is `replicas` or `count`.",
    message: (p: { min: number; max: number }) => `the fewest, ${p.min}, are more than the most, ${p.max}`,
    help: () => "raise `max` or lower `min`",
  }),
  "address-host-bits": error({
    about:
      "A range of addresses is written as its network: the bits after the prefix are zero. Some tools refuse others, and some cut them off.",
    message: (p: { cidr: string }) => `\`${p.cidr}\` is an address inside a range, not a range`,
    help: (p: { cidr: string; network: string }) => `the network is \`${p.network}\``,
  }),
  "certificate-without-hosts": error({
    about:
      "A certificate is for hosts: those of the routes that a balancer or ingress serves with it, and those in `hosts`.",
    message: (p: { name: string }) => `certificate \`${p.name}\` is for no host`,
    help: () => "let a balancer or ingress use it with `tls`, or write `hosts`",
  }),
  "listener-without-certificate": error({
    about: "A listener that speaks TLS needs a certificate to show.",
    message: (p: { listener: string }) => `\`${p.listener}\` needs a certificate`,
    help: () => "name one of `tls` in the balancer's `tls`",
  }),
  "no-target": error({
    about: "Without a provider nothing says what to emit: only runtimes are left, and none is named.",
    message: (_: Record<string, never>) => "nothing says which tools get files",
    help: () => "write `provider`, or `targets`",
  }),
  "unknown-target": error({
    about: "`--target` compiles some of the targets that the environment has.",
    message: (p: Known & { name: string }) => `\`${p.name}\` is not a target of this environment`,
    help: meant,
  }),
};
