import type { SshKey } from "../../../compiler/environment/access.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { type Block, because, block, call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { lower } from "./lower.ts";

/** The keys that sign in to the machines of a group; all of them when nobody chooses. */
export const keysOf = ({ access }: Environment, { sshKeys }: InstanceGroup): readonly SshKey[] =>
  (access?.sshKeys ?? []).filter(({ name }) => sshKeys?.some(({ value }) => value === name) ?? true);

/** The keys that machines boot with. */
export function keyPairs(environment: Environment): readonly Block[] {
  const used = new Set(environment.instances.flatMap((group) => keysOf(environment, group).slice(0, 1)));
  return (environment.access?.sshKeys ?? [])
    .filter((key) => used.has(key))
    .map((key) =>
      because(
        [{ at: key.at }],
        block(["resource", "aws_key_pair", identifier(key.name)], {
          key_name: sharedName(environment, key),
          public_key: publicKey(environment, key),
        }),
      ),
    );
}

function publicKey(environment: Environment, { source }: SshKey): Expression {
  if (source.kind === "literal") return lower(environment, source.key);
  if (source.kind === "secret") return lower(environment, source.text);
  return call("file", call("pathexpand", lower(environment, source.path)));
}

/** The key of a machine, as an argument of what makes it. */
export function keyName(environment: Environment, group: InstanceGroup): Expression | undefined {
  const [key] = keysOf(environment, group);
  return key && traced(reference(`aws_key_pair.${identifier(key.name)}.key_name`), { at: key.at });
}
