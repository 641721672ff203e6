import type { Traced } from "../../formats/origin.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Located, Named } from "./located.ts";
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
  readonly kind: Scalar<"provider" | "cloud-endpoints">;
  /** The provider's name or id of a zone that exists. */
  readonly id: Text | undefined;
}

/** Which machines register themselves, with which key. */
export interface DynamicUpdates extends Located {
  readonly key: Text;
  /** Patterns of names; `*` is letters, digits and dashes. */
  readonly names: readonly Traced<string>[];
}

/** A zone that BIND of ours serves. */
export interface BindZone extends Omit<Zone, "kind" | "id"> {
  readonly group: InstanceGroup | undefined;
  /** The app that serves it, by name. */
  readonly app: Traced<string> | undefined;
  readonly dynamic: DynamicUpdates | undefined;
}
