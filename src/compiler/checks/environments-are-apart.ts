import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import type { Environment } from "../environment/environment.ts";
import { addressClaims, type Claim, claimKey, nameClaims } from "./claims.ts";

/** Another environment of the same spec. */
export interface Sibling {
  readonly environment: Environment;
  /** Where its sources say something, unless this environment has it from the same place. */
  readonly placeOf: (theirs: SpecPath, ours: SpecPath) => Place | undefined;
}

type Claims = (environment: Environment) => readonly Claim[];
type SharedCode = "environment-address-shared" | "environment-name-shared";

const rules: readonly (readonly [SharedCode, Claims])[] = [
  ["environment-address-shared", addressClaims],
  ["environment-name-shared", nameClaims],
];

/** Environments run at once, so that one which answers for another is taken for it: a test for production. */
export function* environmentsAreApart(
  environment: Environment,
  siblings: Iterable<Sibling>,
): Generator<Diagnostic, void> {
  const own = rules.map(([code, claims]) => ({ code, claims, mine: byKey(claims(environment)) }));
  if (own.every(({ mine }) => mine.size === 0)) return;
  for (const sibling of siblings)
    for (const { code, claims, mine } of own)
      yield* sharedWith(sibling, code, mine, byKey(claims(sibling.environment)));
}

/** One finding for a place, which the machines of a group may have many names from. */
function* sharedWith(
  sibling: Sibling,
  code: SharedCode,
  mine: ReadonlyMap<string, Claim>,
  theirs: ReadonlyMap<string, Claim>,
): Generator<Diagnostic, void> {
  const told = new Set<SpecPath>();
  for (const [key, claim] of mine) {
    const other = theirs.get(key);
    if (other === undefined || (claim.stands && other.stands) || told.has(claim.at)) continue;
    told.add(claim.at);
    yield shared(code, claim, other, sibling);
  }
}

const byKey = (claims: readonly Claim[]): ReadonlyMap<string, Claim> =>
  new Map(claims.map((claim) => [claimKey(claim), claim]));

function shared(code: SharedCode, { value, at }: Claim, theirs: Claim, sibling: Sibling): Diagnostic {
  const place = sibling.placeOf(theirs.at, at);
  const related = place === undefined ? [] : [{ place, message: "taken here" }];
  return diagnose(code, at, { value, other: sibling.environment.environment.value }, related);
}
