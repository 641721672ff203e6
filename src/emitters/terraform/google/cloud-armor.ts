import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block } from "../../../formats/hcl/tree.ts";
import { coveredRoutes, guardedApps } from "../../parts/guarded-paths.ts";
import { identifier } from "../identifiers.ts";
import { resourceName } from "./addresses.ts";
import { needs } from "./services.ts";

/** What keeps everybody outside from the internal paths of apps behind Google's controller. */
export const cloudArmor = (environment: Environment): readonly Block[] =>
  guardedApps(environment).map((app) => policy(environment, app));

const FIRST = 1000;

/** The last rule, which each policy has. */
const LAST = 2_147_483_647;

function policy(environment: Environment, app: App): Block {
  const denials = coveredRoutes(environment, app).map(({ at, path }, index) =>
    because([{ at }, by("google-guard", at)], denial(FIRST + index, literal(path).value)),
  );
  return because(
    [by("google-guard", [...app.at, "routes"])],
    block(
      ["resource", "google_compute_security_policy", identifier(app.name)],
      {
        name: resourceName(environment, app.at, app.name),
        description: `Internal paths of ${app.name}`,
        depends_on: needs(app.at, "compute"),
      },
      [...denials, allowance],
    ),
  );
}

const denial = (priority: number, path: string): Block =>
  block(["rule"], { action: "deny(404)", priority }, [
    block(["match"], {}, [block(["expr"], { expression: expressionOf(path) })]),
  ]);

/** A path and all below it, as the ingress reads a prefix. */
function expressionOf(path: string): string {
  const prefix = path.replace(/\/$/, "");
  return `request.path == ${quoted(prefix)} || request.path.startsWith(${quoted(`${prefix}/`)})`;
}

/** Strings of the rules' language are written as those of JSON, but for what is beyond ASCII, which no path has. */
const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const allowance = block(["rule"], { action: "allow", priority: LAST, description: "Everything else" }, [
  block(["match"], { versioned_expr: "SRC_IPS_V1" }, [block(["config"], { src_ip_ranges: ["*"] })]),
]);
