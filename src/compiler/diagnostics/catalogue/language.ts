import { error } from "./entry.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

/** "did you mean" where a known name is near, else the names that are known. */
export const meant = ({ near, known }: { near: string | undefined; known: readonly string[] }): string | undefined => {
  if (near !== undefined) return `did you mean \`${near}\`?`;
  if (known.length === 0) return undefined;
  return known.length > 12
    ? `known are ${quoted(known.slice(0, 12))} and ${known.length - 12} more`
    : `known are ${quoted(known)}`;
};

type Known = { readonly known: readonly string[]; readonly near: string | undefined };

/** What may be wrong with the shape of a spec: its layers, keys, types and references. */
export const languageFindings = {
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
    help: () => "remove this line",
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
  "unknown-variable": error({
    about: "`--var` gives a value to a variable that `vars` declares.",
    message: (p: Known & { name: string }) => `no variable \`${p.name}\` is declared in \`vars\``,
    help: meant,
  }),
  "variable-type": error({
    about:
      "`--var` values are read by the declared type of the variable: `number` takes digits, `bool` takes `true` or `false`.",
    message: (p: { name: string; type: string }) => `the value of \`${p.name}\` is not a ${p.type}`,
  }),
  "variable-without-value": error({
    about: "A variable without a default has no value unless `--var` gives one.",
    message: (p: { name: string }) => `\`vars.${p.name}\` has no value`,
    help: (p) => `give it a \`default\`, or compile with \`--var ${p.name}=…\``,
  }),
  "variable-limit": error({
    about: "The value of a variable must keep the `min`, `max` and `pattern` that its declaration states.",
    message: (p: { name: string; limit: string }) => `the value of \`vars.${p.name}\` breaks its \`${p.limit}\``,
  }),
  "reference-malformed": error({
    about:
      "A reference is `${` followed by names with dots between and `}`: `${apps.api.url}`, `${vars.host}`, `${self.index}`. There are no functions, arithmetic or conditions. A literal `${` is written `$${`.",
    message: (p: { source: string }) => `\`${p.source}\` is not a reference`,
    help: () => "write `${section.name.key}`, or `$${` for a literal `${`",
  }),
  "reference-cycle": error({
    about: "A value refers to itself, directly or through others, so it has no value.",
    message: (p: { path: string }) => `the value of \`${p.path}\` refers to itself`,
  }),
  "unknown-reference": error({
    about:
      "A reference names something that the spec does not have: an element, a key that the element does not write, or an attribute that elements of that section do not have.",
    message: (p: Known & { source: string }) => `\`${p.source}\` refers to nothing`,
    help: meant,
  }),
  "reference-disabled": error({
    about:
      "An element with `enabled: false` is checked but not emitted, so it has no attributes that another could read.",
    message: (p: { source: string; element: string }) => `\`${p.source}\` reads \`${p.element}\`, which is not enabled`,
    help: () => "enable the element, or disable what reads it",
  }),
  "reference-not-here": error({
    about: "Only values known when compiling can stand here; what only the deployment knows cannot.",
    message: (p: { source: string }) => `\`${p.source}\` is known only after the deployment and cannot stand here`,
    help: () => "use a variable of `vars`, or write the value",
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
    help: (p) => p.description.replace(/\.$/, ""),
  }),
  "wrong-type": error({
    about: "The value is of another type than the key takes.",
    message: (p: { found: string; expected: string }) => `${p.found} stands where ${p.expected} is expected`,
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
    help: (p) => p.description.replace(/\.$/, "") + (p.example === undefined ? "" : `, for example \`${p.example}\``),
  }),
  "out-of-range": error({
    about: "The number, or the length of the text or list, is outside what the key takes.",
    message: (p: { what: string; limit: string }) => `${p.what} must be ${p.limit}`,
  }),
  "missing-key": error({
    about: "The element cannot be emitted without this key, and no rule implies it.",
    message: (p: { key: string; where: string }) => `\`${p.where}\` has no \`${p.key}\``,
    help: (p) => `add \`${p.key}\``,
  }),
  "missing-choice": error({
    about: "A key that names an element may be left out only where there is exactly one that it can mean.",
    message: (p: { key: string; choices: readonly string[] }) =>
      p.choices.length === 0
        ? `there is nothing that \`${p.key}\` could mean`
        : `\`${p.key}\` is not written, and could mean ${quoted(p.choices)}`,
    help: (p) => (p.choices.length === 0 ? undefined : `write \`${p.key}: ${p.choices[0]}\` or another of them`),
  }),
  "unknown-element": error({
    about: "The key names an element that the spec does not have, or that is of another section than the key takes.",
    message: (p: Known & { name: string; sections: readonly string[] }) =>
      `there is no \`${p.name}\` in ${quoted(p.sections)}`,
    help: meant,
  }),
  "ambiguous-element": error({
    about: "Elements of several sections have this name; the section says which is meant.",
    message: (p: { name: string; choices: readonly string[] }) => `\`${p.name}\` could mean ${quoted(p.choices)}`,
    help: (p) => `write \`${p.choices[0]}\``,
  }),
  "element-disabled": error({
    about: "A key that an element cannot do without names one with `enabled: false`, which is not emitted.",
    message: (p: { name: string }) => `\`${p.name}\` is not enabled`,
    help: () => "enable it, or disable this element too",
  }),
  "secret-source": error({
    about:
      "A secret has exactly one source: `env`, `file`, `vault`, `generate`, `from` or `template`. Its value stands nowhere in a spec.",
    message: (p: { name: string; written: readonly string[] }) =>
      p.written.length === 0
        ? `secret \`${p.name}\` has no source`
        : `secret \`${p.name}\` has several sources: ${quoted(p.written)}`,
    help: () => "write one of `env`, `file`, `vault`, `generate`, `from`, `template`",
  }),
  "scaling-limits": error({
    about: "Scaling goes from `min` to `max`; where `min` is not written it is `replicas` or `count`.",
    message: (p: { min: number; max: number }) => `the fewest, ${p.min}, are more than the most, ${p.max}`,
    help: () => "raise `max` or lower `min`",
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
