import { error, warning } from "./entry.ts";
import { quoted } from "./wording.ts";

/** What may be wrong with who reaches whom: addresses, ports, firewall and balancers. */
export const networkFindings = {
  "network-overlap": warning({
    about:
      "Two networks with addresses in common can never be joined, and a rule for an address of one lets the other through as well. `internal` means the addresses of all networks.",
    message: (p: { cidr: string; other: string; otherCidr: string }) =>
      `\`${p.cidr}\` has addresses in common with \`${p.otherCidr}\` of \`${p.other}\``,
    help: () => "give each network a `cidr` of its own",
  }),
  "environment-address-shared": error({
    about:
      "Environments of a spec run at once, in the networks that they have in common by name. Who asks for one machine at an address that two have gets either. Only a machine of `kind: physical` may serve several environments.",
    message: (p: { value: string; other: string }) =>
      `\`${p.value}\` is an address of the environment \`${p.other}\` too`,
    help: (p) => `write another address in the overlay of one of the two, \`environments.${p.other}\` or this one's`,
  }),
  "environment-name-shared": error({
    about:
      "Environments of a spec run at once. A name that two have in one zone leads to whichever wrote it last, and a test is taken for production; two containers of one name cannot run on one machine. Names that a variable with `env` completes are left alone, since the deployer gives each environment its own.",
    message: (p: { value: string; other: string }) => `\`${p.value}\` is a name of the environment \`${p.other}\` too`,
    help: (p) =>
      `change it in the overlay of one of the two, \`environments.${p.other}\` or this one's, such as by a variable in the name`,
  }),
  "listener-taken": error({
    about:
      "A balancer has one listener on each port, which speaks one protocol. With HTTPS it listens on port 80 too, to redirect.",
    message: (p: { port: number; balancer: string }) => `\`${p.balancer}\` listens on port ${p.port} already`,
    help: () => "remove one of the two, or listen on another port",
  }),
  "port-unreachable": warning({
    about:
      "An app is reached through its routes, by apps that refer to it or name it in `consumes`, through a balancer before its group, and by what `firewall` lets through. Nobody else gets in. A port that a health check asks has its use in that.",
    message: (p: { app: string; port: number }) => `nobody is let through to port ${p.port} of \`${p.app}\``,
    help: (p) => `name \`${p.app}\` in the \`consumes\` of its callers, give it \`routes\`, or remove \`port\``,
  }),
  "rule-without-effect": warning({
    about:
      "A rule lets traffic through from somebody to something that listens. Names of elements with `enabled: false` fall away. A database listens on the port of its engine and a balancer on those of its listeners; what else listens on machines and beside the `port` of an app, specc does not know.",
    message: (p: { problem: string }) => `this rule lets nothing through: ${p.problem}`,
    help: () => "correct the rule, or disable it with `enabled: false`",
  }),
  "network-wide-open": warning({
    about:
      "Whoever takes over one machine of such a network tries every port of the others. Rules that name the ports of the services keep him where he is.",
    message: (p: { rule: string }) => `\`${p.rule}\` lets each machine of the network reach nearly every port`,
    help: () => "name the ports of the services that are called",
  }),
  "control-plane-public": warning({
    about:
      "The servers of a cluster rule all that runs on it. With an address of their own one wrong rule of the firewall is enough to give that away.",
    message: (p: { cluster: string; group: string }) =>
      `the servers of \`${p.cluster}\`, the machines of \`${p.group}\`, have public addresses`,
    help: () => "take `public` out, and reach them through the bastion of `access`",
  }),
  "lone-worker": warning({
    about: "Several copies of an app on one machine go down with it, so they help against crashes alone.",
    message: (p: { group: string; cluster: string }) =>
      `\`${p.group}\` is one machine, and carries all copies that \`${p.cluster}\` puts there`,
    help: () => "let there be two at least",
  }),
  "admin-port-open": warning({
    about:
      "Who reaches such a port may try passwords and the faults of last week, and some of these services ask for no password at all. The whole internet does so within minutes.",
    message: (p: { services: readonly string[] }) => `the whole internet reaches ${p.services.join(", ")}`,
    help: () => "name in `from` the addresses of those who need it, or `internal`",
  }),
  "dashboard-open": warning({
    about:
      "The page of a proxy shows every route and machine behind it, and asks nobody who they are. The whole internet finds it within minutes.",
    message: (p: { proxy: string; port: number }) =>
      `the whole internet reaches the dashboard of \`${p.proxy}\` (${p.port})`,
    help: () => "name in `from` the addresses of those who need it, or take `dashboard` out",
  }),
  "database-open": warning({
    about:
      "A database stands in a private network and is meant for the apps that refer to it. A rule from everywhere leaves its password as the only guard.",
    message: (p: { database: string }) => `this lets everybody through to \`${p.database}\``,
    help: () => "remove it, since apps that refer to the database are let through, and name others by their addresses",
  }),
  "nothing-behind": warning({
    about:
      "A balancer or ingress hands requests to the routed apps, or to what its `to` names. Without any it answers everybody with an error.",
    message: (p: { name: string }) => `nothing stands behind \`${p.name}\``,
    help: () => "give an app `routes`, write `to`, or remove it",
  }),
  "route-taken": error({
    about:
      "A request goes to one app, which the host and path decide. A slash at the end of a path makes no difference.",
    message: (p: { host: string; path: string; owner: string }) =>
      `\`${p.host}${p.path}\` leads to \`${p.owner}\` already`,
    help: () => "give one of the two routes another `host` or `path`",
  }),
  "host-outside-zones": warning({
    about:
      "A host inside a zone of `dns` gets its record from specc. This one is in no zone of the spec, so somebody else has to make its record.",
    message: (p: { host: string; zones: readonly string[] }) => `\`${p.host}\` is outside of ${quoted(p.zones)}`,
    help: () => "add its zone to `dns`, with `managed: false` when it exists already",
  }),
  "record-taken": error({
    about:
      "A host of a route gets a record that leads to its balancer, so another address or alias of the same name would contradict it.",
    message: (p: { name: string; owner: string }) => `\`${p.name}\` has its record already, for \`${p.owner}\``,
    help: () => "remove this record, or give the route another host",
  }),
  "record-repeats-zone": warning({
    about: "Names of records are those inside their zone: `www` in the zone `example.com` is `www.example.com`.",
    message: (p: { name: string; domain: string }) => `this is the record of \`${p.name}.${p.domain}\``,
    help: (p) =>
      `write \`${p.name === p.domain ? "@" : p.name.slice(0, -p.domain.length - 1)}\`, since names end with their zone`,
  }),
  "cname-not-alone": error({
    about:
      "A CNAME says that a name is another name for one other, so nothing else may be known about it (RFC 1034). The apex of a zone always has records of its own.",
    message: (p: { problem: string }) => `a CNAME stands alone: ${p.problem}`,
    help: () => "write addresses with `type: A`",
  }),
};
