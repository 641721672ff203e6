import type { Artifact } from "../../../../compiler/emitter.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Logging } from "../../../../compiler/environment/monitoring.ts";
import { environmentName } from "../../../../compiler/environment/naming.ts";
import { ORIGINS, traced } from "../../../../formats/origin.ts";
import type { YamlNode } from "../../../../formats/yaml/tree.ts";
import { manifest } from "../../manifest.ts";
import { ruled } from "../../ruled.ts";
import { CERTIFICATE_FOLDER, FLUENT_BIT, SERVICE } from "./names.ts";

/** Fluent Bit follows the files of the apps' containers, says which pod each line is of, and hands it over. */
export const collectorConfiguration = (environment: Environment, logging: Logging): Artifact =>
  manifest(
    `${FLUENT_BIT}.yaml`,
    logging.at,
    ruled("kubernetes-logs", logging.at, {
      service: { flush: 1, log_level: "info" },
      pipeline: {
        inputs: [input(environment, logging)],
        filters: [{ name: "kubernetes", match: "kube.*", merge_log: true, keep_log: false }],
        outputs: [output(environment)],
      },
    }),
  );

const input = (environment: Environment, logging: Logging): YamlNode => ({
  name: "tail",
  tag: "kube.*",
  path: paths(environment, logging),
  "multiline.parser": "cri",
  db: "/var/lib/fluent-bit/positions.db",
  mem_buf_limit: "16MB",
  skip_long_lines: true,
});

/** The kubelet names files `<pod>_<namespace>_<container>-<id>.log`. */
function paths(environment: Environment, { of, at }: Logging): YamlNode {
  const namespace = environmentName(environment).value;
  const file = (pods: string): string => `/var/log/containers/${pods}_${namespace}_*.log`;
  if (of === undefined) return file("*");
  const apps = of.filter(({ value }) => value.section === "apps");
  const origins = apps.length === 0 ? [{ at }] : apps.flatMap((app) => app[ORIGINS]);
  return traced(apps.map(({ value }) => file(`${value.name}-*`)).join(","), ...origins);
}

const output = (environment: Environment): YamlNode => ({
  name: "es",
  match: "kube.*",
  host: SERVICE,
  port: 9200,
  http_user: "elastic",
  http_passwd: "${ELASTIC_PASSWORD}",
  tls: true,
  "tls.ca_file": `${CERTIFICATE_FOLDER}/ca.crt`,
  index: environmentName(environment),
  write_operation: "create",
  suppress_type_name: true,
  replace_dots: true,
});
