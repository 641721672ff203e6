import type { Traced } from "../../formats/origin.ts";
import type { Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** An app or group by section and name. */
export interface Observed {
  readonly section: "apps" | "instances";
  readonly name: string;
}

/** A series derived from others, or an alert. */
export interface RecordingRule extends Named {
  readonly expression: Text;
  readonly alert: Scalar<boolean>;
  /** In milliseconds. */
  readonly for: Scalar<number> | undefined;
  readonly severity: Scalar<"info" | "warning" | "critical">;
}

/** What is measured. */
export interface Monitoring extends Named {
  readonly kind: Scalar<"prometheus">;
  /** The app that measures. */
  readonly app: Traced<string> | undefined;
  readonly scrape: readonly Traced<Observed>[];
  /** In milliseconds. */
  readonly interval: Scalar<number>;
  /** The app that stores series for long. */
  readonly remoteWrite: Traced<string> | undefined;
  readonly rules: readonly RecordingRule[];
}

/** Where logs go. */
export interface Logging extends Named {
  readonly kind: Scalar<"provider" | "efk">;
  /** In milliseconds. */
  readonly keep: Scalar<number>;
  /** Undefined is all. */
  readonly of: readonly Traced<Observed>[] | undefined;
}
