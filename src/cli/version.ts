declare const SPECC_VERSION: string;

/** The version of the package, which the build writes in place of the name. */
export const version = SPECC_VERSION;
