import type { SpecPath } from "../../formats/origin.ts";
import { catalogue } from "../diagnostics/catalogue.ts";
import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Acceptance } from "../environment/policy.ts";
import { nearest } from "../spec/nearest.ts";

/** The findings that are left when accepted risks are silenced, and what is wrong with the acceptances themselves. */
export function withAccepted(
  findings: readonly Diagnostic[],
  acceptances: readonly Acceptance[],
  today: string | undefined,
): readonly Diagnostic[] {
  const valid = acceptances.filter((acceptance) => !isOver(acceptance, today));
  const silenced = (finding: Diagnostic): boolean => valid.some((acceptance) => covers(acceptance, finding));
  return [
    ...findings.filter((finding) => !silenced(finding)),
    ...acceptances.flatMap((acceptance) => faultsOf(acceptance, findings, today)),
  ];
}

const isOver = ({ until }: Acceptance, today: string | undefined): boolean =>
  until !== undefined && today !== undefined && until <= today;

const covers = ({ rule, places }: Acceptance, finding: Diagnostic): boolean =>
  finding.severity === "warning" &&
  finding.code === rule &&
  places.some(({ accepted }) => "at" in finding.place && isBelow(finding.place.at, accepted));

const isBelow = (path: SpecPath, ancestor: SpecPath): boolean => ancestor.every((key, index) => path[index] === key);

const warnings = (): readonly string[] =>
  Object.entries(catalogue)
    .filter(([, { severity }]) => severity === "warning")
    .map(([code]) => code)
    .sort();

function faultsOf(
  acceptance: Acceptance,
  findings: readonly Diagnostic[],
  today: string | undefined,
): readonly Diagnostic[] {
  const { rule, at, places } = acceptance;
  const entry = Object.hasOwn(catalogue, rule) ? catalogue[rule as keyof typeof catalogue] : undefined;
  if (entry === undefined) return [unknownRule(acceptance)];
  if (entry.severity === "error") return [diagnose("error-accepted", { at, part: "key" }, { rule })];
  const over = isOver(acceptance, today)
    ? [diagnose("acceptance-over", [...at, "until"], { rule, until: acceptance.until ?? "" })]
    : [];
  // With errors, not every warning has been looked for, so none is known to be missing.
  const unmatched = hasErrors(findings)
    ? []
    : places.filter((place) => !findings.some((finding) => covers({ ...acceptance, places: [place] }, finding)));
  return [...over, ...unmatched.map((place) => diagnose("nothing-accepted", place.at, { rule }))];
}

function unknownRule({ rule, at }: Acceptance): Diagnostic {
  const known = warnings();
  return diagnose("unknown-rule", { at, part: "key" }, { rule, known, near: nearest(rule, known) });
}
