import type { Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** A certificate for the hosts that are served with it. */
export interface Certificate extends Named {
  readonly issuer: Scalar<"provider" | "letsencrypt" | "file">;
  readonly email: Scalar<string> | undefined;
  /** The routed hosts it serves and those it names itself, each once, in order of their compile-time value. */
  readonly hosts: readonly Text[];
  /** The files of a certificate that exists. */
  readonly files: { readonly certificate: Text; readonly key: Text } | undefined;
}
