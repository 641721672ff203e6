import { type Emitter, unprinted } from "../../compiler/emitter.ts";
import { appRoles } from "./app-role.ts";
import { commandsAreKnown, imagesAreReferences, releasesAreWords } from "./checks/apps.ts";
import { groupNamesAreFree, profileNamesAreLegal, somethingRuns, systemsAreKnown } from "./checks/groups.ts";
import { databasesArePackaged, proxiesFindApps, settingsAreKnown } from "./checks/servers.ts";
import { variableNamesAreFree } from "./checks/variables.ts";
import { connection } from "./connection.ts";
import { variableFiles } from "./group-variables.ts";
import { databaseRoles } from "./database-role.ts";
import { runningGroups } from "./groups.ts";
import { machineRole } from "./machine-role.ts";
import { playbook } from "./playbook.ts";
import { proxyRoles } from "./proxy-role.ts";
import { requirements } from "./requirements.ts";

/** A playbook that sets up the machines that apps run on, and the images that they boot. */
export const ansible: Emitter = {
  target: "ansible",
  title: "Ansible",
  support: {
    ...unprinted,
    provider: "emits",
    vars: "emits",
    secrets: "ignores",
    network: "ignores",
    "images.machine": "emits",
    "images.container": "emits",
    instances: "emits",
    "apps.service": "emits",
    registry: "emits",
    "apps.artifact": "emits",
    "ingress.nginx": "emits",
    "database.selfHosted": "emits",
    "apps.process": "emits",
    "apps.envFile": "emits",
    "apps.job": "emits",
    "apps.daemon": "emits",
    "apps.routes": "ignores",
    ingress: "ignores",
    loadBalancer: "ignores",
    firewall: "ignores",
    dns: "ignores",
    tls: "ignores",
    database: "ignores",
    "scaling.instances": "ignores",
    "scaling.apps": "ignores",
    backup: "ignores",
    outputs: "ignores",
  },
  checks: [
    somethingRuns,
    systemsAreKnown,
    groupNamesAreFree,
    profileNamesAreLegal,
    imagesAreReferences,
    releasesAreWords,
    databasesArePackaged,
    proxiesFindApps,
    settingsAreKnown,
    commandsAreKnown,
    variableNamesAreFree,
  ],
  emit: (environment) =>
    runningGroups(environment).length === 0
      ? []
      : [
          playbook(environment),
          ...requirements(environment),
          ...connection(environment),
          ...variableFiles(environment),
          ...machineRole(environment),
          ...databaseRoles(environment),
          ...appRoles(environment),
          ...proxyRoles(environment),
        ],
};
