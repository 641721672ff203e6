import { by, type RuleId } from "../../compiler/rules.ts";
import { type SpecPath, type Traced, traced } from "../../formats/origin.ts";

/** What a rule puts at a place, since nobody wrote it. */
export const ruled = <T>(rule: RuleId, at: SpecPath, value: T): Traced<T> => traced(value, by(rule, at));
