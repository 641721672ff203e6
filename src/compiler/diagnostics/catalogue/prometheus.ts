import { error, warning } from "./entry.ts";

/** What may be right in the language and cannot be said in Prometheus' configuration. */
export const prometheusFindings = {
  "prometheus-late-bound": error({
    about: "Prometheus reads its rules from a file that is fixed when specc compiles.",
    message: (p: { rule: string }) => `Prometheus cannot fill a value of the deployment into the rule \`${p.rule}\``,
    help: () => "use a variable of `vars`, whose value `--var` gives when specc compiles",
  }),
  "prometheus-nothing-to-scrape": warning({
    about:
      "Prometheus asks an app for its measurements at the path and port of `metrics`. An app without them has nothing to show, so that it is left out.",
    message: (p: { monitoring: string; app: string }) => `\`${p.app}\` shows \`${p.monitoring}\` no measurements`,
    help: () => "say with `metrics` where it does, or take it out of `scrape`",
  }),
  "prometheus-series-name": error({
    about: "The name of a series has letters, digits, underscores and colons, and begins with no digit.",
    message: (p: { name: string }) => `no series can be named \`${p.name}\``,
    help: () => "write `app:requests:rate5m`, or `alert: true` when it is an alert",
  }),
  "prometheus-store-port": error({
    about: "Prometheus sends series to the port of the app that stores them.",
    message: (p: { app: string }) => `\`${p.app}\` has no port to which series are sent`,
    help: () => "give it a `port`",
  }),
};
