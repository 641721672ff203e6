import { diagnose, type Related } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { databaseExports, exportName } from "../../parts/database-exports.ts";
import { operatedDatabases, userSecretName } from "../../parts/operated-databases.ts";
import { privateRegistries, pullSecretName } from "../../parts/pull-secrets.ts";
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
  const claims = [policies, ingresses, secrets, accounts].flatMap((claimsOf) => claimsOf(environment));
  for (const claim of claims) {
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

/** Apps and exports each have an account, and files that begin with its name. */
const accounts = (environment: Environment): readonly Claim[] => [
  ...environment.apps.map(({ name, at }) => ({ kind: "ServiceAccount", name, at })),
  ...databaseExports(environment).map((each) => ({ kind: "ServiceAccount", name: exportName(each), at: each.plan.at })),
];

const secrets = (environment: Environment): readonly Claim[] => [
  ...operatedDatabases(environment).flatMap((database) => [
    { kind: "Secret", name: `${database.name}-app`, at: database.at },
    ...database.users.map((user) => ({ kind: "Secret", name: userSecretName(database, user), at: user.at })),
  ]),
  ...privateRegistries(environment).map((registry) => ({
    kind: "Secret",
    name: pullSecretName(registry),
    at: registry.at,
  })),
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
