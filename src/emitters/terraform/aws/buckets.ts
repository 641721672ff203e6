import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Storage } from "../../../compiler/environment/storage.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, operation, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { buckets as bucketsOf, plansInto } from "../buckets.ts";
import { toDays } from "../days.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { resourceName } from "../resource-name.ts";
import { bucket as address } from "./addresses.ts";

/** Buckets that nobody but accounts with rights reads. */
export const buckets = (environment: Environment): readonly Block[] =>
  bucketsOf(environment).flatMap((bucket) => [
    bucketBlock(environment, bucket),
    closed(bucket),
    encrypted(bucket),
    versioned(bucket),
    ...expiry(environment, bucket),
  ]);

/** Names of buckets are one world's, so Amazon lengthens ours until it is alone. */
const bucketBlock = (environment: Environment, bucket: Storage): Block =>
  because(
    [{ at: bucket.at }],
    block(["resource", "aws_s3_bucket", identifier(bucket.name)], {
      bucket_prefix: traced(
        template(resourceName(environment, bucket), "-"),
        ...resourceName(environment, bucket)[ORIGINS],
        by("s3-bucket-name", bucket.at),
      ),
    }),
  );

const part = (bucket: Storage, type: string, attributes: Block["attributes"], blocks: readonly Block[] = []): Block =>
  block(
    ["resource", `aws_s3_bucket_${type}`, identifier(bucket.name)],
    { bucket: reference(`${address(bucket)}.id`), ...attributes },
    blocks,
  );

const closed = (bucket: Storage): Block =>
  because(
    [by("private-bucket", bucket.at)],
    part(bucket, "public_access_block", {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    }),
  );

const encrypted = (bucket: Storage): Block =>
  because(
    [by("encrypted-at-rest", bucket.at)],
    part(bucket, "server_side_encryption_configuration", {}, [
      block(["rule"], {}, [block(["apply_server_side_encryption_by_default"], { sse_algorithm: "AES256" })]),
    ]),
  );

function versioned(bucket: Storage): Block {
  const { versioning } = bucket;
  const status =
    versioning.variable === undefined
      ? versioning.value
        ? "Enabled"
        : "Disabled"
      : operation`${scalar(versioning)} ? "Enabled" : "Suspended"`;
  return because(
    versioning[ORIGINS],
    part(bucket, "versioning", {}, [block(["versioning_configuration"], { status })]),
  );
}

/** Copies go when their plan says so. */
function expiry(environment: Environment, bucket: Storage): readonly Block[] {
  const plans = plansInto(environment, bucket);
  if (plans.length === 0) return [];
  const days = Math.max(...plans.map(({ keep }) => toDays(keep.value)));
  const origins = plans.flatMap(({ keep }) => keep[ORIGINS]);
  return [
    because(
      origins,
      part(bucket, "lifecycle_configuration", {}, [
        block(["rule"], { id: "copies", status: "Enabled" }, [
          block(["filter"]),
          block(["expiration"], { days }),
          block(["noncurrent_version_expiration"], { noncurrent_days: days }),
        ]),
      ]),
    ),
  ];
}
