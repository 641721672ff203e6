import { type RuleId, by } from "../../compiler/rules.ts";
import { type SpecPath, type Traced, derive, traced } from "../../formats/origin.ts";
import type { TomlTable } from "../../formats/toml/tree.ts";
import type { TraefikMajor } from "./traefik-version.ts";

/** Where Traefik listens. */
export interface TraefikEntryPoint {
  /** `http`, `https`. */
  readonly name: string;
  readonly port: Traced<number>;
  /** The files of the certificate, or the resolver that orders it; without either a certificate of Traefik's own. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string } | { readonly resolver: string } | "own";
  /** The entry point that it sends everybody to. */
  readonly redirectsTo?: string;
}

/** Where Traefik reads its routes. */
export type TraefikProvider =
  | {
      readonly kind: "etcd";
      readonly endpoint: string | Traced<string>;
      /** `/traefik` */
      readonly prefix: Traced<string>;
      /** Traefik 1 speaks the second API of etcd when nothing is said; later ones know the third alone. */
      readonly api?: 2 | 3;
    }
  | {
      readonly kind: "consul-catalog";
      readonly endpoint: string | Traced<string>;
      /** The token that reads the catalogue; the first version has it from `CONSUL_HTTP_TOKEN` alone. */
      readonly token?: string;
    }
  | { readonly kind: "file"; readonly path: string };

/** What Traefik is told when it starts, in words of no version. */
export interface TraefikSettings {
  readonly major: TraefikMajor;
  /** The proxy of the spec. */
  readonly at: SpecPath;
  readonly entryPoints: readonly TraefikEntryPoint[];
  /** The port of its page, and of the question whether it is well. */
  readonly dashboard?: Traced<number> | undefined;
  readonly provider: TraefikProvider;
  /** Who orders certificates of Let's Encrypt, and where they are kept. */
  readonly resolver?: { readonly name: string; readonly email: string | Traced<string>; readonly storage: string };
}

/** The entry point of the page, as Traefik itself calls it. */
const PAGE = "traefik";

/** The static configuration: a table for TOML, and for YAML in later versions. */
export const traefikConfiguration = (settings: TraefikSettings): TomlTable =>
  settings.major === 1 ? firstVersion(settings) : laterVersion(settings);

const ruled = <T>(rule: RuleId, { at }: TraefikSettings, value: T): Traced<T> => traced(value, by(rule, at));

const address = (port: Traced<number>): Traced<string> => derive(port, (number) => `:${number}`);

// From https://doc.traefik.io/traefik/v1.7/configuration/commons/ and what lies beside it.
function firstVersion(settings: TraefikSettings): TomlTable {
  const { entryPoints, dashboard } = settings;
  return {
    defaultEntryPoints: entryPoints.map(({ name }) => name),
    entryPoints: {
      ...Object.fromEntries(entryPoints.map((each) => [each.name, firstEntryPoint(settings, each)])),
      ...(dashboard === undefined ? {} : { [PAGE]: { address: address(dashboard) } }),
    },
    ...(dashboard === undefined
      ? {}
      : {
          api: derive(dashboard, () => ({ entryPoint: PAGE, dashboard: true })),
          ping: ruled("traefik-ping", settings, { entryPoint: PAGE }),
        }),
    ...firstProvider(settings),
    ...firstResolver(settings),
  };
}

function firstEntryPoint(settings: TraefikSettings, { port, tls, redirectsTo }: TraefikEntryPoint): TomlTable {
  return {
    address: address(port),
    redirect: redirectsTo === undefined ? undefined : ruled("https-redirect", settings, { entryPoint: redirectsTo }),
    tls: tls === undefined ? undefined : firstTls(settings, tls),
  };
}

const firstTls = (settings: TraefikSettings, tls: NonNullable<TraefikEntryPoint["tls"]>): TomlTable => ({
  minVersion: ruled("modern-tls", settings, "VersionTLS12"),
  ...(typeof tls === "object" && "certFile" in tls ? { certificates: [{ ...tls }] } : {}),
});

function firstProvider(settings: TraefikSettings): TomlTable {
  const { provider } = settings;
  switch (provider.kind) {
    case "etcd": {
      const { endpoint, prefix, api = 2 } = provider;
      return { etcd: { endpoint, watch: true, prefix, ...(api === 3 ? { useAPIV3: true } : {}) } };
    }
    case "consul-catalog":
      return {
        consulCatalog: { endpoint: provider.endpoint, exposedByDefault: ruled("traefik-asks-first", settings, false) },
      };
    case "file":
      return { file: { filename: provider.path, watch: true } };
  }
}

const firstResolver = ({ resolver, entryPoints }: TraefikSettings): TomlTable =>
  resolver === undefined
    ? {}
    : {
        acme: {
          email: resolver.email,
          storage: resolver.storage,
          entryPoint: entryPoints.find(({ tls }) => tls !== undefined)?.name,
          onHostRule: true,
          httpChallenge: { entryPoint: entryPoints.find(({ tls }) => tls === undefined)?.name },
        },
      };

// From https://doc.traefik.io/traefik/reference/static-configuration/file/, which is the same for both.
function laterVersion(settings: TraefikSettings): TomlTable {
  const { entryPoints, dashboard, resolver } = settings;
  const certified = settings.entryPoints.some(({ tls }) => tls === undefined) ? "http" : undefined;
  return {
    global: { checkNewVersion: false, sendAnonymousUsage: ruled("traefik-quiet", settings, false) },
    entryPoints: {
      ...Object.fromEntries(entryPoints.map((each) => [each.name, laterEntryPoint(settings, each)])),
      ...(dashboard === undefined ? {} : { [PAGE]: { address: address(dashboard) } }),
    },
    ...(dashboard === undefined
      ? {}
      : {
          api: derive(dashboard, () => ({ dashboard: true, insecure: true })),
          ping: ruled("traefik-ping", settings, { entryPoint: PAGE }),
        }),
    providers: laterProvider(settings),
    ...(resolver === undefined
      ? {}
      : {
          certificatesResolvers: {
            [resolver.name]: {
              acme: { email: resolver.email, storage: resolver.storage, httpChallenge: { entryPoint: certified } },
            },
          },
        }),
  };
}

function laterEntryPoint(settings: TraefikSettings, { port, tls, redirectsTo }: TraefikEntryPoint): TomlTable {
  const redirections = redirectsTo && { redirections: { entryPoint: { to: redirectsTo, scheme: "https" } } };
  const secured = tls && { tls: typeof tls === "object" && "resolver" in tls ? { certResolver: tls.resolver } : {} };
  return {
    address: address(port),
    http: redirections === undefined ? secured : ruled("https-redirect", settings, redirections),
  };
}

function laterProvider(settings: TraefikSettings): TomlTable {
  const { provider } = settings;
  switch (provider.kind) {
    case "etcd":
      return {
        etcd: { endpoints: [provider.endpoint], rootKey: derive(provider.prefix, (prefix) => prefix.slice(1)) },
      };
    case "consul-catalog": {
      const { endpoint, token } = provider;
      const exposed = ruled("traefik-asks-first", settings, false);
      return { consulCatalog: { exposedByDefault: exposed, endpoint: { address: endpoint, token } } };
    }
    case "file":
      return { file: { filename: provider.path, watch: true } };
  }
}
