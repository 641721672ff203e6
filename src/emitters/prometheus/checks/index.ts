import type { Check } from "../../../compiler/emitter.ts";
import { scrapedAppsMeasure } from "./scraped-apps-measure.ts";
import { storesListen } from "./stores-listen.ts";

export const checks: readonly Check[] = [scrapedAppsMeasure, storesListen];
