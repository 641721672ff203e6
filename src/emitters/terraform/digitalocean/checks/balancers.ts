import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { LoadBalancer } from "../../../../compiler/environment/load-balancer.ts";
import type { SpecPath } from "../../../../formats/origin.ts";
import { listenersOf } from "../../listeners.ts";

/** A balancer looks at no host and no path, so all that it gets goes to one app or group. */
export const balancersAreSimple: Check = function* ({ loadBalancers }) {
  for (const balancer of loadBalancers)
    for (const { at, problem } of problemsOf(balancer))
      yield diagnose("digitalocean-routes", at, { balancer: balancer.name, problem });
};

interface Problem {
  readonly at: SpecPath;
  readonly problem: string;
}

function problemsOf({ apps, groups }: LoadBalancer): readonly Problem[] {
  const behind = [...apps.map(({ name, at }) => ({ name, at })), ...groups.map(({ name, at }) => ({ name, at }))];
  const [first, ...others] = behind;
  return [
    ...others.map(({ name, at }) => ({ at, problem: `\`${first?.name}\` is behind it, so \`${name}\` cannot be` })),
    ...apps.flatMap(({ routes }) =>
      routes
        .filter(({ path }) => path.parts.join("") !== "/")
        .map((route) => ({ at: [...route.at, "path"], problem: "it sends all paths to the app" })),
    ),
  ];
}

/** HTTP, HTTPS and TCP are forwarded, and HTTP redirects to the usual port of HTTPS. */
export const listenersForward: Check = function* ({ loadBalancers }) {
  for (const balancer of loadBalancers) {
    const { name, at, listeners } = balancer;
    const redirect = listenersOf(balancer).find(({ redirectsTo }) => redirectsTo !== undefined)?.redirectsTo;
    const problem = listeners.some(({ protocol }) => protocol === "tls")
      ? "it ends TLS for HTTP alone"
      : redirect !== undefined && redirect.value !== 443
        ? `it redirects HTTP to port 443, not to ${redirect.value}`
        : undefined;
    if (problem !== undefined) yield diagnose("digitalocean-listeners", [...at, "listen"], { balancer: name, problem });
  }
};

/** A balancer serves certificates that DigitalOcean renews. */
export const certificatesAreServed: Check = function* ({ loadBalancers }) {
  for (const { certificate } of loadBalancers)
    if (certificate?.issuer.value === "file")
      yield diagnose("digitalocean-issuer", [...certificate.at, "issuer"], { certificate: certificate.name });
};
