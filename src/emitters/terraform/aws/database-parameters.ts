import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { majorOf, majorVersion } from "../major-version.ts";

/** From 15 on PostgreSQL refuses connections in the clear by itself; drivers of the other engines have no common word. */
const refusesByItself = ({ engine, version }: Database): boolean =>
  engine.value !== "postgres" || Number(majorOf(version)) >= 15;

/** `postgres14`: PostgreSQL counts its families by major version. */
const family = (environment: Environment, { version }: Database): Expression =>
  traced(template("postgres", majorVersion(environment, version)), ...version[ORIGINS]);

export const parameterGroupName = (each: Database): Expression | undefined =>
  refusesByItself(each) ? undefined : reference(`aws_db_parameter_group.${identifier(each.name)}.name`);

export function encryptedConnections(environment: Environment, each: Database): readonly Block[] {
  if (refusesByItself(each)) return [];
  return [
    because(
      [by("encrypted-connection", each.at)],
      block(
        ["resource", "aws_db_parameter_group", identifier(each.name)],
        {
          name_prefix: traced(`${sharedName(environment, each).value}-`, { at: each.at }),
          family: family(environment, each),
        },
        [
          block(["parameter"], { name: "rds.force_ssl", value: "1" }),
          because([by("replace-before-destroy", each.at)], block(["lifecycle"], { create_before_destroy: true })),
        ],
      ),
    ),
  ];
}
