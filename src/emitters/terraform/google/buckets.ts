import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Storage } from "../../../compiler/environment/storage.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { buckets as bucketsOf, plansInto } from "../buckets.ts";
import { toDays } from "../days.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { bucket as address, database, resourceName } from "./addresses.ts";
import { serviceAddress } from "./services.ts";

/** Buckets, and who may write copies into them. */
export const buckets = (environment: Environment): readonly Block[] =>
  bucketsOf(environment).flatMap((bucket) => [bucketBlock(environment, bucket), ...writers(environment, bucket)]);

/** Names of buckets are one world's, so the project's, which is one of the world's as well, stands before. */
function bucketBlock(environment: Environment, bucket: Storage): Block {
  const { at, name, versioning } = bucket;
  const { project, region } = environment.provider ?? {};
  const shared = resourceName(environment, at, name);
  return because(
    [{ at }],
    block(
      ["resource", "google_storage_bucket", identifier(name)],
      {
        name: project && traced(template(lowerFixed(environment, project), "-", shared), ...shared[ORIGINS]),
        location: region && lowerFixed(environment, region),
        uniform_bucket_level_access: traced(true, by("private-bucket", at)),
        public_access_prevention: traced("enforced", by("private-bucket", at)),
        depends_on: traced([serviceAddress("storage")], by("google-services", at)),
      },
      [block(["versioning"], { enabled: scalar(versioning) }), ...expiry(environment, bucket)],
    ),
  );
}

/** Copies go when their plan says so; what stays of former versions goes with them. */
function expiry(environment: Environment, bucket: Storage): readonly Block[] {
  const plans = plansInto(environment, bucket);
  if (plans.length === 0) return [];
  const days = Math.max(...plans.map(({ keep }) => toDays(keep.value)));
  const kept = traced(days, ...plans.flatMap(({ keep }) => keep[ORIGINS]));
  return [
    rule("Delete", { age: kept }),
    ...(bucket.versioning.value ? [rule("Delete", { days_since_noncurrent_time: kept })] : []),
  ].map((each) => because(kept[ORIGINS], each));
}

const rule = (type: "Delete", condition: Block["attributes"]): Block =>
  block(["lifecycle_rule"], {}, [block(["action"], { type }), block(["condition"], condition)]);

/** A database writes its exports itself, as the account that Google runs it as. */
const writers = (environment: Environment, bucket: Storage): readonly Block[] =>
  plansInto(environment, bucket)
    .filter(({ of }) => of.value.section === "database")
    .map(({ name, at, of }) =>
      because(
        [{ at }, by("least-privilege", at)],
        block(["resource", "google_storage_bucket_iam_member", identifiers(bucket.name, name)], {
          bucket: reference(`${address(bucket)}.name`),
          role: "roles/storage.objectAdmin",
          member: template(
            "serviceAccount:",
            reference(`${database({ name: of.value.name, at })}.service_account_email_address`),
          ),
        }),
      ),
    );
