import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Provider } from "../../compiler/environment/provider.ts";
import { literal } from "../../compiler/environment/text.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import { text } from "../../formats/text/tree.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { awsProvider } from "../parts/aws-provider.ts";
import { machineRoleName } from "../parts/machine-role.ts";
import { type RunningGroup, runningGroups } from "./groups.ts";

/** How Ansible finds and reaches live machines; elsewhere than on AWS that is for the caller to say. */
export function connection(environment: Environment): readonly Artifact[] {
  const provider = awsProvider(environment);
  if (provider === undefined) return [];
  return [
    configuration(environment),
    inventory(environment, provider),
    sessionVariables(provider),
    program(environment, provider),
  ];
}

const inventoryFile = "inventory.aws_ec2.yml";

const configuration = (environment: Environment): Artifact => ({
  path: "ansible.cfg",
  at: environment.at,
  document: {
    ...text([`# ${headerOf(environment)}`, "[defaults]", `inventory = ${inventoryFile}`]),
    [ORIGINS]: [by("ansible-inventory", environment.at)],
  },
});

/** The plugin knows its own file by the end of the name. */
const inventory = (environment: Environment, { at, region }: Provider): Artifact => ({
  path: inventoryFile,
  at,
  document: yaml(
    traced<YamlNode>(
      {
        plugin: "amazon.aws.aws_ec2",
        regions: [literal(region)],
        filters: {
          "instance-state-name": "running",
          "tag:project": environment.name,
          "tag:environment": environment.environment,
        },
        hostnames: ["instance-id"],
        groups: Object.fromEntries(runningGroups(environment).map((running) => membership(environment, running))),
      },
      by("ansible-inventory", at),
    ),
  ),
});

/** An expression of Jinja; a check has seen to it that the name holds nothing that would end the string. */
const membership = (environment: Environment, { name, group }: RunningGroup): readonly [string, YamlNode] => {
  const profile = derive(
    machineRoleName(environment, group),
    (shared) => `iam_instance_profile.arn.endswith('/${shared}')`,
  );
  return [name, traced(profile.value, ...profile[ORIGINS], by("ansible-groups", group.at))];
};

const sshArguments =
  "-o StrictHostKeyChecking=accept-new " +
  `-o ProxyCommand="'{{ playbook_dir }}/connect.sh' %h %r %p {{ placement.region }}"`;

/** For what the inventory found, not for the machine that an image is built on. */
const sessionVariables = ({ at }: Provider): Artifact => ({
  path: "group_vars/aws_ec2.yml",
  at,
  document: yaml(traced<YamlNode>({ ansible_ssh_common_args: sshArguments }, by("ansible-session", at))),
});

const program = (environment: Environment, { at }: Provider): Artifact => ({
  path: "connect.sh",
  at,
  executable: true,
  document: { ...text(programLines(environment)), [ORIGINS]: [by("ansible-session", at)] },
});

const programLines = (environment: Environment): readonly string[] => [
  "#!/bin/sh",
  `# ${headerOf(environment)}`,
  "# connect.sh INSTANCE USER PORT REGION: what ssh talks through. SSH_PUBLIC_KEY names another key than the usual one.",
  "set -eu",
  "",
  'aws ec2-instance-connect send-ssh-public-key --region "$4" --instance-id "$1" --instance-os-user "$2" \\',
  '  --ssh-public-key "file://${SSH_PUBLIC_KEY:-$HOME/.ssh/id_ed25519.pub}" >/dev/null',
  'exec aws ssm start-session --region "$4" --target "$1" \\',
  '  --document-name AWS-StartSSHSession --parameters "portNumber=$3"',
];
