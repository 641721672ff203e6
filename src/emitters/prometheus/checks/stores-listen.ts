import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { monitoredByApps } from "../../parts/prometheus.ts";

/** Series are sent to the port of an app. */
export const storesListen: Check = function* (environment) {
  for (const { remoteWrite } of monitoredByApps(environment)) {
    const store = environment.apps.find(({ name }) => name === remoteWrite?.value);
    if (store !== undefined && store.port === undefined)
      yield diagnose("prometheus-store-port", remoteWrite?.[ORIGINS].at(-1)?.at ?? [], { app: store.name });
  }
};
