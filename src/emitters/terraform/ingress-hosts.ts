import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import { literal, type Text } from "../../compiler/environment/text.ts";
import type { Zone } from "../../compiler/environment/zone.ts";
import { zoneOf } from "./zones.ts";

/** A host that an ingress of a cluster serves, and the zone of the spec that it stands in. */
export interface IngressHost {
  readonly host: Text;
  readonly zone: Zone;
  readonly ingress: Ingress;
}

/** Each host that ingresses serve to everybody in our zones, once. */
export function ingressHosts(environment: Environment): readonly IngressHost[] {
  const served = environment.ingresses.flatMap((ingress) => hostsOf(ingress).map((host) => ({ ingress, host })));
  const once = new Map(served.toReversed().map((each) => [literal(each.host).value, each]));
  return [...once.values()].toReversed().flatMap((each) => {
    const zone = zoneOf(environment, each.host);
    return zone === undefined ? [] : [{ ...each, zone }];
  });
}

const hostsOf = ({ apps, hostname }: Ingress): readonly Text[] => [
  ...apps.flatMap(({ routes }) => routes.filter(({ internal }) => !internal.value).map(({ host }) => host)),
  ...(hostname === undefined ? [] : [hostname]),
];
