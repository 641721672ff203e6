import { error, warning } from "./entry.ts";

/** What may be right in the language and makes no script. */
export const runbookFindings = {
  "step-without-tool": warning({
    about:
      "Each step of an operation is done by a tool that the environment has: `terraform` by the target of that name, `kubectl` by a cluster. A script that left a step out would do something else than the operation says, so the operation gets none in this environment.",
    message: (p: { step: string; operation: string }) =>
      `nothing in this environment does \`${p.step}\`, so \`${p.operation}\` gets no script`,
    help: () => "write `null` for the operation in this environment, or say in `at` where the step is done",
  }),
  "run-without-script": warning({
    about:
      "An operation that runs another calls its script. Where a step of that has no tool in this environment, neither of the two is a script.",
    message: (p: { called: string; operation: string }) =>
      `\`${p.called}\` has no script in this environment, so \`${p.operation}\` gets none`,
    help: () => "write `null` for the operation in this environment, or say in `at` where the step is done",
  }),
  "script-taken": error({
    about: "An operation becomes a script of its name in lower case, words parted by dashes.",
    message: (p: { name: string; script: string; owner: string }) =>
      `\`${p.name}\` would be the script \`${p.script}\`, which is that of ${p.owner}`,
    help: () => "give it another name",
  }),
  "run-without-argument": error({
    about:
      "`run` calls the script of another operation. What that script is called with must be an argument, of the same name, of the operation that calls.",
    message: (p: { operation: string; argument: string }) =>
      `\`${p.operation}\` needs the argument \`${p.argument}\`, which this operation does not have`,
    help: (p) => `write \`args: [${p.argument}]\``,
  }),
  "key-without-passphrase": warning({
    about:
      "The script makes the key without a passphrase, since nobody may be there to type one. Whoever reads the file, or a backup of it, signs in to every machine that the key opens.",
    message: (p: { key: string }) => `the key \`${p.key}\` is made without a passphrase`,
    help: () =>
      "make the key by `ssh-keygen` with a passphrase and leave out the step, or accept it in `policy.accept`",
  }),
} as const;
