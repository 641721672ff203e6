import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Certificate } from "../environment/certificate.ts";
import type { Text } from "../environment/text.ts";
import type { App as AppSpec, Certificate as CertificateSpec, Ingress, LoadBalancer, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import type { Front } from "./front.ts";
import { type KindKeys, refuseForeignKeys, requireKeys } from "./kinds.ts";
import { bare, byName } from "./lookup.ts";
import { string, textAt, textOf, textsOf, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

/** The certificate that an app's routes are served with. */
export type CertificateOf = (app: string) => Certificate | undefined;

export interface Certificates {
  readonly all: readonly Certificate[];
  readonly of: CertificateOf;
}

export function resolveCertificates(context: Context, spec: Spec, front: Front): Certificates {
  const served = servedBy(front);
  const hosts = hostsByCertificate(context, spec, served);
  const all = elements<CertificateSpec>(["tls"], spec.tls).map((element) =>
    resolveCertificate(context, element, hosts.get(element.name) ?? []),
  );
  return { all, of: (app) => byName(all).get(served.get(app) ?? "") };
}

/** The name of the certificate before each app: that of the first balancer or ingress that has one. */
function servedBy({ loadBalancers, ingresses, routed }: Front): ReadonlyMap<string, string> {
  const names = [...loadBalancers, ...ingresses].flatMap(({ value }) =>
    value.tls === undefined
      ? []
      : fronted(value, routed).map((app) => [app, bare(value.tls as string, "tls")] as const),
  );
  return new Map(names.reverse());
}

function fronted(value: Ingress | LoadBalancer, routed: readonly string[]): readonly string[] {
  if (!("to" in value) || value.to === undefined) return routed;
  const names = new Set(value.to.map((name) => bare(name, "apps")));
  return routed.filter((app) => names.has(app));
}

function hostsByCertificate(
  context: Context,
  spec: Spec,
  served: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Text[]> {
  const hosts = new Map<string, Text[]>();
  for (const app of elements<AppSpec>(["apps"], spec.apps)) {
    const certificate = served.get(app.name);
    if (certificate === undefined) continue;
    const known = hosts.get(certificate);
    if (known === undefined) hosts.set(certificate, hostsOf(context, app));
    else known.push(...hostsOf(context, app));
  }
  return hosts;
}

const hostsOf = (context: Context, { at, value }: Element<AppSpec>): Text[] =>
  (value.routes ?? []).flatMap((route, index) =>
    route.host === undefined || route.enabled === false
      ? []
      : [textAt(context, [...at, "routes", index, "host"], route.host)],
  );

function resolveCertificate(context: Context, element: Element<CertificateSpec>, routed: readonly Text[]): Certificate {
  const { name, at } = element;
  const hosts = unique([...routed, ...(textsOf(context, element, "hosts") ?? [])]);
  if (hosts.length === 0) context.report(diagnose("certificate-without-hosts", at, { name }));
  return {
    name,
    at,
    issuer: word<"provider" | "letsencrypt" | "file">()(context, element, "issuer", "provider"),
    email: string(context, element, "email"),
    files: resolveFiles(context, element),
    hosts,
  };
}

/** A certificate that exists is two files. */
function resolveFiles(context: Context, element: Element<CertificateSpec>): Certificate["files"] {
  const issuer = element.value.issuer ?? "provider";
  refuseForeignKeys(context, element, issuer, keysOfIssuers);
  if (issuer !== "file") return undefined;
  requireKeys(context, element, `tls.${element.name}`, ["certificate", "key"]);
  const certificate = textOf(context, element, "certificate");
  const key = textOf(context, element, "key");
  return certificate && key && { certificate, key };
}

const keysOfIssuers: KindKeys<Certificate["issuer"]["value"]> = { certificate: ["file"], key: ["file"] };

const unique = (hosts: readonly Text[]): readonly Text[] => {
  const known = new Map(hosts.toReversed().map((host) => [shown(host), host]));
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, host]) => host);
};

const shown = ({ parts }: Text): string =>
  parts.map((part) => (typeof part === "string" ? part : part.kind === "variable" ? part.value : "")).join("");
