import type { Database } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import type { LoadBalancer } from "../../compiler/environment/load-balancer.ts";
import { literal } from "../../compiler/environment/text.ts";
import { type Expression, template } from "../../formats/hcl/tree.ts";
import { databasePasswordOf } from "./database-password.ts";
import { lowerFixed } from "./lower.ts";

type Queried = Pick<Database, "name" | "at" | "engine">;

interface DatabasePlace {
  readonly user: Expression;
  /** Host and port. */
  readonly endpoint: readonly Expression[];
  readonly database: Expression;
  /** The provider's own, where Terraform does not make it. */
  readonly password?: Expression;
}

/** The URL by which clients reach a database, with user and password. */
export const databaseUrl = (element: Queried, { user, endpoint, database, password }: DatabasePlace): Expression =>
  template(
    scheme(element),
    "://",
    user,
    ":",
    password ?? databasePasswordOf(element),
    "@",
    ...endpoint,
    "/",
    database,
    encryption(element),
  );

const scheme = ({ engine }: Queried): string => (engine.value === "postgres" ? "postgres" : "mysql");

/** Drivers of MySQL have no common word for it; there the server refuses what is not encrypted. */
const encryption = ({ engine }: Queried): string => (engine.value === "postgres" ? "?sslmode=require" : "");

/** The URL of a balancer: a host that it has a certificate for, else its own address. */
export function balancerUrl(environment: Environment, { certificate }: LoadBalancer, address: Expression): Expression {
  const host = certificate?.hosts.find((candidate) => !literal(candidate).value.startsWith("*"));
  return host === undefined ? template("http://", address) : template("https://", lowerFixed(environment, host));
}

/** The URL of an ingress: the first host that everybody is led to, else its own address. */
export function ingressUrl(environment: Environment, { apps, certificate }: Ingress, address: Expression): Expression {
  const scheme = certificate === undefined ? "http://" : "https://";
  const [host] = apps.flatMap(({ routes }) =>
    routes.filter(({ internal }) => !internal.value).map((route) => route.host),
  );
  return host === undefined ? template(scheme, address) : template(scheme, lowerFixed(environment, host));
}
