import { error, warning } from "./entry.ts";

/** What may be right in the language and cannot be said in a fleet unit. */
export const fleetFindings = {
  "fleet-late-bound": error({
    about:
      "A unit of fleet is fixed when it is submitted. Only the environment of a process is read on the machine, so what the deployment alone knows cannot stand in an image, a command, an argument, a health check or a route.",
    message: (p: { source: string; field: string }) => `fleet cannot fill \`${p.source}\` into \`${p.field}\``,
    help: () => "set it in `env` and let the process read it from there",
  }),
  "fleet-no-value": error({
    about:
      "A machine of fleet knows its addresses and the number of each copy of a service or job. Zones, what a pipeline builds, and numbers of daemons are not known there.",
    message: (p: { source: string; problem: string }) => `\`${p.source}\` has no value here: ${p.problem}`,
  }),
  "fleet-mixed-setting": error({
    about:
      "What the deployment knows is written into a file for all copies of an app; addresses of other apps and the number of a copy are known only on the machine. No setting can be made of both.",
    message: (p: { deployed: string; local: string }) =>
      `fleet cannot put \`${p.deployed}\` and \`${p.local}\` into one setting`,
    help: () => "make them two settings and let the process join them",
  }),
  "fleet-line": error({
    about:
      "fleet's parser of units refuses lines of 2,048 bytes and more, and an argument or setting cannot be broken.",
    message: (p: { bytes: number }) => `this makes a line of ${p.bytes} bytes, and fleet takes no more than 2047`,
    help: () => "put it into a file of the image",
  }),
  "fleet-name-taken": error({
    about: "The sidekick of an app is a unit named after it, so `web` takes the name `web-discovery` as well.",
    message: (p: { name: string; owner: string }) => `\`${p.name}\` is taken by the registration of \`${p.owner}\``,
    help: () => "rename one of the two apps",
  }),
  "fleet-route": error({
    about: "Traefik 1.7 takes rules apart at `;` and `,` and patterns at `{` and `}`, and knows no escape.",
    message: (p: { character: string }) => `Traefik 1.7 cannot match a \`${p.character}\``,
    help: () => "route by a part of the path without it",
  }),
  "fleet-volume": error({
    about:
      "A cluster of fleet holds no data: it moves apps from machine to machine, and is made and destroyed at will.",
    message: (p: { app: string; storage: string }) => `fleet cannot keep \`${p.storage}\` for \`${p.app}\``,
    help: () => "keep the data in a database or a bucket",
  }),
  "fleet-untold": warning({
    about:
      "Machines of CoreOS or Flatcar are told when they first boot which disks to mount and which proxy to start. Others have to be set up by somebody else.",
    message: (p: { group: string; what: string }) => `nobody tells machines of \`${p.group}\` of ${p.what}`,
    help: () => "let the group boot CoreOS or Flatcar in a `module`",
  }),
  "fleet-start-order": warning({
    about:
      "systemd orders the units of one machine, and fleet does not order those of several. A process that cannot do without another app has to try again until it is there.",
    message: (p: { app: string; other: string }) => `fleet starts \`${p.app}\` without waiting for \`${p.other}\``,
    help: () => "let the process try again; systemd restarts it meanwhile",
  }),
  "fleet-machines": warning({
    about: "No machine runs two copies of an app, since both would publish its port; what finds no machine waits.",
    message: (p: { copies: number; group: string; machines: number }) =>
      `${p.copies} copies need as many machines, and \`${p.group}\` has ${p.machines}`,
    help: () => "ask for fewer `replicas`, or for more machines",
  }),
};
