import { type Diagnostic, diagnose } from "../../compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { isLiteral, type Text } from "../../compiler/environment/text.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { knownText } from "./known-text.ts";

/** The proxies that are nginx. */
export const nginxProxies = ({ proxies }: Environment): readonly ReverseProxy[] =>
  proxies.filter(({ kind }) => kind.value === "nginx");

/** What an emitter that runs these proxies has to ask before it writes their files. */
export function* nginxChecks(proxies: readonly ReverseProxy[]): Iterable<Diagnostic> {
  const routes = new Set(
    proxies.flatMap(({ apps, artifactApps }) => [...apps, ...artifactApps]).flatMap(({ routes }) => routes),
  );
  for (const { host, path } of routes) for (const text of [host, path]) yield* sayable(text);
  const certificates = new Set([...routes].flatMap(({ certificate }) => (certificate ? [certificate] : [])));
  for (const { name, at, issuer } of certificates)
    if (issuer.value === "provider") yield diagnose("nginx-issuer", [...at, "issuer"], { certificate: name });
}

function* sayable(text: Text): Iterable<Diagnostic> {
  if (!isLiteral(text) || knownText(text).includes("$"))
    yield diagnose("nginx-text", text[ORIGINS].at(-1)?.at ?? [], { text: knownText(text) });
}
