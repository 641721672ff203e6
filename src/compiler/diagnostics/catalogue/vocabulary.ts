import { error } from "./entry.ts";
import { meant, quoted } from "./wording.ts";

type Known = { readonly known: readonly string[]; readonly near: string | undefined };

/** What may be wrong with kinds, places, addresses and operations. */
export const vocabularyFindings = {
  "key-of-another-kind": error({
    about:
      "The schema allows the keys of every `kind`, since an overlay may change one key without repeating the rest. Once all is merged, a key that the element's kind does not have would have no effect.",
    message: (p: { key: string; kind: string; kinds: readonly string[] }) =>
      `\`${p.key}\` is of ${quoted(p.kinds)}, and this is \`${p.kind}\``,
    help: (p) => `remove \`${p.key}\`, or change \`kind\``,
  }),
  "image-and-artifact": error({
    about: "An app comes from a container image or from a released binary; with both nobody could tell what runs.",
    message: (p: { app: string }) => `\`${p.app}\` has an \`image\` and an \`artifact\``,
    help: () => "remove one of the two",
  }),
  "key-source": error({
    about: "A key that may sign in is a file, the key itself, or the public half of a generated secret.",
    message: (p: { name: string; written: readonly string[] }) =>
      p.written.length === 0 ? `key \`${p.name}\` is nowhere` : `key \`${p.name}\` is in ${quoted(p.written)} at once`,
    help: () => "write one of `publicKeyFile`, `publicKey`, `secret`",
  }),
  "even-quorum": error({
    about:
      "Servers of a cluster and members of a store decide by majority. An even number of them survives no more losses than one fewer, and may split in halves.",
    message: (p: { count: number }) => `${p.count} cannot form a majority better than ${p.count - 1}`,
    help: (p) => `make them ${p.count - 1} or ${p.count + 1}`,
  }),
  "refresh-too-late": error({
    about: "A sidekick refreshes its entry before it expires; otherwise its app is unknown from time to time.",
    message: (p: { name: string }) => `the entries of \`${p.name}\` expire before they are refreshed`,
    help: () => "make `refresh` shorter than `ttl`",
  }),
  "outside-network": error({
    about: "Subnets, ranges and routers of a network have addresses of that network.",
    message: (p: { addresses: string; cidr: string }) => `\`${p.addresses}\` is not inside \`${p.cidr}\``,
  }),
  "ranges-overlap": error({
    about: "An address has one owner: ranges of one network do not share addresses.",
    message: (p: { one: string; other: string }) => `\`${p.one}\` shares addresses with \`${p.other}\``,
  }),
  "address-shared": error({
    about: "A fixed address is that of a single machine.",
    message: (p: { name: string; count: number }) => `the ${p.count} machines of \`${p.name}\` would share one address`,
    help: () => "make it a group of one, or write `address: dhcp`",
  }),
  "address-taken": error({
    about: "Every machine of a network has an address of its own.",
    message: (p: { address: string; owner: string }) => `\`${p.address}\` is the address of \`${p.owner}\` already`,
  }),
  "address-lent": error({
    about: "An address that DHCP hands out may go to another machine before this one comes up.",
    message: (p: { address: string; range: string }) => `\`${p.address}\` is in the range \`${p.range}\` of DHCP`,
    help: () => "choose an address outside of it",
  }),
  "lan-in-cloud": error({
    about: "A network of kind `lan` is that of an office; a cloud has `vpc` and `provider-default`.",
    message: (p: { provider: string }) => `\`${p.provider}\` has no office network`,
    help: () => "write `kind: vpc`",
  }),
  "published-port-taken": error({
    about: "Apps in one place share its machines, and a port of a machine leads to one of them.",
    message: (p: { port: string; owner: string }) => `port ${p.port} of the machine leads to \`${p.owner}\` already`,
    help: () => "publish it on another port, or put both behind an `ingress`",
  }),
  "health-asks-twice": error({
    about: "A health check asks for a path, or connects to the port; an answer to the one is no answer to the other.",
    message: (_: Record<string, never>) => "this asks for a path and connects",
    help: () => "remove `http` or `tcp`",
  }),
  "step-actions": error({
    about: "A step does one thing: it has exactly one key, beside `of`, `from` and `at`.",
    message: (p: { written: readonly string[] }) =>
      p.written.length === 0 ? "this step does nothing" : `this step does ${quoted(p.written)} at once`,
    help: (p) => (p.written.length === 0 ? undefined : "write a step for each"),
  }),
  "step-modifier": error({
    about: "`of` belongs to `nomad`, `kubectl` and `vagrant`, `from` to `fetch`.",
    message: (p: { key: string }) => `this step has no use for \`${p.key}\``,
    help: () => "remove it",
  }),
  "unknown-argument": error({
    about: "`args.x` is what the operation's script is called with, and `args` lists it.",
    message: (p: Known & { name: string }) => `the operation has no argument \`${p.name}\``,
    help: meant,
  }),
  "unknown-operation": error({
    about: "`run` names another operation of `operations`.",
    message: (p: Known & { name: string }) => `there is no operation \`${p.name}\``,
    help: meant,
  }),
  "operation-cycle": error({
    about: "An operation that runs itself, directly or through others, never ends.",
    message: (p: { name: string; called: string }) => `\`${p.name}\` runs itself through \`${p.called}\``,
  }),
  "new-value": error({
    about: "`setVar` gives a variable a value, or an argument of the operation.",
    message: (_: Record<string, never>) => "`setVar` takes one of `to` and `argument`",
  }),
};
