import type { Check } from "../../../compiler/emitter.ts";
import { expressionsAreKnown } from "./expressions-are-known.ts";
import { scrapedAppsMeasure } from "./scraped-apps-measure.ts";
import { seriesHaveNames } from "./series-have-names.ts";
import { storesListen } from "./stores-listen.ts";

export const checks: readonly Check[] = [expressionsAreKnown, scrapedAppsMeasure, seriesHaveNames, storesListen];
