import type { Artifact } from "../../compiler/emitter.ts";
import type { DatabaseUser, SelfHostedDatabase } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal } from "../../compiler/environment/text.ts";
import { derive, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { kubernetesCron } from "../parts/kubernetes-cron.ts";
import { operatedDatabases, userSecretName } from "../parts/operated-databases.ts";
import { nameLabel } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { bytes, resources } from "./resources.ts";
import { ruled } from "./ruled.ts";

const API = "postgresql.cnpg.io/v1";

/** What CloudNativePG makes a database of, and who may reach it. */
export const operatedDatabaseObjects = (environment: Environment): readonly Artifact[] =>
  operatedDatabases(environment).flatMap((database) => [
    cluster(database),
    policy(environment, database),
    ...scheduledBackup(database),
  ]);

const cluster = (database: SelfHostedDatabase): Artifact => {
  const { name, at, version, ha, disk, backup } = database;
  return manifest(`${name}.cluster.yaml`, at, {
    apiVersion: API,
    kind: "Cluster",
    metadata: { name },
    spec: {
      instances: derive(ha, (isCopied) => (isCopied ? 3 : 1)),
      imageName: derive(literal(version), (major) => `ghcr.io/cloudnative-pg/postgresql:${major}`),
      bootstrap: { initdb: { database: database.database, owner: database.user } },
      managed: database.users.length === 0 ? undefined : { roles: database.users.map((user) => role(database, user)) },
      resources: resources(database),
      storage: { size: derive(disk, bytes) },
      backup:
        backup && ruled("kubernetes-operator", backup.at, { volumeSnapshot: { snapshotOwnerReference: "backup" } }),
    },
  });
};

const role = (database: SelfHostedDatabase, user: DatabaseUser): YamlNode =>
  traced(
    {
      name: user.name,
      ensure: "present",
      login: true,
      inRoles: derive(user.rights, (rights) => roles[rights]),
      passwordSecret: user.password && { name: userSecretName(database, user) },
    },
    { at: user.at },
  );

/** Roles that PostgreSQL has for rights on all data. */
const roles: Readonly<Record<DatabaseUser["rights"]["value"], readonly string[]>> = {
  read: ["pg_read_all_data"],
  write: ["pg_read_all_data", "pg_write_all_data"],
  owner: ["pg_read_all_data", "pg_write_all_data", "pg_maintain"],
};

/** The operator's cron has seconds before the minutes. */
const scheduledBackup = ({ name, backup }: SelfHostedDatabase): readonly Artifact[] =>
  backup === undefined
    ? []
    : [
        manifest(`${name}.scheduled-backup.yaml`, backup.at, {
          apiVersion: API,
          kind: "ScheduledBackup",
          metadata: { name },
          spec: {
            schedule: derive(backup.schedule, (schedule) => `0 ${kubernetesCron(schedule)}`),
            backupOwnerReference: "cluster",
            method: ruled("kubernetes-operator", backup.at, "volumeSnapshot"),
            cluster: { name },
          },
        }),
      ];

/** Apps reach the database, its copies each other, and the operator both. */
function policy({ reach }: Environment, { name, at }: SelfHostedDatabase): Artifact {
  const readers = reach.filter(({ to }) => to.section === "database" && to.name === name);
  const apps = readers.map((reader) =>
    traced({ podSelector: { matchLabels: { [nameLabel]: reader.from } } }, ...reader.origins),
  );
  const own = { podSelector: { matchLabels: { "cnpg.io/cluster": name } } };
  const operator = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "cnpg-system" } } };
  return manifest(
    `database-${name}.network-policy.yaml`,
    at,
    ruled("kubernetes-operator", at, {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: `database-${name}` },
      spec: {
        podSelector: { matchLabels: { "cnpg.io/cluster": name } },
        policyTypes: ["Ingress"],
        ingress: [
          { from: [...apps, own, operator], ports: [{ port: 5432 }] },
          { from: [own, operator], ports: [{ port: 8000 }] },
        ],
      },
    }),
  );
}
