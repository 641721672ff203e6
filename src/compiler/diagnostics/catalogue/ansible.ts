import { error, warning } from "./entry.ts";
import { quoted } from "./wording.ts";

/** What may be right in the language and cannot be said in a playbook. */
export const ansibleFindings = {
  "ansible-late-bound": error({
    about:
      "Ansible knows the variables of `vars` and what the pipeline hands in. What only the deployment knows, such as the address of a database or a secret, reaches an app by its environment, which it reads when it starts.",
    message: (p: { source: string; field: string }) => `Ansible cannot fill \`${p.source}\` into \`${p.field}\``,
    help: () => "use a variable of `vars`, or pass it in `env`",
  }),
  "ansible-release": error({
    about:
      "What says where a release is found and where it lies is made of letters, digits and `._:/@%+~-`. Anything else would be read as code by Ansible, or as another word by systemd.",
    message: (p: { written: string }) => `\`${p.written}\` is no address of a release, and no path for one`,
  }),
  "ansible-database": error({
    about:
      "Ansible installs the server that the operating system comes with and keeps up to date, and each release of a system comes with one version.",
    message: (p: { database: string; system: string; known: string }) =>
      `\`${p.system}\` comes with another version for \`${p.database}\`: ${p.known}`,
    help: () => "write that version, choose another image, or let the provider run the database",
  }),
  "ansible-proxy": error({
    about:
      "What a proxy is told is part of its image, so the machines behind it have names that are known before they are made.",
    message: (p: { proxy: string; app: string }) => `\`${p.proxy}\` cannot know where machines of \`${p.app}\` are`,
    help: () => "give their group a `hostname` in a zone of `dns`",
  }),
  "ansible-image": error({
    about:
      "A reference of a container image is made of letters, digits and `._:/@-`. Anything else would be read as code by Ansible, or as another line by systemd.",
    message: (p: { image: string }) => `\`${p.image}\` is no reference of a container image`,
  }),
  "ansible-variable-name": error({
    about:
      "A var that Ansible reads is a variable of Ansible, where the keywords of playbooks and of Python and the names that Ansible sets itself are taken.",
    message: (p: { name: string }) => `Ansible takes no variable \`${p.name}\`, since the word is its own`,
    help: () => "rename it",
  }),
  "ansible-group-name": error({
    about:
      "The machines of an instance group are a group of Ansible, which has the groups `all`, `ungrouped` and `aws_ec2` itself.",
    message: (p: { name: string }) => `Ansible has a group \`${p.name}\` of its own`,
    help: () => "rename the instance group",
  }),
  "ansible-profile-name": error({
    about:
      "The inventory knows the machines of a group by their instance profile. AWS takes names of profiles of letters, digits and `+=,.@-_`.",
    message: (p: { name: string }) => `AWS takes no instance profile \`${p.name}\``,
    help: () => "write another `provider.naming`",
  }),
  "ansible-system": error({
    about: "What apps need on a machine comes from the packages of its operating system.",
    message: (p: { group: string; known: readonly string[] }) =>
      `specc does not know how to install Docker on machines of \`${p.group}\``,
    help: (p) => `it knows ${quoted(p.known)}`,
  }),
  "ansible-without-apps": warning({
    about: "The playbook sets up machines that run apps. Where no app runs on an instance group there is none.",
    message: (_: Record<string, never>) => "Ansible has nothing to set up, since no app runs on an instance group",
    help: () => "take `ansible` out of `targets`",
  }),
};
