import { error } from "./entry.ts";

/** What may be right in the language and cannot be said in a Dockerfile. */
export const dockerFindings = {
  "docker-base": error({
    about: "A container image is built on another one, named as `docker pull` takes it.",
    message: (p: { base: string }) => `\`${p.base}\` is no reference of an image`,
    help: () => "write it as `debian:13-slim` or `registry.example.com/team/base:1.2.3`",
  }),
  "docker-copies": error({
    about:
      "A Docker cluster is machines without a scheduler, on which a script runs each app once. Nothing would spread copies or tell them apart.",
    message: (p: { app: string }) => `a script runs \`${p.app}\` once`,
    help: () => "write `replicas: 1`, or run it on Nomad or Kubernetes",
  }),
  "docker-value": error({
    about:
      "The script that starts containers on a machine knows what specc knows: literals, variables, and the addresses of apps beside each other. Nobody hands it secrets or what a cloud has made.",
    message: (p: { source: string }) => `no script on the machine knows \`${p.source}\``,
    help: () => "let the app read it from a file of a volume",
  }),
  "docker-volume": error({
    about:
      "Docker mounts a folder of the machine, a volume of its own, or the files of a container that lends them all at the path where its image has them.",
    message: (p: { problem: string }) => p.problem,
  }),
};
