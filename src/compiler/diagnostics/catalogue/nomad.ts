import { error, warning } from "./entry.ts";

/** What may be right in the language and cannot be said in a Nomad job. */
export const nomadFindings = {
  "nomad-late-bound": error({
    about:
      "Nomad reads what only the deployment knows, such as the address of a database or a secret, when it renders the environment of a task. Image, command, arguments, health checks and routes are fixed before.",
    message: (p: { source: string; field: string }) => `Nomad cannot fill \`${p.source}\` into \`${p.field}\``,
    help: () => "set it in `env` and let the process read it from there",
  }),
  "nomad-runtime-word": error({
    about:
      "In tags and checks a Nomad client replaces `${NOMAD_…}`, `${attr.…}`, `${meta.…}`, `${node.…}`, `${env.…}` and the names of the task's own environment, and it knows no escape. The text would not arrive as it is written.",
    message: (p: { word: string }) => `Nomad replaces \`${p.word}\`, and it cannot be escaped here`,
    help: () => "write a path without it",
  }),
  "nomad-index": error({
    about:
      "Nomad numbers the copies of a service or job from zero and those of a daemon not at all. In `env` a template adds the `firstIndex` of the group; in other places nothing can.",
    message: (p: { problem: string }) => `\`\${self.index}\` has no value here: ${p.problem}`,
    help: () => "read it from `env` in a service or job",
  }),
  "nomad-zone": error({
    about: "A Nomad client knows the zone of its machine from the cloud that it runs in.",
    message: () => "`${self.zone}` is not known to Nomad without a cloud `provider`",
  }),
  "nomad-check-limits": error({
    about: "A Nomad server refuses checks that run more than once a second or wait less than a second for an answer.",
    message: (p: { key: string }) => `Nomad takes no \`${p.key}\` below one second`,
    help: (p) => `write \`${p.key}: 1s\` or more`,
  }),
  "nomad-resources": error({
    about: "A Nomad server refuses tasks that ask for less than 1 MHz or 10 MiB.",
    message: (p: { key: string; least: string }) => `Nomad takes no \`${p.key}\` below ${p.least}`,
    help: (p) => `write \`${p.key}: ${p.least}\` or more`,
  }),
  "nomad-name-taken": error({
    about:
      "A job reads secrets and attributes from one Nomad variable, by name: `${secrets.payment_key}` as `payment_key`, `${database.main.host}` as `database_main_host`. Its inputs are named after `vars`, and after what the pipeline builds, as `build_commit`.",
    message: (p: { name: string; first: string; second: string }) =>
      `\`${p.first}\` and \`${p.second}\` would both be \`${p.name}\` in Nomad`,
    help: () => "rename one of them",
  }),
  "nomad-port-range": error({
    about: "A job names each port of its network, and each gets a block of its own; there is none for a range.",
    message: () => "a Nomad job has no range of ports",
    help: () => "name each port, or run it on an instance group",
  }),
  "nomad-volume": error({
    about:
      "A Nomad client offers folders of its machine as host volumes, each as a whole. What is in a bucket or an image is not one, and the clients of `cluster.<name>.clients` offer what is of kind `path`; others may offer a `volume` under its name.",
    message: (p: { what: string }) => `a Nomad client does not offer ${p.what} as a volume`,
    help: () => "mount a storage of kind `path` as a whole",
  }),
  "nomad-proxy": error({
    about:
      "Traefik runs as a job on each machine with its labels. It knows its routes from Consul, and TLS ends at the balancer before it, since copies that each order certificates of their own would be refused.",
    message: (p: { name: string; problem: string }) => `\`${p.name}\` cannot be a Nomad job: ${p.problem}`,
    help: () => "let a cluster with `discovery` of kind `consul` run it, and let the balancer end TLS",
  }),
  "nomad-start-order": warning({
    about:
      "Nomad starts jobs independently of each other. A process that cannot do without another app has to try again until it is there.",
    message: (p: { app: string; other: string }) => `Nomad starts \`${p.app}\` without waiting for \`${p.other}\``,
    help: () => "let the process try again; Nomad restarts it meanwhile",
  }),
};
