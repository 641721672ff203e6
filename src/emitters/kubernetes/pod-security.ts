import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal } from "../../compiler/environment/text.ts";
import { derive } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { prometheusUser } from "./prometheus.ts";
import { ruled } from "./ruled.ts";
import { podVolumes } from "./volumes.ts";

/** Who the processes of a pod are: as the app says by number, otherwise as its image does, and never root. */
export function podSecurity(environment: Environment, app: App): YamlNode {
  const number = prometheusUser(environment, app);
  const implied = number === undefined ? undefined : ruled("kubernetes-prometheus", app.at, number);
  const user = app.user ? derive(literal(app.user), userOf) : implied;
  const group = app.user ? derive(literal(app.user), groupOf) : implied;
  return ruled("kubernetes-pod-security", app.at, {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: group,
    fsGroup: podVolumes(app).length > 0 || number !== undefined ? group : undefined,
    seccompProfile: { type: "RuntimeDefault" },
  });
}

/** `1000`, or `1000:1000` with a group; that they are numbers has been checked. */
const userOf = (written: string): number => Number(written.split(":")[0]);
const groupOf = (written: string): number => Number(written.split(":").at(-1));
