import type { MachineApp } from "../../../compiler/environment/machine-app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { appSettings, appsOn } from "../../parts/app-settings.ts";
import { agentsFolder, secretsOf } from "../../parts/agent-secrets.ts";
import { consulOn } from "../../parts/cluster-join.ts";
import { machineRoleName } from "../../parts/machine-role.ts";
import { settingsFolder } from "../../parts/settings-folder.ts";
import { providedClusters } from "../clusters.ts";
import { securityGroupLabel } from "./addresses.ts";
import { backupRole, hasBackupPlans } from "./backup.ts";
import { clusterRoles } from "./cluster-roles.ts";

/** What machines may do: be entered by Session Manager, and read the settings of their own apps. */
export const iam = (environment: Environment): readonly Block[] => [
  ...identity(environment),
  ...(environment.instances.length === 0 ? [] : [trust(environment)]),
  ...environment.instances.flatMap((group) => [
    policy(environment, group),
    role(environment, group),
    rolePolicy(environment, group),
    profile(environment, group),
  ]),
  ...clusterRoles(environment),
  ...backupRole(environment),
];

/** What names resources of this account, where a policy must name some. */
function identity(environment: Environment): readonly Block[] {
  const reads = environment.instances.some(
    (group) => readers(environment, group).length > 0 || secretsOf(environment, group).length > 0,
  );
  const hasClusters = providedClusters(environment).length > 0;
  const origins = [by("least-privilege", environment.provider?.at ?? environment.at)];
  const needed = [
    ...(reads || hasBackupPlans(environment) || hasClusters ? ["aws_partition"] : []),
    ...(reads ? ["aws_caller_identity"] : []),
  ];
  return [
    ...needed.map((type) => block(["data", type, "current"])),
    ...(reads ? [block(["locals"], { parameters: parameters(environment) })] : []),
  ].map((each) => because(origins, each));
}

const readers = (environment: Environment, group: InstanceGroup): readonly MachineApp[] =>
  appsOn(environment, group).filter((app) => appSettings(environment, app).deployed.length > 0);

/** As the security group, since roles of services stand beside those of machines. */
const label = ({ name }: InstanceGroup): string => securityGroupLabel("instances", name);

const trust = (environment: Environment): Block =>
  because(
    [by("least-privilege", environment.instances[0]?.at ?? environment.at)],
    block(["data", "aws_iam_policy_document", "machines"], {}, [
      block(["statement"], { actions: ["sts:AssumeRole"] }, [
        block(["principals"], { type: "Service", identifiers: ["ec2.amazonaws.com"] }),
      ]),
    ]),
  );

const policy = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [by("least-privilege", group.at)],
    block(["data", "aws_iam_policy_document", label(group)], {}, [
      sessionManager(group),
      ...settingsStatement(environment, group),
      ...joinStatement(environment, group),
      ...agentsStatement(environment, group),
    ]),
  );

/** EC2 lists machines to those who may list all of them, or to nobody. */
function joinStatement(environment: Environment, group: InstanceGroup): readonly Block[] {
  const store = consulOn(environment, group);
  if (store === undefined) return [];
  return [
    because(
      [by("agents-find-each-other", store.at)],
      block(["statement"], { sid: "ClusterJoin", actions: ["ec2:DescribeInstances"], resources: ["*"] }),
    ),
  ];
}

/** Agents read the secrets of their cluster, and of those of its servers only servers. */
function agentsStatement(environment: Environment, group: InstanceGroup): readonly Block[] {
  const secrets = secretsOf(environment, group);
  const folders = [...new Set(secrets.map(({ readers: who }) => who))].sort();
  if (folders.length === 0) return [];
  const resources = folders.map((folder) => template(reference("local.parameters"), `/${agentsFolder}/${folder}/*`));
  return [
    because(
      [by("agent-secrets", secrets[0]?.at ?? group.at)],
      block(["statement"], { sid: "Agents", actions: ["ssm:GetParameter"], resources }),
    ),
  ];
}

/** What AWS documents as the least that Session Manager needs; its managed policy would open every parameter. */
const sessionManager = (group: InstanceGroup): Block =>
  because(
    [by("no-ssh", group.at)],
    block(["statement"], {
      sid: "SessionManager",
      actions: [
        "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      resources: ["*"],
    }),
  );

function settingsStatement(environment: Environment, group: InstanceGroup): readonly Block[] {
  const apps = readers(environment, group);
  if (apps.length === 0) return [];
  return [
    because(
      [by("settings-at-start", group.at)],
      block(["statement"], {
        sid: "Settings",
        actions: ["ssm:GetParametersByPath"],
        resources: apps.flatMap((app) => [parameterArn(app, ""), parameterArn(app, "/*")]),
      }),
    ),
  ];
}

const parameterArn = ({ name, at }: MachineApp, below: string): Expression =>
  traced(template(reference("local.parameters"), `/${name}${below}`), { at });

/** The folder of the environment's parameters, as policies name it. */
const parameters = (environment: Environment): Expression =>
  template(
    "arn:",
    reference("data.aws_partition.current.partition"),
    ":ssm:",
    reference("data.aws_region.current.region"),
    ":",
    reference("data.aws_caller_identity.current.account_id"),
    `:parameter${settingsFolder(environment).value}`,
  );

const role = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [{ at: group.at }],
    block(["resource", "aws_iam_role", label(group)], {
      name: machineRoleName(environment, group),
      assume_role_policy: reference("data.aws_iam_policy_document.machines.json"),
    }),
  );

const rolePolicy = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [{ at: group.at }],
    block(["resource", "aws_iam_role_policy", label(group)], {
      name: machineRoleName(environment, group),
      role: reference(`aws_iam_role.${label(group)}.id`),
      policy: reference(`data.aws_iam_policy_document.${label(group)}.json`),
    }),
  );

const profile = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [{ at: group.at }],
    block(["resource", "aws_iam_instance_profile", label(group)], {
      name: machineRoleName(environment, group),
      role: reference(`aws_iam_role.${label(group)}.name`),
    }),
  );
