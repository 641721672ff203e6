import type { Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** Where a secret comes from; never its value. */
export interface Secret extends Named {
  readonly source: SecretSource;
  readonly description: string | undefined;
}

export type SecretSource =
  | { readonly kind: "env"; readonly variable: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "vault"; readonly path: string }
  | { readonly kind: "generate"; readonly form: "random" | "rsa" | "tsig"; readonly length: Scalar<number> }
  | { readonly kind: "from"; readonly text: Text }
  | { readonly kind: "template"; readonly text: Text };
