import type { Traced } from "../../formats/origin.ts";
import type { Certificate } from "./certificate.ts";
import type { Cluster } from "./cluster.ts";
import type { ContainerImage } from "./image.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Located, Named } from "./located.ts";
import type { Resources } from "./resources.ts";
import type { Scaling } from "./scaling.ts";
import type { Scalar, Text } from "./text.ts";
import type { Workload } from "./workload.ts";

export interface Health extends Located {
  /** The path that answers with a status below 400; without one the port is connected to. */
  readonly http: Text | undefined;
  /** In milliseconds, as all durations of the model. */
  readonly interval: Scalar<number>;
  readonly timeout: Scalar<number>;
  readonly grace: Scalar<number>;
}

/** A host and path under which an app is reached from outside. */
export interface Route extends Located {
  readonly host: Text;
  readonly path: Text;
  /** The certificate that covers the host, when the balancer or ingress serves HTTPS. */
  readonly certificate: Certificate | undefined;
  /** Whether only the networks of the spec reach it. */
  readonly internal: Scalar<boolean>;
}

export interface EnvironmentVariable extends Located {
  readonly name: string;
  readonly value: Text;
}

/** A process that runs somewhere, from an image. */
export interface App extends Named, Workload {
  readonly kind: Scalar<"service" | "job" | "daemon">;
  readonly description: Scalar<string> | undefined;
  /** Five-field cron in UTC; a job with one recurs. */
  readonly schedule: Scalar<string> | undefined;
  /** The whole image reference. */
  readonly image: Text;
  /** The image of `images` it comes from, when it has a name there. */
  readonly builtFrom: ContainerImage | undefined;
  readonly command: readonly Text[] | undefined;
  readonly args: readonly Text[] | undefined;
  /** The group that runs it, where no cluster does. */
  readonly runsOn: InstanceGroup | undefined;
  readonly cluster: Cluster | undefined;
  readonly port: Scalar<number> | undefined;
  readonly replicas: Scalar<number>;
  readonly health: Health | undefined;
  readonly resources: Resources;
  readonly routes: readonly Route[];
  /** Sorted by name. */
  readonly env: readonly EnvironmentVariable[];
  readonly scaling: Scaling | undefined;
  /** Elements that must be up first, as `section.name`. */
  readonly dependsOn: readonly Traced<string>[];
}
