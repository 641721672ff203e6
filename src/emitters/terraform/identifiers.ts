/** A spec's name as a Terraform identifier. */
export const identifier = (name: string): string => name.replaceAll("-", "_");

/** Several names as one identifier. */
export const identifiers = (...names: readonly string[]): string => names.map(identifier).join("_");
