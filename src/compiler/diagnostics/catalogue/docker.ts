import { error } from "./entry.ts";

/** What may be right in the language and cannot be said in a Dockerfile. */
export const dockerFindings = {
  "docker-base": error({
    about: "A container image is built on another one, named as `docker pull` takes it.",
    message: (p: { base: string }) => `\`${p.base}\` is no reference of an image`,
    help: () => "write it as `debian:13-slim` or `registry.example.com/team/base:1.2.3`",
  }),
};
