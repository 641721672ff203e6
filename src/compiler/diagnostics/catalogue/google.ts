import { error, warning } from "./entry.ts";

/** What may be right in the language and cannot be said of Google Cloud. */
export const googleFindings = {
  "google-balancer": error({
    about:
      "A balancer of Google Cloud leads to machines. It redirects to HTTPS on port 443 alone, forwards a port of TCP or TLS to one group or app, and serves certificates of Google only to the outside.",
    message: (p: { balancer: string; problem: string }) =>
      `Google Cloud has no balancer like \`${p.balancer}\`: ${p.problem}`,
  }),
  "google-certificate": error({
    about:
      "A balancer of Google Cloud serves certificates that Google makes and renews: for up to 100 hosts that are written out, each once its record leads to the balancer.",
    message: (p: { certificate: string; problem: string }) =>
      `Google Cloud cannot make the certificate \`${p.certificate}\`: ${p.problem}`,
  }),
  "google-database": error({
    about:
      "Cloud SQL runs PostgreSQL by major version and MySQL by minor version, on at least 10GiB, and keeps some names of users and databases for itself.",
    message: (p: { database: string; problem: string }) =>
      `Google Cloud has no database like \`${p.database}\`: ${p.problem}`,
  }),
  "google-backup": error({
    about: "Cloud SQL copies a database once a day and keeps up to 365 copies.",
    message: (p: { backup: string; problem: string }) => `Cloud SQL cannot follow \`${p.backup}\`: ${p.problem}`,
    help: () => "write a schedule of one minute and hour of every day, such as `0 3 * * *`",
  }),
  "google-disk": error({
    about: "Disks of Google Cloud begin at 10GiB, which an operating system needs as well.",
    message: (p: { disk: string; problem: string }) => `Google Cloud has no disk like \`${p.disk}\`: ${p.problem}`,
  }),
  "google-module": error({
    about:
      "A module of Google Cloud makes machines of CoreOS or Flatcar in the default network, or a balancer that forwards one port to them, with names in a zone of `dns`.",
    message: (p: { module: string; problem: string }) => `the module \`${p.module}\` cannot hold this: ${p.problem}`,
    help: () => "take `module` out, or change the element",
  }),
  "google-firewall": error({
    about:
      "The firewall of a network of Google Cloud stands before its machines. Balancers stand outside of it, and databases are kept from all machines but those that may call them.",
    message: (p: { rule: string; problem: string }) =>
      `no firewall of Google Cloud could be \`${p.rule}\`: ${p.problem}`,
  }),
  "google-cluster": error({
    about:
      "A cluster of Google Cloud has ranges for its pods and services in the subnet of its nodes, and a pool has as many nodes in each of its zones.",
    message: (p: { cluster: string; problem: string }) =>
      `Google Cloud has no cluster like \`${p.cluster}\`: ${p.problem}`,
    help: () => "write `pods` and `services` beside the subnet's `cidr`, a larger network, or a multiple of `zones`",
  }),
  "google-endpoint": error({
    about: "A name of Cloud Endpoints leads to one IPv4 address, and is nothing else.",
    message: (p: { record: string; problem: string }) =>
      `Google Cloud has no endpoint like \`${p.record}\`: ${p.problem}`,
    help: () => "write a record of type `A` with one value, or a zone of kind `provider`",
  }),
  "google-user-rights": warning({
    about:
      "Cloud SQL makes every user of PostgreSQL a member of `cloudsqlsuperuser`. Up to version 15 the owner of a database takes that from its other users; from 16 on Cloud SQL alone does, when somebody asks it to.",
    message: (p: { user: string }) => `\`${p.user}\` keeps the rights of \`cloudsqlsuperuser\``,
    help: (p) =>
      `once it is there, run \`gcloud sql users assign-roles ${p.user} --revoke-existing-roles --database-roles=ROLE\`, and accept this`,
  }),
  "google-zone-count": error({
    about:
      "Machines, nodes and databases of a network go round as many zones as it has, of those that the provider names.",
    message: (p: { network: string; zones: number; named: number }) =>
      `\`${p.network}\` stretches over ${p.zones} zones, and the provider names ${p.named}`,
    help: () => "name more `zones` for the provider, or write fewer for the network",
  }),
  "google-subnets": error({
    about:
      "Databases of Google Cloud have addresses in a part of the network that no subnet has: a quarter of it, an eighth and so on down to 256 addresses.",
    message: (p: { network: string }) => `the subnets of \`${p.network}\` leave no 256 addresses for its databases`,
    help: () => "write a larger `cidr` for the network, or smaller ones for its subnets",
  }),
};
