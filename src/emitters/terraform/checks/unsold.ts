import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { ORIGINS, type SpecPath } from "../../../formats/origin.ts";
import { buckets } from "../buckets.ts";

/** A part of the language that only some providers can make something of. */
export type Speciality = "subnets" | "users" | "endpoints" | "buckets" | "preemptible";

interface Use {
  readonly what: string;
  readonly at: SpecPath;
}

const usesOf: Readonly<Record<Speciality, (environment: Environment) => readonly Use[]>> = {
  subnets: ({ networks }) =>
    networks
      .filter(({ subnets }) => subnets.length > 0)
      .map(({ name, at }) => ({ what: `subnets of our own in \`${name}\``, at: [...at, "subnets"] })),
  users: ({ databases }) =>
    databases.flatMap(({ name, users }) =>
      users.map((user) => ({ what: `the user \`${user.name}\` of \`${name}\``, at: user.at })),
    ),
  endpoints: ({ zones }) =>
    zones
      .filter(({ kind }) => kind.value === "cloud-endpoints")
      .map(({ name, at }) => ({ what: `the names of \`${name}\`, which are Google's`, at: [...at, "kind"] })),
  buckets: (environment) => buckets(environment).map(({ name, at }) => ({ what: `the bucket \`${name}\``, at })),
  preemptible: ({ instances, nodePools }) =>
    [...instances, ...nodePools]
      .filter(({ preemptible }) => preemptible.value || preemptible.variable !== undefined)
      .map(({ name, preemptible, at }) => ({
        what: `machines of \`${name}\` that it may take back`,
        at: preemptible[ORIGINS][0]?.at ?? at,
      })),
};

/** Nothing is left out in silence where this provider has no such thing. */
export const nothingIsUnsold = (provider: string, specialities: readonly Speciality[]): Check =>
  function* (environment) {
    for (const speciality of specialities)
      for (const { what, at } of usesOf[speciality](environment))
        yield diagnose("terraform-unsold", at, { provider, what });
  };
