import { error } from "./entry.ts";

/** What may be right in the language and cannot be said to a name server of ours. */
export const bindFindings = {
  "bind-server": error({
    about:
      "Machines are told the address of their name server before they can ask for names, so the machine that serves a zone has a fixed one.",
    message: (p: { domain: string }) => `nobody with a fixed address serves \`${p.domain}\``,
    help: () => "give the machines that serve it an `address`",
  }),
  "bind-value": error({
    about: "The file of a zone is written when specc compiles; what only the deployment knows cannot stand in it.",
    message: () => "this record has a value that only the deployment knows",
    help: () => "write the value, or let the machine register itself",
  }),
};
