/** Rules of the Terraform emitter. */
export const terraformRules = {} as const;
