import type { Origin, SpecPath } from "../formats/origin.ts";
import { ansibleRules } from "./rules/ansible.ts";
import { awsRules } from "./rules/aws.ts";
import { clusterRules } from "./rules/cluster.ts";
import { backupRules } from "./rules/backup.ts";
import { bindRules } from "./rules/bind.ts";
import { composeRules } from "./rules/compose.ts";
import { dhcpRules } from "./rules/dhcp.ts";
import { ciRules } from "./rules/ci.ts";
import { digitaloceanRules } from "./rules/digitalocean.ts";
import { dockerRules } from "./rules/docker.ts";
import { fleetRules } from "./rules/fleet.ts";
import { googleRules } from "./rules/google.ts";
import { hostRules } from "./rules/hosts.ts";
import { kubernetesRules } from "./rules/kubernetes.ts";
import { languageRules } from "./rules/language.ts";
import { nginxRules } from "./rules/nginx.ts";
import { nomadRules } from "./rules/nomad.ts";
import { packerRules } from "./rules/packer.ts";
import { prometheusRules } from "./rules/prometheus.ts";
import { runbookRules } from "./rules/runbook.ts";
import { terraformRules } from "./rules/terraform.ts";
import { traefikRules } from "./rules/traefik.ts";
import { vagrantRules } from "./rules/vagrant.ts";

/** Every named rule that may put a value into an output, with the reason that `specc explain` gives. */
export const rules = {
  ...languageRules,
  ...terraformRules,
  ...awsRules,
  ...backupRules,
  ...bindRules,
  ...composeRules,
  ...dhcpRules,
  ...digitaloceanRules,
  ...googleRules,
  ...nginxRules,
  ...nomadRules,
  ...clusterRules,
  ...dockerRules,
  ...fleetRules,
  ...prometheusRules,
  ...runbookRules,
  ...hostRules,
  ...ciRules,
  ...kubernetesRules,
  ...packerRules,
  ...ansibleRules,
  ...traefikRules,
  ...vagrantRules,
};

export type RuleId = keyof typeof rules;

/** There because this rule applied at this place. */
export const by = (rule: RuleId, at: SpecPath): Origin => ({ rule, at });

/** There because the spec says so at this place. */
export const from = (at: SpecPath): Origin => ({ at });
