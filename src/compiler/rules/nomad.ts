/** Rules of the Nomad emitter. */
export const nomadRules = {} as const;
