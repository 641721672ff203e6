import { error, warning } from "./entry.ts";
import { type Known, meant, quoted } from "./wording.ts";

/** What may be wrong with the meaning of a spec that has the right shape. */
export const checkFindings = {
  "target-rejects": error({
    about: "The target cannot be right without this part of the spec and has no way to express it.",
    message: (p: { target: string; capability: string }) => `\`${p.target}\` cannot express \`${p.capability}\``,
    help: (p) => `remove it, disable it with \`enabled: false\`, or leave \`${p.target}\` out of \`targets\``,
  }),
  "no-target-emits": warning({
    about: "None of the selected targets emits this part of the spec, so it has no effect.",
    message: (p: { capability: string; targets: readonly string[] }) =>
      `nothing comes of this, since \`${p.capability}\` is nothing for ${p.targets.map((target) => `\`${target}\``).join(", ")}`,
    help: () => "add a target that emits it, remove it, or disable it with `enabled: false`",
  }),
  "component-folder-taken": error({
    about: "With `layout: component` each app, image and proxy has a folder, beside those of the whole environment.",
    message: (p: { name: string }) => `the folder \`${p.name}\` is not a component's`,
    help: () => "give it another name, or take `layout: component` away",
  }),
  "port-taken": error({
    about: "Apps of one instance group share its machines' network, so each needs a port of its own.",
    message: (p: { port: number; owner: string }) => `port ${p.port} is already taken by \`${p.owner}\``,
    help: () => "give one of the two apps another `port`, or run it elsewhere",
  }),
  "port-missing": error({
    about: "What is reached from outside, or asked whether it is healthy, listens on a port.",
    message: (p: { app: string; key: string }) => `\`${p.app}\` has \`${p.key}\` and no \`port\``,
    help: () => "add the `port` on which the app listens",
  }),
  "dependency-cycle": error({
    about: "Each of these apps waits for the next one to be up first, and the last for the first, so none ever starts.",
    message: (p: { names: readonly string[] }) =>
      `these wait for each other: ${p.names.map((name) => `\`${name}\``).join(" → ")}`,
    help: () => "remove one `dependsOn`, and let that process try again until the other is there",
  }),
  "health-by-port": warning({
    about:
      "A balancer that only connects to a port keeps sending people to an app that answers each of them with an error. The app has a path that says whether it works.",
    message: (p: { balancer: string; app: string }) =>
      `\`${p.balancer}\` looks at the port alone, though \`${p.app}\` says whether it works`,
    help: () => "ask for the path with `health: {http: …}`, or accept it in `policy.accept`",
  }),
  "weak-sslmode": warning({
    about:
      "With this `sslmode` a client of PostgreSQL goes on in the clear when the server, or somebody between, asks for it.",
    message: (p: { setting: string; mode: string }) =>
      `\`${p.setting}\` lets a database be read in the clear: \`${p.mode}\``,
    help: () => "write `require` or stronger",
  }),
  "log-file": warning({
    about:
      "What an app writes to its standard output is kept by whatever runs it. A file fills the disk, and goes with the machine.",
    message: (p: { setting: string }) => `\`${p.setting}\` lets the app log to a file`,
    help: () => "log to the standard output, or accept it in `policy.accept`",
  }),
  "metrics-open": warning({
    about:
      "Measurements tell everybody who asks what an app does, how much, and with which versions. A route leads the world to all paths below its own, unless an internal route is more exact.",
    message: (p: { app: string; path: string }) => `the world reads the measurements of \`${p.app}\` at \`${p.path}\``,
    help: () => "add a route to that path with `internal: true`, or give `metrics` a `port` of its own",
  }),
  "end-of-life": warning({
    about:
      "Nobody mends this platform any more, so its holes stay open. specc goes on writing what it needs, since systems outlive their support.",
    message: (p: { name: string; ended: string; successor: string }) => `support for ${p.name} ended on ${p.ended}`,
    help: (p) => `move to ${p.successor}, or accept the risk in \`policy.accept\``,
  }),
  "cluster-api-open": warning({
    about:
      "Whoever reaches the control plane of a cluster may try to rule everything on it. Credentials guard it, until one is lost or the software has a hole.",
    message: (p: { cluster: string }) => `everybody reaches the control plane of \`${p.cluster}\``,
    help: () => "name those who rule it: `vpn`, a CIDR or `internal`",
  }),
  "preemptible-nodes": warning({
    about:
      "The provider takes preemptible machines back whenever it needs them, several at a time. Where all nodes are such, everything on the cluster may stop at once.",
    message: (p: { cluster: string }) => `the provider may take all nodes of \`${p.cluster}\` at once`,
    help: () => "add a group of nodes without `preemptible`, or accept it where nobody depends on the environment",
  }),
  "single-in-production": warning({
    about: "A database without a standby is down while its machine or zone is, and while it gets a new version.",
    message: (p: { database: string; environment: string }) =>
      `the database \`${p.database}\` of \`${p.environment}\` has no standby`,
    help: () => "write `ha: true`",
  }),
  "unknown-rule": error({
    about: "`policy.accept` silences warnings by their code.",
    message: (p: Known & { rule: string }) => `there is no warning \`${p.rule}\``,
    help: meant,
  }),
  "error-accepted": error({
    about: "Only warnings are risks that somebody may take; an error means that the output would be wrong.",
    message: (p: { rule: string }) => `\`${p.rule}\` is an error and cannot be accepted`,
  }),
  "acceptance-over": warning({
    about: "The risk was accepted until a day that has come.",
    message: (p: { rule: string; until: string }) => `the acceptance of \`${p.rule}\` was over on ${p.until}`,
    help: () => "mend what it was about, or accept it for longer",
  }),
  "override-without-file": error({
    about: "`overrides` names files below the environment's folder, as `kubernetes/web.deployment.yaml`.",
    message: (p: { file: string }) => `no file \`${p.file}\` is emitted`,
  }),
  "override-without-place": error({
    about:
      "The JSON pointer of an override leads through something that the file does not have. Into HCL it goes by what is written: `/resource/aws_db_instance/main/backup_window`.",
    message: (p: { key: string }) => `the file has no \`${p.key}\` on this way`,
  }),
  "override-mismatch": error({
    about:
      "An override says with `expect` what specc must have put there, so that it cannot undo a later change unseen; without `expect` nothing may be there.",
    message: (p: { expected: string; found: string }) => `${p.found} stands there, not ${p.expected}`,
    help: (p) =>
      p.found === "nothing"
        ? "leave out `expect`"
        : `write \`expect\` as it is now, and see whether the override is still needed`,
  }),
  "override-without-effect": error({
    about: "The override sets what is there already, so it is left over.",
    message: (_: Record<string, never>) => "this changes nothing",
    help: () => "remove it",
  }),
  "nothing-accepted": error({
    about: "An acceptance that matches no warning is left over, or misspelled, and would hide a later one.",
    message: (p: { rule: string }) => `there is no warning \`${p.rule}\` here to accept`,
    help: () => "remove it",
  }),
  "fixed-address": warning({
    about:
      "An app that `consumes` another asks the discovery where it is each time it calls, since a scheduler moves it. An address in its environment is right until then.",
    message: (p: { app: string; others: readonly string[] }) =>
      `\`${p.app}\` asks where ${quoted(p.others)} is when it calls, and is told an address that stays`,
    help: () => "leave it out, or refer to the app",
  }),
};
