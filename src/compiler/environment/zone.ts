import type { Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

export interface DnsRecord extends Named {
  readonly type: Scalar<"A" | "AAAA" | "CNAME" | "MX" | "NS" | "SRV" | "TXT" | "CAA">;
  readonly values: readonly Text[];
  /** In seconds. */
  readonly ttl: Scalar<number>;
}

/** A DNS zone. */
export interface Zone extends Named {
  /** Without the final dot. */
  readonly domain: Text;
  readonly managed: Scalar<boolean>;
  /** In seconds. */
  readonly ttl: Scalar<number>;
  readonly records: readonly DnsRecord[];
}
