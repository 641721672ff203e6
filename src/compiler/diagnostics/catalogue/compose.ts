import { error } from "./entry.ts";

/** What may be right in the language and has no meaning on a developer's machine. */
export const composeFindings = {
  "compose-value": error({
    about:
      "Docker Compose runs apps and databases on one machine. It has no machines of a group, no balancer and no cluster whose addresses it could hand to them.",
    message: (p: { source: string }) => `\`${p.source}\` has no value on a developer's machine`,
    help: () => "use a variable of `vars` with an `env`",
  }),
};
