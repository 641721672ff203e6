import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Certificate } from "../environment/certificate.ts";
import type { Text } from "../environment/text.ts";
import type { App as AppSpec, Certificate as CertificateSpec, Ingress, LoadBalancer, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import type { Front } from "./front.ts";
import { string, textAt, textsOf, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

/** The certificate that an app's routes are served with. */
export type CertificateOf = (app: string) => Certificate | undefined;

export interface Certificates {
  readonly all: readonly Certificate[];
  readonly of: CertificateOf;
}

export function resolveCertificates(context: Context, spec: Spec, front: Front): Certificates {
  const served = servedBy(front);
  const all = elements<CertificateSpec>(["tls"], spec.tls).map((element) =>
    resolveCertificate(context, element, hostsOf(context, spec, served, element.name)),
  );
  return { all, of: (app) => all.find(({ name }) => name === served.get(app)) };
}

/** The name of the certificate before each app: that of the first balancer or ingress that has one. */
function servedBy({ loadBalancers, ingresses, routed }: Front): ReadonlyMap<string, string> {
  const names = [...loadBalancers, ...ingresses].flatMap(({ value }) =>
    value.tls === undefined ? [] : fronted(value, routed).map((app) => [app, value.tls as string] as const),
  );
  return new Map(names.reverse());
}

const fronted = (value: Ingress | LoadBalancer, routed: readonly string[]): readonly string[] =>
  "to" in value && value.to !== undefined
    ? routed.filter((app) => value.to?.some((name) => name === app || name === `apps.${app}`))
    : routed;

function hostsOf(
  context: Context,
  spec: Spec,
  served: ReadonlyMap<string, string>,
  certificate: string,
): readonly Text[] {
  return elements<AppSpec>(["apps"], spec.apps)
    .filter(({ name }) => served.get(name) === certificate)
    .flatMap(({ at, value }) =>
      (value.routes ?? []).flatMap((route, index) =>
        route.host === undefined || route.enabled === false
          ? []
          : [textAt(context, [...at, "routes", index, "host"], route.host)],
      ),
    );
}

function resolveCertificate(context: Context, element: Element<CertificateSpec>, routed: readonly Text[]): Certificate {
  const { name, at } = element;
  const hosts = unique([...routed, ...(textsOf(context, element, "hosts") ?? [])]);
  if (hosts.length === 0) context.report(diagnose("certificate-without-hosts", at, { name }));
  return {
    name,
    at,
    issuer: word<"provider" | "letsencrypt">()(context, element, "issuer", "provider"),
    email: string(context, element, "email"),
    hosts,
  };
}

const unique = (hosts: readonly Text[]): readonly Text[] => {
  const known = new Map(hosts.toReversed().map((host) => [shown(host), host]));
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, host]) => host);
};

const shown = ({ parts }: Text): string =>
  parts.map((part) => (typeof part === "string" ? part : part.kind === "variable" ? part.value : "")).join("");
