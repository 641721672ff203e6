import type { Environment } from "../../compiler/environment/environment.ts";
import type { SpecPath } from "../../formats/origin.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { handedCertificates } from "../parts/served-certificates.ts";
import { certificateVariables } from "./kubernetes.ts";
import { heldSecrets, neededAttributes } from "./late-bound.ts";
import { selects } from "./selects.ts";
import { buildVariable, readBuilds, toldBy } from "./values.ts";

/** What the scripts read from the deployer's environment, and what it is. */
export const readVariables = (environment: Environment): readonly TemplateValue[] => [
  ...heldSecrets(environment).flatMap(({ name, description, source, at }) =>
    source.kind === "env" ? [row(source.variable, description ?? `the secret ${name}`, at)] : [],
  ),
  ...environment.variables.flatMap(({ env, name, description, value, at }) =>
    env === undefined ? [] : [row(env, `${description ?? name}; without it ${value}`, at)],
  ),
  ...readBuilds(environment).map((attribute) =>
    row(buildVariable(attribute), `the ${attribute} of what the pipeline has built`, environment.at),
  ),
  ...neededAttributes(environment).flatMap((reference) => {
    const variable = toldBy(environment, reference);
    return variable === undefined
      ? []
      : [row(variable, `the ${reference.attribute} of ${reference.name}`, [reference.section, reference.name])];
  }),
  ...certificates(environment),
];

const certificates = (environment: Environment): readonly TemplateValue[] =>
  selects(environment, "kubernetes")
    ? handedCertificates(environment).flatMap((handed) => {
        const { certificate, key } = certificateVariables(handed);
        return [
          row(certificate, `the file of the certificate ${handed.name}, with those that sign it`, handed.at),
          row(key, "the file of its key", handed.at),
        ];
      })
    : [];

const row = (name: string, text: string, at: SpecPath): TemplateValue => traced<TemplateValue>({ name, text }, { at });
