/** Rules of the agents that make machines a cluster, and of the images that have them. */
export const clusterRules = {
  "consul-join":
    "Machines come and go, so agents find each other by a tag that all machines of the store have, and nobody writes an address.",
  "agent-address":
    "A machine has several addresses, since its containers have a bridge; agents speak through the one in the network.",
  "agent-closed": "Consul answers the machine itself; others ask the agent of their own machine.",
  "agent-acl": "Whoever has no token may do nothing.",
  "agent-certificates":
    "Gossip knows who has its key, not who is a server: each tool has an authority of its own, whose certificates name the role.",
  "agent-tls":
    "Agents speak by certificates in both directions, and believe none to be a server that has not the name of one.",
  "agent-page": "Servers show what they know on a page, which a tunnel leads to.",
  "agent-docker": "Jobs mount what clients offer by name, and no path of the machine.",
  "agent-secrets":
    "A cluster makes its keys and tokens once; machines read them from the parameter store when they first boot, so that none is in user data or in an image.",
} as const;
