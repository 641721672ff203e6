import type { App } from "../../compiler/environment/app.ts";

/** The name of the port that Services, probes and policies refer to. */
export const portName = "http";

/** The name of the port that shows measurements, where it is not the one that serves. */
export const metricsPortName = "metrics";

/** A job ends, so nobody calls it; every other app with a port has a Service. */
export const isCalled = (app: App): boolean => app.port !== undefined && app.kind.value !== "job";

/** A daemon runs on each node and a job until it ends, so only services are scaled. */
export const scalingOf = ({ kind, scaling }: App): App["scaling"] => (kind.value === "service" ? scaling : undefined);

/** Whether more than one copy may run at some time; a daemon has one on each machine. */
export const mayHaveCopies = (app: App): boolean =>
  app.kind.value === "daemon" || (scalingOf(app)?.max ?? app.replicas).value > 1;

/** Whether more than one copy runs at all times. */
export const hasCopies = (app: App): boolean =>
  app.kind.value === "service" && (scalingOf(app)?.min ?? app.replicas).value > 1;
