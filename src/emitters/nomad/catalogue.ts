import type { App } from "../../compiler/environment/app.ts";
import type { Discovery } from "../../compiler/environment/discovery.ts";

/** The store of Consul in which the cluster of an app registers it; without one Nomad's own catalogue knows where it is. */
export const consulOf = ({ cluster }: Pick<App, "cluster">): Discovery | undefined =>
  cluster?.kind.value === "nomad" && cluster.discovery?.kind.value === "consul" ? cluster.discovery : undefined;

/** Whether something asks a copy how it is: what the spec says, or the connection that Consul is told to try. */
export const isChecked = (app: App): boolean =>
  app.port !== undefined && (app.health !== undefined || consulOf(app) !== undefined);
