/** Rules of Terraform's modules for DigitalOcean. */
export const digitaloceanRules = {
  "token-from-environment": "The token is DIGITALOCEAN_TOKEN of the deploying process, so that no file holds it.",
  "free-range":
    "Networks of one account may not overlap, so where the spec names no addresses DigitalOcean picks free ones.",
  "group-tag": "The machines of a group are known by a tag, so that those that are made later are known as well.",
  "account-keys":
    "Machines know the SSH keys that the account has when they are made, since DigitalOcean mails a password where there is none. No port is open for them until `firewall` says so.",
  "firewall-first": "A machine is guarded from its first minute, so its firewall is there before it.",
  "names-first": "A proxy looks its machines up when it starts, so their names are there before it.",
  "machine-metrics": "The agent on the machine tells how it fares; nothing is sent elsewhere.",
  "settings-at-boot":
    "DigitalOcean keeps no settings for machines, so what only the deployment knows comes with the user data, into a file that root alone reads; a change makes the machines anew.",
  "one-app-for-all": "A balancer of DigitalOcean looks at no host, so the app behind it answers all that come.",
  "own-records": "The records of hosts are in this module, so the balancer makes none beside them.",
  "provider-signs": "DigitalOcean gets the certificate from Let's Encrypt and renews it.",
  "host-record": "A host of a balancer has its address, for as long as the zone says.",
  "closed-database":
    "A database that trusts nobody in particular is open to everybody, so one that nobody reads trusts a tag that no machine has.",
  "doks-version": "DigitalOcean takes whole versions, so the newest patch is looked up when a cluster is made.",
  "doks-ha": "The control plane of production is doubled; once it is, it stays so.",
  "doks-upkeep": "Patches come on Sunday nights, with a node more while nodes are changed.",
  "doks-leftovers": "Volumes and balancers that pods have asked for stay when their cluster goes.",
} as const;
