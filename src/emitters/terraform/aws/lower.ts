import { type Lower, textLowering } from "../lower.ts";
import { attribute } from "./attributes.ts";

/** How texts of an environment are written when it runs on AWS. */
export const lower: Lower = textLowering(attribute);
