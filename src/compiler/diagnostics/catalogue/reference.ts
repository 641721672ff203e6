import { error } from "./entry.ts";
import { type Known, meant, quoted } from "./wording.ts";

/** What may be wrong with variables, references, secrets and names of elements. */
export const referenceFindings = {
  "unknown-variable": error({
    about: "`--var` gives a value to a variable that `vars` declares.",
    message: (p: Known & { name: string }) => `no variable \`${p.name}\` is declared in \`vars\``,
    help: meant,
  }),
  "variable-type": error({
    about:
      "`--var` values are read by the declared type of the variable: `number` takes digits, `bool` takes `true` or `false`.",
    message: (p: { name: string; type: string }) => `the value of \`vars.${p.name}\` is not a ${p.type}`,
    help: (p) => (p.type === "bool" ? "write `true` or `false`" : "write a number"),
  }),
  "variable-without-value": error({
    about: "A variable without a default has no value unless `--var` gives one.",
    message: (p: { name: string }) => `\`vars.${p.name}\` has no value`,
    help: (p) => `give it a \`default\`, or compile with \`--var ${p.name}=…\``,
  }),
  "variable-limit": error({
    about: "The value of a variable must keep the `type`, `min`, `max` and `pattern` that its declaration states.",
    message: (p: { name: string; problem: string }) => `the value of \`vars.${p.name}\` ${p.problem}`,
  }),
  "variable-declaration": error({
    about:
      "`min` and `max` are for numbers and `pattern` is for texts. Anything else would look like a limit and be none.",
    message: (p: { name: string; key: string; problem: string }) =>
      `the \`${p.key}\` of \`vars.${p.name}\` ${p.problem}`,
    help: (p) => `correct it, or remove \`${p.key}\``,
  }),
  "variable-pattern": error({
    about:
      "Patterns are written in RE2, which Terraform uses, without back references and look-around. specc tries them with another engine, which takes very long for a repetition of something that repeats itself, such as `(a+)+`; it refuses these, and patterns longer than 200 characters. Nearly all can be written without.",
    message: (p: { problem: string }) => `the pattern ${p.problem}`,
    help: (p: { problem: string; help: string | undefined }) => p.help,
  }),
  "variable-written": error({
    about:
      "A number such as `1.10` loses its last zero, `1e3` and `0x10` turn into `1000` and `16`. A variable that holds a version would mean another one.",
    message: (p: { written: string; value: string }) => `\`${p.written}\` is the number \`${p.value}\``,
    help: (p) => `quote it when it is text: \`"${p.written}"\`, or write \`${p.value}\``,
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
    help: () => "write one of the values on the way without a reference",
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
  "reference-limit": error({
    about:
      "References may lead to values that hold references again, 64 deep at most, and what they expand to holds at most 65,536 characters. Otherwise a few lines could fill the memory of the machine that compiles them.",
    message: (p: { problem: string }) => `with its references this value ${p.problem}`,
  }),
  "reference-not-here": error({
    about:
      "What only the deployment knows can stand where a process, an image, a route, a record or an output reads it. Here a value is needed that is known when compiling.",
    message: (p: { source: string }) => `\`${p.source}\` is not known when compiling and cannot stand here`,
    help: () => "use a variable of `vars`, or write the value",
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
    help: () => "write exactly one of `env`, `file`, `vault`, `generate`, `from`, `template`",
  }),
  "secret-attribute": error({
    about:
      "`from` makes a secret of an attribute that is one already: the password or url of a database. Other values need no secret.",
    message: (p: { source: string }) => `\`${p.source}\` is no secret`,
    help: (p) => `read it as \`\${${p.source}}\` where it is used`,
  }),
  "secret-not-here": error({
    about:
      "Secrets, and the passwords and urls of databases, stand in the `env` of an app and in the `template` of a secret alone. Command lines, labels, host names and outputs are shown in logs, process lists and consoles.",
    message: (p: { source: string }) => `\`${p.source}\` is a secret and would be seen here`,
    help: () => "pass it through `env`",
  }),
  "secret-in-string": error({
    about:
      "A secret fills a variable of the environment as a whole, since most tools keep secrets apart from other settings and cannot paste them into a text. A secret with `template` is such a text as a whole.",
    message: (p: { source: string }) => `the secret \`${p.source}\` stands inside a text`,
    help: () => "put the text into a secret with `template`, and use that one whole",
  }),
  "secret-in-plain-sight": error({
    about:
      "A spec is committed, reviewed and printed into many files, so it holds no credentials. This value looks like one, by its form or by the name of its setting. It is not shown here; if it is real and has been committed, replace it.",
    message: (p: { what: string }) => `${p.what} stands here in plain sight`,
    help: () =>
      "declare it in `secrets` with the place that keeps it, such as `{env: NAME}`, and write `${secrets.name}`",
  }),
};
