import { ansibleFindings } from "./catalogue/ansible.ts";
import { backupFindings } from "./catalogue/backup.ts";
import { bindFindings } from "./catalogue/bind.ts";
import { checkFindings } from "./catalogue/check.ts";
import { ciFindings } from "./catalogue/ci.ts";
import { digitaloceanFindings } from "./catalogue/digitalocean.ts";
import { composeFindings } from "./catalogue/compose.ts";
import { dockerFindings } from "./catalogue/docker.ts";
import { fleetFindings } from "./catalogue/fleet.ts";
import { googleFindings } from "./catalogue/google.ts";
import { kubernetesFindings } from "./catalogue/kubernetes.ts";
import { languageFindings } from "./catalogue/language.ts";
import { networkFindings } from "./catalogue/network.ts";
import { nginxFindings } from "./catalogue/nginx.ts";
import { nomadFindings } from "./catalogue/nomad.ts";
import { prometheusFindings } from "./catalogue/prometheus.ts";
import { packerFindings } from "./catalogue/packer.ts";
import { runbookFindings } from "./catalogue/runbook.ts";
import { sourceFindings } from "./catalogue/source.ts";
import { terraformFindings } from "./catalogue/terraform.ts";
import { vagrantFindings } from "./catalogue/vagrant.ts";
import { vocabularyFindings } from "./catalogue/vocabulary.ts";
import { workloadFindings } from "./catalogue/workload.ts";

/**
 * Every sentence that specc says about a spec, by phase. A message states the fact, lower case and without a full stop,
 * with code in backticks; only `help` proposes a change; `about` is the long text of `specc explain CODE`.
 */
export const catalogue = {
  ...sourceFindings,
  ...languageFindings,
  ...checkFindings,
  ...networkFindings,
  ...workloadFindings,
  ...vocabularyFindings,
  ...nginxFindings,
  ...nomadFindings,
  ...prometheusFindings,
  ...backupFindings,
  ...bindFindings,
  ...composeFindings,
  ...dockerFindings,
  ...fleetFindings,
  ...kubernetesFindings,
  ...terraformFindings,
  ...digitaloceanFindings,
  ...googleFindings,
  ...packerFindings,
  ...ansibleFindings,
  ...vagrantFindings,
  ...runbookFindings,
  ...ciFindings,
};

export type Code = keyof typeof catalogue;
export type ParamsOf<C extends Code> = Parameters<(typeof catalogue)[C]["message"]>[0];
