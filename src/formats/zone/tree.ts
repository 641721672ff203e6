import { ORIGINS, type Origins, type Traced } from "../origin.ts";

/** A zone of DNS as its master file (RFC 1035): what is known of names below its origin. */
export interface ZoneDocument {
  readonly format: "zone";
  readonly comment: string | undefined;
  /** The domain, without the final dot. */
  readonly origin: string | Traced<string>;
  /** In seconds, for records that say no other. */
  readonly ttl: number | Traced<number>;
  readonly records: readonly ZoneRecord[];
}

export interface ZoneRecord {
  /** Below the origin, which itself is `@`. */
  readonly name: string | Traced<string>;
  /** In seconds. */
  readonly ttl?: number | Traced<number>;
  readonly type: string;
  readonly data: readonly Datum[];
  readonly [ORIGINS]?: Origins;
}

/** A `string` is a name, an address or a number; a text is anything, between quotes. */
export type Datum = string | CharacterString | Traced<Datum>;

export interface CharacterString {
  readonly kind: "characters";
  readonly text: string;
}

export const characters = (text: string): CharacterString => ({ kind: "characters", text });

export const record = (name: ZoneRecord["name"], type: string, ...data: readonly Datum[]): ZoneRecord => ({
  name,
  type,
  data,
});

/** The same record, there for these reasons. */
export const because = (origins: Origins, of: ZoneRecord): ZoneRecord => ({ ...of, [ORIGINS]: origins });

export const zone = (
  origin: ZoneDocument["origin"],
  ttl: ZoneDocument["ttl"],
  records: readonly ZoneRecord[],
  comment?: string,
): ZoneDocument => ({ format: "zone", comment, origin, ttl, records });
