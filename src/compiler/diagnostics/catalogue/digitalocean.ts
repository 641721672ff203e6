import { error, warning } from "./entry.ts";

/** What may be right in the language and cannot be said of DigitalOcean, or is worth a word there. */
export const digitaloceanFindings = {
  "digitalocean-network": error({
    about:
      "A network of DigitalOcean has between 256 and 65536 private addresses and stands in one data centre. A machine there always has a public address, which a firewall guards, so no gateway is needed or could be left out.",
    message: (p: { network: string; problem: string }) =>
      `DigitalOcean has no network like \`${p.network}\`: ${p.problem}`,
  }),
  "digitalocean-firewall": error({
    about:
      "Firewalls of DigitalOcean guard machines, and trusted sources a database. A balancer serves everybody or, when internal, its network; a database calls nobody.",
    message: (p: { rule: string; problem: string }) => `DigitalOcean has no rule like \`${p.rule}\`: ${p.problem}`,
  }),
  "digitalocean-disk": error({
    about:
      "The disk that a machine boots from belongs to its size, so specc picks a size whose disk is large enough. Up to fifteen volumes of SSD stand beside it, at machines of a fixed number.",
    message: (p: { disk: string; problem: string }) => `DigitalOcean has no disk like \`${p.disk}\`: ${p.problem}`,
  }),
  "digitalocean-routes": error({
    about:
      "A balancer of DigitalOcean looks at neither host nor path. It sends what it gets to one port of one group of machines, so one app is behind it and answers for all its routes.",
    message: (p: { balancer: string; problem: string }) =>
      `\`${p.balancer}\` of DigitalOcean knows no routes: ${p.problem}`,
    help: () => "put an `ingress` on the machines, or give each app a balancer with `to`",
  }),
  "digitalocean-listeners": error({
    about: "A balancer of DigitalOcean forwards HTTP, HTTPS and TCP, and redirects from port 80 to port 443.",
    message: (p: { balancer: string; problem: string }) => `\`${p.balancer}\` cannot listen so: ${p.problem}`,
  }),
  "digitalocean-issuer": error({
    about:
      "A balancer of DigitalOcean serves a certificate that DigitalOcean gets from Let's Encrypt and renews. A file would have to be renewed by hand.",
    message: (p: { certificate: string }) => `a balancer of DigitalOcean cannot serve \`${p.certificate}\` from a file`,
    help: () => "write `issuer: provider`",
  }),
  "digitalocean-database": error({
    about:
      "DigitalOcean runs PostgreSQL and MySQL, and keeps for itself the user `doadmin` and the databases `defaultdb` and `_dodb`.",
    message: (p: { database: string; problem: string }) =>
      `DigitalOcean has no database like \`${p.database}\`: ${p.problem}`,
  }),
  "digitalocean-backup": error({
    about: "DigitalOcean copies each database once a day and keeps the copies of seven days; no plan changes that.",
    message: (p: { plan: string; problem: string }) => `DigitalOcean has no backups like \`${p.plan}\`: ${p.problem}`,
  }),
  "digitalocean-record": error({
    about: "DigitalOcean takes the parts of MX, SRV and CAA records one by one, so they are known when specc compiles.",
    message: (p: { type: string; form: string }) => `a value of ${p.type} is ${p.form}`,
  }),
  "digitalocean-settings-cycle": error({
    about:
      "A machine of DigitalOcean is told its settings when it is made, so machines whose addresses it must know are made before it. Two groups cannot both be first.",
    message: (p: { waiting: string; group: string }) =>
      p.waiting === p.group
        ? `machines of \`${p.waiting}\` wait for their own addresses`
        : `machines of \`${p.waiting}\` and of \`${p.group}\` wait for each other's addresses`,
    help: () => "let both apps run on one group, or give one of them a route",
  }),
  "scale-out-outage": warning({
    about:
      "With `mode: auto` the second machine makes a balancer. That takes a minute or two, and names lead to the reserved address of the first machine until their TTL is over.",
    message: (p: { balancer: string }) =>
      `nobody answers for a minute or two when \`${p.balancer}\` becomes a balancer`,
    help: () => "write `mode: always`, or accept it in `policy.accept`",
  }),
  "deploy-outage": warning({
    about:
      "A machine is replaced with each new image. Where it is the only one nobody answers until its successor has booted and has the address, about ten seconds.",
    message: (p: { group: string }) => `nobody answers while the only machine of \`${p.group}\` is replaced`,
    help: () => "have two machines, or accept it in `policy.accept`",
  }),
  "secret-in-user-data": warning({
    about:
      "DigitalOcean keeps no secrets for machines, and machines of a container Linux ask nobody for them. They come with the user data of the machine, which everybody sees who may read the account, and lie in a file on its disk that root alone reads.",
    message: (p: { app: string; setting: string }) => `the user data of \`${p.app}\` shows \`${p.setting}\``,
    help: () => "accept it in `policy.accept`, or let the app fetch it by itself",
  }),
  "digitalocean-user-without-rights": warning({
    about:
      "A new user of PostgreSQL at DigitalOcean may not make tables, and Terraform cannot allow it. Without `user` apps sign in as the cluster's own, who may.",
    message: (p: { database: string; user: string }) => `\`${p.user}\` has no rights in \`${p.database}\` yet`,
    help: () => "take `user` out, or grant them by hand as `doadmin`",
  }),
  "digitalocean-backup-hour": warning({
    about: "DigitalOcean copies each database once a day, at an hour of its own.",
    message: (p: { plan: string }) => `DigitalOcean chooses the hour of \`${p.plan}\``,
  }),
};
