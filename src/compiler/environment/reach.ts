import type { Origins } from "../../formats/origin.ts";

/**
 * An app that calls another app or a database, because a setting refers to it or `consumes` names it; nobody else is
 * let through. Names, since apps may call each other.
 */
export interface Reach {
  readonly from: string;
  readonly to: { readonly section: "apps" | "database"; readonly name: string };
  readonly origins: Origins;
}
