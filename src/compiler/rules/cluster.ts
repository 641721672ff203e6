/** Rules of the agents that make machines a cluster, and of the images that have them. */
export const clusterRules = {
  "consul-join":
    "Machines come and go, so agents find each other by a tag that all machines of the store have, and nobody writes an address.",
} as const;
