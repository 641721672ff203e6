import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { by } from "../../compiler/rules.ts";
import { derive, type Traced, traced } from "../../formats/origin.ts";
import { knownText } from "./known-text.ts";
import { ORIGINS } from "../../formats/origin.ts";

/** The generations of Traefik, each with words of its own. */
export type TraefikMajor = 1 | 2 | 3;

/** What runs when nobody says. */
const usual = "3.5";

/** The version of a proxy, as the tag of its image: `1.7`. */
export const traefikVersion = ({ version, at }: ReverseProxy): Traced<string> =>
  version === undefined ? traced(usual, by("traefik-version", at)) : traced(knownText(version), ...version[ORIGINS]);

export const traefikMajor = (proxy: ReverseProxy): Traced<TraefikMajor> =>
  derive(traefikVersion(proxy), (version) => majors[version.replace(/^v/, "").split(".")[0] ?? ""] ?? 3);

const majors: Readonly<Record<string, TraefikMajor>> = { "1": 1, "2": 2, "3": 3 };
