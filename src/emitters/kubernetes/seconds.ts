/** Kubernetes counts in whole seconds, from one on. */
export const seconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));
