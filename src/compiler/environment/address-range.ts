/** Addresses from the first to the last. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** An IPv4 address as a number. */
export const addressNumber = (written: string): number =>
  written.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);

/** All addresses of a network such as `10.0.0.0/16`. */
export function networkRange(cidr: string): AddressRange {
  const [address = "", length = "32"] = cidr.split("/");
  const first = addressNumber(address);
  return { first, last: first + 2 ** (32 - Number(length)) - 1 };
}

/** A range such as `192.168.0.30-192.168.0.250`. */
export function addressRange(written: string): AddressRange {
  const [first = "", last = first] = written.split("-");
  return { first: addressNumber(first), last: addressNumber(last) };
}

export const isInside = (inner: AddressRange, outer: AddressRange): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

export const overlap = (one: AddressRange, other: AddressRange): boolean =>
  one.first <= other.last && other.first <= one.last;
