import { diagnose, type Related } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { secretObject } from "../../parts/kubernetes-bound-value.ts";
import { servedCertificates } from "../../parts/served-certificates.ts";
import { accountSecret, orderedCertificates, tlsSecret } from "../certificate.ts";
import { ingressName } from "../ingress.ts";
import { ACME_SOLVER, DEFAULT_DENY } from "../network-policy.ts";

interface Claim {
  readonly kind: string;
  readonly name: string;
  readonly at: SpecPath;
}

/** Names that specc makes up may meet, where those of one section cannot. */
export const namesAreUnique: Check = function* (environment) {
  const taken = new Map<string, Claim>();
  for (const claim of [...policies(environment), ...ingresses(environment), ...secrets(environment)]) {
    const key = `${claim.kind} ${claim.name}`;
    const owner = taken.get(key);
    taken.set(key, owner ?? claim);
    if (owner === undefined) continue;
    const { kind, name, at } = claim;
    yield diagnose("kubernetes-name-taken", { at, part: "key" }, { kind, name }, takenBy(owner));
  }
};

/** What the whole environment has once stands nowhere in particular. */
const takenBy = ({ at }: Claim): readonly Related[] =>
  at.length === 0 ? [] : [{ place: { at, part: "key" }, message: "taken here" }];

const policies = ({ apps, at }: Environment): readonly Claim[] => [
  ...[ACME_SOLVER, DEFAULT_DENY].map((name) => ({ kind: "NetworkPolicy", name, at })),
  ...apps.map(({ name, at }) => ({ kind: "NetworkPolicy", name, at })),
];

const ingresses = (environment: Environment): readonly Claim[] =>
  environment.ingresses.flatMap((ingress) =>
    ingress.apps.map((app) => ({ kind: "Ingress", name: ingressName(environment, ingress, app), at: app.at })),
  );

const secrets = (environment: Environment): readonly Claim[] => [
  ...environment.databases.map(({ name, at }) => ({ kind: "Secret", name: `database-${name}`, at })),
  ...servedCertificates(environment).map((certificate) => ({
    kind: "Secret",
    name: tlsSecret(certificate).value,
    at: certificate.at,
  })),
  ...orderedCertificates(environment).map((certificate) => ({
    kind: "Secret",
    name: accountSecret(certificate),
    at: certificate.at,
  })),
  ...environment.secrets
    .filter(({ source }) => source.kind !== "from" && source.kind !== "template")
    .map(({ name, at }) => ({ kind: "Secret", name: secretObject(name), at })),
];
