import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Named } from "../../../../compiler/environment/located.ts";
import type { Scalar } from "../../../../compiler/environment/text.ts";
import { type Block, because, block, type Expression } from "../../../../formats/hcl/tree.ts";
import { derive, type Origins, type SpecPath } from "../../../../formats/origin.ts";
import { identifiers } from "../../identifiers.ts";
import { scalar } from "../../lower.ts";
import { networkId, resourceName } from "../addresses.ts";

/** One way through the firewall of a network; what nothing lets in stays out, and everything is let out. */
export interface Traffic {
  /** Its name is made of these. */
  readonly words: readonly string[];
  readonly at: SpecPath;
  readonly network: Named;
  readonly description: string;
  /** Who talks to whom. */
  readonly ends: Ends;
  readonly ports: readonly Ports[];
  readonly origins: Origins;
}

/** Machines are told by the accounts that they run as, whatever their addresses are. */
export interface Ends {
  readonly direction?: "EGRESS";
  readonly priority?: number;
  readonly source_service_accounts?: Expression;
  readonly target_service_accounts?: Expression;
  readonly source_ranges?: Expression;
  readonly destination_ranges?: Expression;
}

export interface Ports {
  readonly action: "allow" | "deny";
  readonly protocol: "tcp" | "udp" | "all";
  readonly ports?: readonly Expression[];
}

export const onePort = (port: Scalar<number>): Ports => ({ action: "allow", protocol: "tcp", ports: [portWord(port)] });

/** Google takes a port or a range of them as a word. */
export const portWord = (port: Scalar<number>): Expression =>
  port.variable === undefined ? derive(port, String) : scalar(port);

export const trafficRule = (environment: Environment, traffic: Traffic): Block =>
  because(
    traffic.origins,
    block(
      ["resource", "google_compute_firewall", identifiers(...traffic.words)],
      {
        name: resourceName(environment, traffic.at, ...traffic.words),
        description: traffic.description,
        network: networkId(traffic.network),
        ...traffic.ends,
      },
      traffic.ports.map(({ action, ...ports }) => block([action], ports)),
    ),
  );
