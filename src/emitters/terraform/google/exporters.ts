import type { Environment } from "../../../compiler/environment/environment.ts";
import { environmentName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference, template } from "../../../formats/hcl/tree.ts";
import { databaseExports, exportName } from "../../parts/database-exports.ts";
import { identifier } from "../identifiers.ts";
import { lowerFixed } from "../lower.ts";
import { needs } from "./services.ts";

/** Pods that have databases exported: the cluster says who they are, and they may do that and look. */
export function exporters(environment: Environment): readonly Block[] {
  const exports = databaseExports(environment);
  const project = environment.provider?.project;
  if (exports.length === 0 || project === undefined) return [];
  const at = exports[0]?.plan.at ?? environment.at;
  const projectId = lowerFixed(environment, project);
  return [
    because([by("google-export", at)], block(["data", "google_project", "main"], { project_id: projectId })),
    ...exports.map((each) =>
      because(
        [{ at: each.plan.at }, by("google-export", each.plan.at)],
        block(["resource", "google_project_iam_member", identifier(exportName(each))], {
          project: projectId,
          role: "roles/cloudsql.viewer",
          member: template(
            "principal://iam.googleapis.com/projects/",
            reference("data.google_project.main.number"),
            "/locations/global/workloadIdentityPools/",
            projectId,
            `.svc.id.goog/subject/ns/${environmentName(environment).value}/sa/${exportName(each)}`,
          ),
          depends_on: needs(each.plan.at, "cloudresourcemanager"),
        }),
      ),
    ),
  ];
}
