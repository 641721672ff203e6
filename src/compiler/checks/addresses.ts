/** The first address of a CIDR as a number, and how many there are. */
export interface AddressRange {
  readonly first: number;
  readonly size: number;
}

export function addressRange(cidr: string): AddressRange {
  const [address = "", length = ""] = cidr.split("/");
  const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(length));
  return { first: number - (number % size), size };
}

/** The largest private network, `10.0.0.0/8`, has so many addresses; what is larger is the internet. */
const LARGEST_PRIVATE = 2 ** 24;

export const isInternet = (cidr: string): boolean => addressRange(cidr).size > LARGEST_PRIVATE;
