/** Rules of BIND's configuration and zones. */
export const bindRules = {
  "bind-lan": "The server answers the networks of the spec and its own machine, and nobody else.",
  "bind-forward": "What the zones do not know, the router of the network is asked.",
  "bind-quiet": "Nobody needs to know the version of the server, or to copy its zones.",
  "bind-soa":
    "Nobody else serves the zone, so its serial number says nothing and stays as it is; negative answers are kept for a minute.",
  "bind-server": "The zone names its own server.",
  "bind-dynamic":
    "Names that machines register stand in a zone of their own, so that the file of the others stays as it is written here.",
  "bind-reverse": "An address leads back to the name that its machine has.",
  "bind-key": "The key is made on the machine that serves the zone and never leaves it but to those that register.",
} as const;
