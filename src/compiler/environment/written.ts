import { ORIGINS, type Origins, type SpecPath } from "../../formats/origin.ts";

type WithOrigins = { readonly [ORIGINS]: Origins };

/** Whether somebody wrote the value, rather than a rule. */
export const isWritten = (value: WithOrigins): boolean => value[ORIGINS].every(({ rule }) => rule === undefined);

/** Where a value stands; its other origins are what it was read from. */
export const placeOf = (value: WithOrigins): SpecPath => value[ORIGINS][0]?.at ?? [];
