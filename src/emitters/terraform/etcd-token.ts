import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { by } from "../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  call,
  type Expression,
  operation,
  reference,
  template,
} from "../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { lowerFixed, scalar } from "./lower.ts";

/** The token by which the members of an etcd find each other; a cluster keeps the one that it began with. */
export function etcdToken(environment: Environment, group: InstanceGroup, count: Expression): readonly Block[] {
  const token = tokenOf(environment, group);
  if (token === undefined) return [];
  const { at, url, size } = token;
  const isWhole = size[ORIGINS].every(({ rule }) => rule !== undefined);
  return [
    because(
      [{ at }],
      block(
        ["data", "http", "etcd_token"],
        {
          url: traced(
            template(lowerFixed(environment, url), "?size=", isWhole ? count : scalar(size)),
            ...url[ORIGINS],
          ),
        },
        [
          block(["lifecycle"], {}, [
            block(["postcondition"], {
              condition: operation`${reference("self.status_code")} == 200`,
              error_message: "No token for a new etcd was given.",
            }),
          ]),
        ],
      ),
    ),
    because(
      [{ at }, by("etcd-token-stays", at)],
      block(
        ["resource", "terraform_data", "etcd_token"],
        { input: call("trimspace", reference("data.http.etcd_token.response_body")) },
        [block(["lifecycle"], { ignore_changes: [reference("input")] })],
      ),
    ),
  ];
}

export const tokenOf = ({ discovery }: Environment, { name }: InstanceGroup) =>
  discovery.find(({ kind, members }) => kind.value === "etcd" && members.some((group) => group.name === name))?.token;
