import { type Lower, textLowering } from "../lower.ts";
import { attribute } from "./attributes.ts";

/** How texts of this environment are written when it runs on Google Cloud. */
export const lower: Lower = textLowering(attribute);
