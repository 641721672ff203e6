import { error, warning } from "./entry.ts";
import { quoted } from "./wording.ts";

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(", ");

/** What may be right in the language and cannot be said in Terraform, or not of its provider. */
export const terraformFindings = {
  "terraform-without-provider": error({
    about: "Terraform makes what a cloud provider has, so a spec for it says which provider that is.",
    message: () => "Terraform has no provider to make anything at",
    help: () => "write `provider: {kind: aws, region: …}`, or take `terraform` out of `targets`",
  }),
  "terraform-late-bound": error({
    about:
      "Hosts, paths, commands, versions and the like are fixed when specc compiles, or an input of the module. What only the deployment knows can stand in the environment of an app, in an output and in a DNS record.",
    message: (p: { source: string; field: string }) => `Terraform cannot fill \`${p.source}\` into \`${p.field}\``,
    help: () => "use a variable of `vars`",
  }),
  "terraform-no-value": error({
    about:
      "Terraform knows an attribute when something that it makes has it. Machines of a group with `scaling` come and go without it, so they have no addresses or numbers; apps on them are found through a balancer; an ingress is made by a cluster.",
    message: (p: { source: string; problem: string }) => `Terraform has no value for \`${p.source}\`: ${p.problem}`,
  }),
  "terraform-name-taken": error({
    about:
      "Vars, secrets that somebody hands in and `build_commit` and its like are variables of one module. The names of other elements are joined and written with `_` for `-`, so two may meet in one identifier.",
    message: (p: { name: string; first: string; second: string }) =>
      `\`${p.first}\` and \`${p.second}\` are both \`${p.name}\` in Terraform`,
    help: () => "rename one of the two",
  }),
  "terraform-reserved-name": error({
    about: "Terraform keeps some names for itself, which no variable of a module can have.",
    message: (p: { name: string }) => `Terraform takes no variable \`${p.name}\``,
    help: () => "rename it",
  }),
  "terraform-module": error({
    about: "A module of Terraform makes networks and groups on AWS, and one group or one balancer on Google Cloud.",
    message: (p: { module: string; problem: string }) => `there is no module \`${p.module}\` here: ${p.problem}`,
    help: () => "take `module` out, or choose another name",
  }),
  "terraform-container-linux": error({
    about:
      "CoreOS and Flatcar read a document of their own when they first boot. specc writes it for machines that a module on Google Cloud makes.",
    message: (p: { group: string; system: string }) =>
      `specc cannot set up \`${p.system}\` on machines of \`${p.group}\``,
    help: () => "let a `module` make the group, or boot another system",
  }),
  "terraform-secret-form": error({
    about: "Terraform makes random passwords here; keys are made where they are used, and handed in.",
    message: (p: { secret: string; form: string }) => `Terraform makes no \`${p.form}\` for \`${p.secret}\``,
    help: () => "make it yourself and hand it in by `env` or `file`, or take `generate: random`",
  }),
  "terraform-name": error({
    about:
      "Each kind of resource has a name of its own length and letters. On AWS a balancer and a target group have up to 32 letters, digits and dashes, a database up to 63 and a role up to 64; on Google Cloud a service account has 6 to 30, other resources up to 63; at DigitalOcean a database has up to 63, a volume up to 60, others up to 255.",
    message: (p: { what: string; name: string; problem: string }) =>
      `the provider takes no ${p.what} \`${p.name}\`: ${p.problem}`,
    help: () => "choose another name, or write another `provider.naming`",
  }),
  "terraform-system": error({
    about: "Machines boot an image of ours, or the image that the makers of an operating system publish.",
    message: (p: { system: string }) => `specc knows no image of \`${p.system}\` at this provider`,
    help: (p: { system: string; known: readonly string[] }) => `it knows ${code(p.known)}`,
  }),
  "terraform-no-size": error({
    about: "specc picks the smallest machine type that has the `cpu` and `memory` asked for.",
    message: (p: { name: string; largest: string; cores: number; gibibytes: number }) =>
      `\`${p.name}\` asks for more than the largest machine has, which is \`${p.largest}\` with ${p.cores} cores and ${p.gibibytes}GiB`,
    help: () => "ask for less, or name a type of the provider in `size`",
  }),
  "aws-zones": error({
    about: "A balancer and a database of AWS stand in subnets of at least two availability zones.",
    message: (p: { network: string; needed: string }) =>
      `\`${p.network}\` has one zone, and ${p.needed} stands in at least two`,
    help: () => "write `zones: 2`",
  }),
  "terraform-network-size": error({
    about:
      "A network of AWS has between 16 and 65536 addresses and a subnet at least 16; specc cuts a network into sixteen subnets. On Google Cloud a half of it is for machines and a quarter for the databases that Google joins to it.",
    message: (p: { cidr: string; largest: number; smallest: number }) =>
      `a network of the provider cannot be \`${p.cidr}\``,
    help: (p: { cidr: string; largest: number; smallest: number }) =>
      `take a network between \`/${p.largest}\` and \`/${p.smallest}\``,
  }),
  "terraform-default-network": error({
    about:
      "The network that a cloud gives to each account has public subnets alone and rules of its own, so private machines and databases cannot stand in it.",
    message: (p: { network: string }) => `\`${p.network}\` cannot be the provider's default network`,
    help: () => "write `kind: vpc`",
  }),
  "terraform-networks-apart": error({
    about: "Networks are not joined, so what stands in one neither reaches nor admits what stands in another.",
    message: (p: { one: string; another: string }) => `\`${p.one}\` and \`${p.another}\` stand in different networks`,
    help: () => "let both stand in one `network`",
  }),
  "terraform-host-outside-zones": error({
    about:
      "A provider signs a certificate when its DNS proves that the host is ours. The proof stands in a zone of `dns` that encloses the host.",
    message: (p: { host: string; certificate: string }) =>
      `\`${p.certificate}\` serves \`${p.host}\`, which no zone of \`dns\` encloses`,
    help: () => "add its zone to `dns`, with `managed: false` when it exists already",
  }),
  "aws-issuer": error({
    about: "A balancer of AWS serves certificates of AWS; nobody could renew one of Let's Encrypt there.",
    message: (p: { certificate: string }) => `a balancer of AWS cannot serve \`${p.certificate}\` of Let's Encrypt`,
    help: () => "write `issuer: provider`",
  }),
  "terraform-listeners": error({
    about:
      "A balancer speaks HTTP and HTTPS, or it forwards TCP and TLS; it does not do both, and only the first knows routes.",
    message: (p: { balancer: string; problem: string }) => `\`${p.balancer}\` cannot listen so: ${p.problem}`,
    help: () => "split it into two balancers",
  }),
  "terraform-backend": error({
    about: "A balancer leads to a port of machines.",
    message: (p: { app: string; balancer: string; missing: string }) =>
      `\`${p.balancer}\` cannot lead to \`${p.app}\`, which has no \`${p.missing}\``,
  }),
  "aws-disk": error({
    about: "AWS boots from SSD, sells `hdd` from 125GiB on, and attaches up to eleven disks beside the first.",
    message: (p: { disk: string; problem: string }) => `AWS has no disk like \`${p.disk}\`: ${p.problem}`,
  }),
  "terraform-health": error({
    about:
      "A balancer of AWS asks every 5 to 300 seconds and waits for 2 to 120, one of Google Cloud asks every 1 to 300 and waits for 1 to 300, one of DigitalOcean does both for 3 to 300; all wait less than until they ask again.",
    message: (p: { key: string; problem: string }) => `the balancer takes no such \`${p.key}\`: ${p.problem}`,
  }),
  "aws-database": error({
    about:
      "A database of AWS has at least 20GiB, and keeps for itself some user names: `admin` in PostgreSQL, `rdsadmin` in all.",
    message: (p: { database: string; problem: string }) => `AWS has no database like \`${p.database}\`: ${p.problem}`,
  }),
  "terraform-user-data": error({
    about:
      "AWS gives a machine at most 16 KiB when it boots, DigitalOcean 64 KiB, Google Cloud 256 KiB; units of apps on a stock image count towards it.",
    message: (p: { group: string; bytes: number; most: number }) =>
      `what machines of \`${p.group}\` are told when they boot has ${p.bytes} bytes, and the provider takes ${p.most}`,
    help: () => "boot an image with `builder: packer`, or split the group",
  }),
  "terraform-scaled-hostname": error({
    about: "Machines of a group with `scaling` come and go, so nobody numbers them and no record could follow them.",
    message: (p: { group: string }) => `machines of \`${p.group}\` cannot have a \`hostname\`, since the group scales`,
    help: () => "take `hostname` out, or take a fixed `count`",
  }),
  "terraform-cluster": error({
    about: "A provider's cluster has pools of nodes, which are groups of `instances`, in one network.",
    message: (p: { cluster: string; problem: string }) =>
      `no provider has a cluster like \`${p.cluster}\`: ${p.problem}`,
    help: () => "write a group in `instances`, and name it in the cluster's `nodes`",
  }),
  "aws-cluster": error({
    about: "The control plane of a cluster of Amazon's stands in two zones at least.",
    message: (p: { cluster: string; network: string }) =>
      `\`${p.cluster}\` needs two zones, and \`${p.network}\` has one`,
    help: () => "write `zones: 2` for the network",
  }),
  "terraform-node-key": error({
    about:
      "The provider sets up the nodes of its cluster from images of its own, and makes and replaces them as it likes, so that this key of their group would have no effect.",
    message: (p: { pool: string; key: string }) => `nodes of \`${p.pool}\` cannot have \`${p.key}\``,
    help: (p) => `remove \`${p.key}\``,
  }),
  "terraform-no-way-out": warning({
    about:
      "Machines fetch packages, images and settings when they boot. Private ones reach the internet through a gateway.",
    message: (p: { group: string; network: string }) =>
      `machines of \`${p.group}\` have no way to the internet, since \`${p.network}\` has no \`nat\``,
    help: () => "write `nat: single`, or let the machines be `public`",
  }),
  "terraform-job-on-each-machine": warning({
    about: "On a bare group each machine runs one copy of an app, and so each runs a job at its time.",
    message: (p: { app: string; group: string }) => `each machine of \`${p.group}\` runs the job \`${p.app}\``,
    help: () => "let the job run on a group of one machine",
  }),
  "aws-key-pair": error({
    about: "EC2 puts one key on a machine when it boots.",
    message: (p: { group: string; keys: readonly string[] }) =>
      `machines of \`${p.group}\` would have several keys: ${p.keys.map((key) => `\`${key}\``).join(", ")}`,
    help: () => "name one of them in `sshKeys`, and let that user let others in",
  }),
  "agent-set-up": warning({
    about:
      "On AWS, machines of a cluster of Nomad or Consul get their configuration, keys and tokens when they first boot. On other providers they boot without, and whoever runs the cluster sets the agents up.",
    message: (p: { tool: string; provider: string }) =>
      `nobody sets up the agents of \`${p.tool}\` on machines of \`${p.provider}\``,
    help: () => "set them up by hand and accept this with the reason, or run the cluster on AWS",
  }),
  "agent-missing": warning({
    about:
      "Machines of a cluster of Nomad or Consul become what they are there when they first boot: their image has the agents already.",
    message: (p: { group: string; tools: readonly string[] }) =>
      `the image of \`${p.group}\` does not bring ${quoted(p.tools)}, so its machines join nothing`,
    help: (p) => `build one with \`builder: packer\` and \`installs: [${p.tools.join(", ")}]\``,
  }),
};
