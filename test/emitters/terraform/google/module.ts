import { terraform } from "../../../../src/emitters/terraform/index.ts";
import { specc } from "../../../support/specc.ts";
import { findingsOf, moduleOf } from "../module.ts";

const provider = "provider: {kind: google, project: acme-shop, region: europe-west1}\n";

/** The files of the module that a fragment makes on Google Cloud. */
export const onGoogle = (fragment: string): ReadonlyMap<string, string> => moduleOf(provider + fragment);

/** The findings about a fragment on Google Cloud, as `code at`. */
export const findingsOnGoogle = (fragment: string): readonly string[] => findingsOf(provider + fragment);

/** What a fragment compiles to on Google Cloud. */
export const compiledOnGoogle = (fragment: string) =>
  specc(`targets: [terraform]\n${provider}${fragment}`, [terraform]);
