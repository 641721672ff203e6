import { error, warning } from "./entry.ts";
import { quoted } from "./wording.ts";

/** Why an app answers nobody, and what would help. */
const silence = {
  port: { problem: "it has no `port`", help: "give it the `port` on which it listens" },
  routes: { problem: "it has no `routes`", help: "give it `routes`, or read its `url`" },
  job: { problem: "it is a job, which ends", help: "write `kind: service`, or let the job do the calling" },
};

/** What may be wrong with what runs: apps, their images, numbers and times, and what nobody uses. */
export const workloadFindings = {
  "call-unanswered": error({
    about:
      "An app has an address once it has a `port` and keeps running, and a public one once it has a route. A job ends, so nobody can count on it.",
    message: (p: { app: string; reason: keyof typeof silence }) =>
      `nobody answers at \`${p.app}\`: ${silence[p.reason].problem}`,
    help: (p) => silence[p.reason].help,
  }),
  "schedule-without-job": error({
    about: "A job runs, ends, and runs again by its schedule. Services and daemons keep running, so nothing recurs.",
    message: (p: { app: string; kind: string }) => `\`${p.app}\` is a ${p.kind} and keeps running`,
    help: () => "write `kind: job`, or remove `schedule`",
  }),
  "replicas-of-daemon": warning({
    about: "A daemon runs once on each machine, so the number of machines is the number of its copies.",
    message: (p: { app: string }) => `\`${p.app}\` is a daemon, of which each machine runs one copy`,
    help: () => "remove `replicas`, or write `kind: service`",
  }),
  "copies-by-machines": warning({
    about:
      "On a group without a cluster or runtime each machine runs one copy, so the number of machines is the number of copies, whatever `replicas` says.",
    message: (p: { replicas: number; group: string; machines: number }) =>
      `\`replicas\` is ${p.replicas}, and a copy runs on each machine of \`${p.group}\`, which are ${p.machines}`,
    help: (p) => `set \`count\` of \`${p.group}\` instead, or add a runtime such as \`nomad\` to \`targets\``,
  }),
  "scaling-without-service": error({
    about:
      "Scaling sets how many copies of a service run, by the load of those that do. A daemon runs once on each machine, and a job until it ends.",
    message: (p: { app: string; kind: string }) => `\`${p.app}\` is a ${p.kind} and cannot be scaled`,
    help: () => "remove the scaling, or write `kind: service`",
  }),
  "number-outside-scaling": error({
    about: "With `scaling` the number of copies or machines moves between `min` and `max`, so it cannot be another.",
    message: (p: { key: string; number: number; min: number; max: number }) =>
      `\`${p.key}\` is ${p.number}, and scaling goes from ${p.min} to ${p.max}`,
    help: (p) => `remove \`${p.key}\`, or correct the limits`,
  }),
  "group-without-machines": warning({
    about: "Apps run on the machines of their group, and this group has none.",
    message: (p: { apps: readonly string[] }) => `without machines nothing runs ${quoted(p.apps)}`,
    help: () => "disable the apps too with `enabled: false`, or let them run elsewhere",
  }),
  "timeout-too-long": error({
    about: "A health check is over before the next one begins; balancers of several clouds refuse anything else.",
    message: (p: { timeout: string; interval: string }) =>
      `the check may wait ${p.timeout} and is made every ${p.interval}`,
    help: () => "write a `timeout` that is shorter than `interval`",
  }),
  "no-time": error({
    about: "A health check without time never succeeds, and a copy that is kept for no time is none.",
    message: (p: { key: string }) => `\`${p.key}\` is no time at all`,
    help: () => "write a longer time, or remove what it is about",
  }),
  "image-unpinned": warning({
    about:
      "A reference without tag means `latest`, which is another image tomorrow: machines that start later run something else, and there is nothing to go back to.",
    message: (p: { image: string }) => `\`${p.image}\` may be another image tomorrow`,
    help: () => "write the tag of a release, or a digest",
  }),
  unused: warning({
    about:
      "Nothing in the files of this spec uses the element, in any environment. It may be left over, or what should use it misspelled. Elements of files that others extend may be for others.",
    message: (p: { section: string; name: string }) => `nothing uses \`${p.section}.${p.name}\``,
    help: (p) =>
      p.section === "backup" ? "a database has one backup; remove this or the other" : "use it, or remove it",
  }),
};
