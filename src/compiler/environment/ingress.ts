import type { App } from "./app.ts";
import type { Certificate } from "./certificate.ts";
import type { Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** An HTTP proxy before the routed apps: here the cluster's own controller. */
export interface Ingress extends Named {
  readonly class: Scalar<string> | undefined;
  readonly certificate: Certificate | undefined;
  /** A name beside the routed hosts. */
  readonly hostname: Text | undefined;
  readonly apps: readonly App[];
}
