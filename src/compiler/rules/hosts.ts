/** Rules of machines that stand somewhere. */
export const hostRules = {
  "host-install": "A machine that stands somewhere is set up once, by hand; the same script may be called again.",
  "host-address":
    "A machine that others need to find theirs has its address from itself: it is reached when names and leases are down.",
} as const;
