import type { Environment } from "../../../compiler/environment/environment.ts";
import { headerOf } from "../../../compiler/header.ts";
import { databaseGrants, grantedDatabases } from "../../parts/database-grants.ts";
import { isGrantedInside } from "../../parts/grants-job.ts";
import { text } from "../../../formats/text/tree.ts";
import type { TemplateFile } from "../platform.ts";

/** What the owner of each database tells it; in a cluster a job does so. */
export const grants = (environment: Environment): readonly TemplateFile[] =>
  (isGrantedInside(environment) ? [] : grantedDatabases(environment)).map((database) => ({
    path: `grants/${database.name}.sql`,
    at: [...database.at, "users"],
    document: text([`-- ${headerOf(environment)}`, "", ...databaseGrants(database)]),
  }));
