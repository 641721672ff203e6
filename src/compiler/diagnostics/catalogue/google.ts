import { error } from "./entry.ts";

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
  "google-firewall": error({
    about:
      "The firewall of a network of Google Cloud stands before its machines. Balancers stand outside of it, and databases are kept from all machines but those that may call them.",
    message: (p: { rule: string; problem: string }) =>
      `no firewall of Google Cloud could be \`${p.rule}\`: ${p.problem}`,
  }),
};
