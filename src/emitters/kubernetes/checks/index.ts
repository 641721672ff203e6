import type { Check } from "../../../compiler/emitter.ts";
import { certificatesAreOrderable } from "./certificates-are-orderable.ts";
import { databasesHaveOperators } from "./databases-have-operators.ts";
import { hostsAreDnsNames } from "./hosts-are-dns-names.ts";
import { internalPathsAreKept } from "./internal-paths-are-kept.ts";
import { namesAreLegal } from "./names-are-legal.ts";
import { namesAreUnique } from "./names-are-unique.ts";
import { peersAreKnown } from "./peers-are-known.ts";
import { portsHaveNames } from "./ports-have-names.ts";
import { scalingIsPossible } from "./scaling-is-possible.ts";
import { snapshotsAreKept } from "./snapshots-are-kept.ts";
import { somebodyMeasures } from "./somebody-measures.ts";
import { textsHaveValues } from "./texts-have-values.ts";
import { usersAreNumbers } from "./users-are-numbers.ts";
import { volumesArePossible } from "./volumes-are-possible.ts";

export const checks: readonly Check[] = [
  textsHaveValues,
  hostsAreDnsNames,
  certificatesAreOrderable,
  namesAreLegal,
  namesAreUnique,
  scalingIsPossible,
  peersAreKnown,
  internalPathsAreKept,
  volumesArePossible,
  usersAreNumbers,
  portsHaveNames,
  databasesHaveOperators,
  snapshotsAreKept,
  somebodyMeasures,
];
