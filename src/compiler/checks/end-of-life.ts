import { derive, ORIGINS, type SpecPath, type Traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Database } from "../environment/database.ts";
import type { Environment } from "../environment/environment.ts";
import { isLiteral, literal } from "../environment/text.ts";

/** A platform that nobody mends any more. */
interface DeadPlatform {
  /** How specs write it: a target, or the beginning of an operating system's name. */
  readonly written: RegExp;
  readonly name: string;
  /** The last day of support that is not paid for. */
  readonly ended: string;
  readonly successor: string;
}

const platforms: readonly DeadPlatform[] = [
  // https://coreos.com/blog/migrating-from-fleet-to-kubernetes.html
  { written: /^fleet$/, name: "fleet", ended: "2018-02-01", successor: "Nomad or Kubernetes" },
  // https://coreos.com/os/eol
  { written: /^coreos\b/, name: "CoreOS", ended: "2020-05-26", successor: "Flatcar or Fedora CoreOS" },
  // https://www.centos.org/centos-linux-eol
  { written: /^centos-6\b/, name: "CentOS 6", ended: "2020-11-30", successor: "Rocky Linux or AlmaLinux" },
  { written: /^centos-7\b/, name: "CentOS 7", ended: "2024-06-30", successor: "Rocky Linux or AlmaLinux" },
  { written: /^centos-8\b/, name: "CentOS 8", ended: "2021-12-31", successor: "Rocky Linux or AlmaLinux" },
  // https://ubuntu.com/about/release-cycle
  { written: /^ubuntu-14\.04\b/, name: "Ubuntu 14.04", ended: "2019-04-30", successor: "Ubuntu 24.04" },
  { written: /^ubuntu-16\.04\b/, name: "Ubuntu 16.04", ended: "2021-04-30", successor: "Ubuntu 24.04" },
  { written: /^ubuntu-18\.04\b/, name: "Ubuntu 18.04", ended: "2023-05-31", successor: "Ubuntu 24.04" },
  // https://wiki.debian.org/LTS
  { written: /^debian-8\b/, name: "Debian 8", ended: "2020-06-30", successor: "Debian 12" },
  { written: /^debian-9\b/, name: "Debian 9", ended: "2022-06-30", successor: "Debian 12" },
  { written: /^debian-10\b/, name: "Debian 10", ended: "2024-06-30", successor: "Debian 12" },
  // https://www.postgresql.org/support/versioning
  { written: /^postgres 9\.6\b/, name: "PostgreSQL 9.6", ended: "2021-11-11", successor: "PostgreSQL 17" },
  { written: /^postgres 10\b/, name: "PostgreSQL 10", ended: "2022-11-10", successor: "PostgreSQL 17" },
  { written: /^postgres 11\b/, name: "PostgreSQL 11", ended: "2023-11-09", successor: "PostgreSQL 17" },
  { written: /^postgres 12\b/, name: "PostgreSQL 12", ended: "2024-11-21", successor: "PostgreSQL 17" },
  { written: /^postgres 13\b/, name: "PostgreSQL 13", ended: "2025-11-13", successor: "PostgreSQL 17" },
  // https://www.mysql.com/support
  { written: /^mysql 5\.7\b/, name: "MySQL 5.7", ended: "2023-10-31", successor: "MySQL 8.4" },
  { written: /^mysql 8\.0\b/, name: "MySQL 8.0", ended: "2026-04-30", successor: "MySQL 8.4" },
];

/** Holes of a platform that nobody mends stay open; whoever stays on it should know. */
export const endOfLife: Check = function* (environment) {
  for (const choice of choicesOf(environment)) {
    const dead = platforms.find(({ written }) => written.test(choice.value));
    if (dead !== undefined) yield diagnose("end-of-life", placeOf(choice), dead);
  }
};

/** Where a spec chooses a platform. */
const choicesOf = ({
  targets,
  machineImages,
  instances,
  databases,
  selfHostedDatabases,
}: Environment): readonly Traced<string>[] => [
  ...targets,
  ...machineImages.map(({ base }) => base),
  ...instances.flatMap(({ image }) => (image.kind === "stock" ? [image.system] : [])),
  ...[...databases, ...selfHostedDatabases].flatMap(engineOf),
];

/** `postgres 16`, at the place of the version. */
const engineOf = ({ engine, version }: Pick<Database, "engine" | "version">): readonly Traced<string>[] =>
  isLiteral(version) ? [derive(literal(version), (number) => `${engine.value} ${number}`)] : [];

const placeOf = ({ [ORIGINS]: origins }: Traced<string>): SpecPath => origins[0]?.at ?? [];
