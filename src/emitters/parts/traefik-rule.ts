import type { Route } from "../../compiler/environment/app.ts";
import { isLiteral, literal, type Part, type Text, text } from "../../compiler/environment/text.ts";
import { ORIGINS } from "../../formats/origin.ts";
import type { TraefikMajor } from "./traefik-version.ts";

/** The rule by which Traefik knows the requests of a route; emitters lower what of it is not known yet. */
export const traefikRule = (major: TraefikMajor, { host, path }: Route): Text =>
  text(
    [...hostMatcher(major, host), ...(isWhole(path) ? [] : pathMatcher(major, path))],
    [...host[ORIGINS], ...path[ORIGINS]],
  );

const isWhole = (path: Text): boolean => isLiteral(path) && literal(path).value === "/";

/** `*.example.com` is any one label there; the third version takes a regular expression, those before it a pattern. */
function hostMatcher(major: TraefikMajor, host: Text): readonly Part[] {
  const name = isLiteral(host) ? literal(host).value : "";
  const isWildcard = name.startsWith("*.");
  const pattern = `{label:[^.]+}${name.slice(1)}`;
  if (major === 1) return isWildcard ? [`HostRegexp:${pattern}`] : ["Host:", ...host.parts];
  if (!isWildcard) return ["Host(`", ...host.parts, "`)"];
  return [
    major === 2 ? `HostRegexp(\`${pattern}\`)` : `HostRegexp(\`^[^.]+${name.slice(1).replaceAll(".", "\\.")}$\`)`,
  ];
}

const pathMatcher = (major: TraefikMajor, path: Text): readonly Part[] =>
  major === 1 ? [";PathPrefix:", ...path.parts] : [" && PathPrefix(`", ...path.parts, "`)"];

/** The first character that no rule of a version can match: none of them knows an escape. */
export const unmatched = (major: TraefikMajor, written: string): string | undefined =>
  (major === 1 ? /[;,{}\s]/ : /[`{}\s]/).exec(written)?.[0];
