import type { HclDocument } from "../../../formats/hcl/tree.ts";
import { argumentFaults } from "./arguments.ts";
import type { Configuration, DeclaredObject } from "./configuration.ts";
import { configurationOf, declaredObjects } from "./configuration.ts";
import { META_ARGUMENTS, metaFaults, OPEN_BLOCKS } from "./meta-arguments.ts";
import type { Reading } from "./readings.ts";
import { readingsOf } from "./readings.ts";
import { resolve } from "./resolution.ts";
import type { ProviderSchema } from "./schema.ts";
import { typeSchema } from "./schema.ts";
import { traversalsIn } from "./traversal.ts";
import { unreadFaults } from "./unread.ts";

/**
 * What the providers, and Terraform itself, would refuse in the documents of one module: a sentence per fault, which
 * begins with the address of the resource and the argument. Also what is declared and read by nobody.
 */
export function checkAgainstProvider(
  documents: readonly HclDocument[],
  schemas: readonly ProviderSchema[],
): readonly string[] {
  const configuration = configurationOf(documents);
  const readings = configuration.blocks.flatMap(readingsOf);
  return [
    ...repeatedAddresses(configuration),
    ...[...configuration.objects.values()].flatMap((object) => objectFaults(object, configuration, schemas)),
    ...readings.flatMap((reading) => readingFaults(reading, configuration, schemas)),
    ...undeclaredValues(configuration),
    ...unreadFaults(configuration, readings),
  ];
}

function repeatedAddresses({ blocks }: Configuration): readonly string[] {
  const addresses = declaredObjects(blocks).map(({ address }) => address);
  const repeated = addresses.filter((address, index) => addresses.indexOf(address) < index);
  return [...new Set(repeated)].map((address) => `${address}: is declared more than once`);
}

function objectFaults(
  { section, type, address, block }: DeclaredObject,
  configuration: Configuration,
  schemas: readonly ProviderSchema[],
): readonly string[] {
  const schema = typeSchema(schemas, section, type);
  if (schema === undefined) return [`${address}: no provider schema knows the ${section} type \`${type}\``];
  const closed = { ...block, blocks: block.blocks.filter((nested) => !OPEN_BLOCKS.has(nested.type)) };
  const known = { ...schema, arguments: { ...schema.arguments, ...META_ARGUMENTS } };
  return [
    ...argumentFaults(address, closed, known, (path) => kindOf(path, configuration, schemas)),
    ...metaFaults(address, block, schema, configuration),
  ];
}

function kindOf(path: string, configuration: Configuration, schemas: readonly ProviderSchema[]): string | undefined {
  const traversal = traversalsIn(path)[0];
  if (traversal?.text !== path) return undefined;
  const resolution = resolve(traversal, configuration, schemas);
  return "kind" in resolution ? resolution.kind : undefined;
}

function readingFaults(
  { at, traversal, scope }: Reading,
  configuration: Configuration,
  schemas: readonly ProviderSchema[],
): readonly string[] {
  if (scope.has(traversal.root)) return [];
  const resolution = resolve(traversal, configuration, schemas);
  return "fault" in resolution ? [`${at}: ${resolution.fault}`] : [];
}

const undeclaredValues = ({ values, variables }: Configuration): readonly string[] =>
  values.filter(({ name }) => !variables.has(name)).map(({ name }) => `var.${name}: has a value, but is not declared`);
