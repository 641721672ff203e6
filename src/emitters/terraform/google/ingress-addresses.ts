import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Ingress } from "../../../compiler/environment/ingress.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block } from "../../../formats/hcl/tree.ts";
import { identifier } from "../identifiers.ts";
import { ingressAddress, resourceName } from "./addresses.ts";
import { needs } from "./services.ts";

/**
 * The address that an ingress keeps when it is made anew; the ingress asks for it by name. A cluster that is not of this
 * environment has its own.
 */
export const ingressAddresses = (environment: Environment): readonly Block[] =>
  environment.ingresses
    .filter((ingress) => hasCluster(environment) && isPublic(ingress))
    .map((ingress) => addressBlock(environment, ingress));

const hasCluster = ({ clusters }: Environment): boolean =>
  clusters.some(({ kind, managed }) => kind.value === "kubernetes" && managed);

/** Whether anybody is led to an app through it. */
export const isPublic = ({ apps }: Ingress): boolean => apps.length > 0;

function addressBlock(environment: Environment, ingress: Ingress): Block {
  const { at, name } = ingress;
  const [type = ""] = ingressAddress(ingress).split(".");
  return because(
    [{ at }, by("google-ingress-address", at)],
    block(["resource", type, identifier(name)], {
      name: resourceName(environment, at, name),
      depends_on: needs(at, "compute"),
    }),
  );
}
