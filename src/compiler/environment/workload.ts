import type { PortRange } from "./firewall-rule.ts";
import type { Label } from "./label.ts";
import type { Located, Named } from "./located.ts";
import type { Volume } from "./storage.ts";
import type { Scalar, Text } from "./text.ts";

/** A further port of an app, by name. */
export interface NamedPort extends Named {
  readonly port: Scalar<PortRange>;
}

/** A port of the machine that leads to one of the app. */
export interface PublishedPort extends Located {
  readonly machine: PortRange;
  readonly app: Scalar<PortRange>;
}

/** Where an app shows its measurements. */
export interface Metrics extends Located {
  readonly path: Text;
  readonly port: Scalar<number> | undefined;
  /** The image of a container beside the app that translates its measurements. */
  readonly exporter: Text | undefined;
}

/** What an app has of the machine that it runs on. */
export interface Workload {
  readonly ports: readonly NamedPort[];
  readonly publish: readonly PublishedPort[];
  readonly volumes: readonly Volume[];
  readonly metrics: Metrics | undefined;
  /** The machines that it runs on have them all. */
  readonly labels: readonly Label[];
  /** A name for the machine that runs the app. */
  readonly hostname: Text | undefined;
  readonly user: Text | undefined;
  readonly workingDirectory: Text | undefined;
  /** Where its settings are written on the machine. */
  readonly envFile: Text | undefined;
}
