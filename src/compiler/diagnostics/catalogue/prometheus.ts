import { error, warning } from "./entry.ts";

/** What may be right in the language and cannot be said in Prometheus' configuration. */
export const prometheusFindings = {
  "prometheus-nothing-to-scrape": warning({
    about:
      "Prometheus asks an app for its measurements at the path and port of `metrics`. An app without them has nothing to show, so that it is left out.",
    message: (p: { monitoring: string; app: string }) => `\`${p.app}\` shows \`${p.monitoring}\` no measurements`,
    help: () => "say with `metrics` where it does, or take it out of `scrape`",
  }),
  "prometheus-store-port": error({
    about: "Prometheus sends series to the port of the app that stores them.",
    message: (p: { app: string }) => `\`${p.app}\` has no port to which series are sent`,
    help: () => "give it a `port`",
  }),
};
