import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Ingress } from "../../../compiler/environment/ingress.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block } from "../../../formats/hcl/tree.ts";
import { identifier } from "../identifiers.ts";
import { ingressAddress, resourceName } from "./addresses.ts";
import { needs } from "./services.ts";

/** The address that an ingress of the cluster keeps when it is made anew; the ingress asks for it by name. */
export const ingressAddresses = (environment: Environment): readonly Block[] =>
  environment.ingresses.filter(isPublic).map((ingress) => addressBlock(environment, ingress));

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
