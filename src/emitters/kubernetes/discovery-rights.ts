import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import type { SpecPath } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { measuredBy, scrapesMachines } from "../parts/prometheus.ts";
import { appMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";

const GROUP = "rbac.authorization.k8s.io";
const looks = ["get", "list", "watch"] as const;

interface Rights {
  readonly kind: "Role" | "ClusterRole";
  readonly name: string;
  readonly rules: readonly YamlNode[];
}

/** Prometheus sees which pods there are, and the measurements of machines when it is to; nothing else. */
export function discoveryRights(environment: Environment, app: App): readonly Artifact[] {
  const monitoring = measuredBy(environment, app);
  if (monitoring === undefined) return [];
  const wide = `${environmentName(environment).value}-${app.name}`;
  return [
    ...granted(environment, app, monitoring.at, { kind: "Role", name: app.name, rules: [pods] }),
    ...(scrapesMachines(monitoring)
      ? granted(environment, app, monitoring.at, { kind: "ClusterRole", name: wide, rules: machines })
      : []),
  ];
}

export const pods: YamlNode = { apiGroups: [""], resources: ["pods"], verbs: looks };

const machines: readonly YamlNode[] = [
  { apiGroups: [""], resources: ["nodes"], verbs: looks },
  { apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] },
];

/** Rights and who has them; namespaces of subjects are written, since an account is looked for in no other. */
export function granted(environment: Environment, app: App, at: SpecPath, rights: Rights): readonly Artifact[] {
  const { kind, name, rules } = rights;
  const file = kind === "Role" ? "role" : "cluster-role";
  const object = (of: string, body: Readonly<Record<string, YamlNode>>): YamlNode =>
    ruled("kubernetes-discovery", at, {
      apiVersion: `${GROUP}/v1`,
      kind: of,
      metadata: appMetadata(app, undefined, name),
      ...body,
    });
  return [
    manifest(`${app.name}.${file}.yaml`, at, object(kind, { rules })),
    manifest(
      `${app.name}.${file}-binding.yaml`,
      at,
      object(`${kind}Binding`, {
        roleRef: { apiGroup: GROUP, kind, name },
        subjects: [{ kind: "ServiceAccount", name: app.name, namespace: environmentName(environment) }],
      }),
    ),
  ];
}
