/** Rules of the Kubernetes emitter. */
export const kubernetesRules = {} as const;
