import { isLiteral, literal, type Text } from "../environment/text.ts";
import type { Zone } from "../environment/zone.ts";

/** A host that is known when compiling. */
export const knownHost = (host: Text): string | undefined =>
  isLiteral(host) ? literal(host).value.replace(/\.$/, "") : undefined;

/** A host of several machines as that of one of them: what follows the part that differs is known. */
export const exampleHost = ({ parts }: Text): string =>
  parts.map((part) => (typeof part === "string" ? part : part.kind === "variable" ? part.value : "x")).join("");

export const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

export const domainOf = ({ domain }: Zone): string => literal(domain).value;
