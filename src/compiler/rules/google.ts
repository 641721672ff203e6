/** Rules of the Terraform emitter for Google Cloud. */
export const googleRules = {
  "google-services": "A project has few services switched on, so those that the environment uses are.",
  "google-zones": "Machines go round the first zones of the region that are up.",
  "google-subnet-layout":
    "A network has one subnetwork in its region, of the first half of its addresses; the third quarter is for databases, the last three sixteenths for the services of a cluster and proxies and what is before them for its pods, so that each can come later without moving another. Where the spec lays out subnets, databases get the largest part that they leave free.",
  "google-private-access": "Machines without a public address reach Google's own services all the same.",
  "google-entrance":
    "People enter machines with `gcloud compute ssh --tunnel-through-iap`, so that only Google's proxy, which asks who they are, reaches the port.",
  "google-os-login": "Who may enter a machine is said by IAM, not by keys on the machine.",
  "google-cloud-init":
    "The image has no cloud-init, by which machines are set up, so that a machine gets it when it first starts, and starts again.",
  "google-shielded": "A machine starts only what is signed, and notices when that has changed.",
  "google-stops-for-change": "Another type of machine takes a stop, and nobody must ask for it twice.",
  "google-front-ends":
    "Google's front ends ask and forward from addresses of their own, and nobody else reaches apps behind them.",
  "google-front-door":
    "A balancer that forwards connections keeps the addresses of clients, so that the firewall lets everybody through to it.",
  "google-keys": "Keys of the project do not sign in here, but those that the spec names.",
  "google-health":
    "Google counts an answer of 200 alone as healthy; without a path to ask for, a machine that answers on the port is.",
  "google-database-suffix":
    "Google keeps the name of a deleted database for a week, so each has a suffix by which a new one can be made at once.",
  "google-database-edition": "Machine types of free size, which fit what is asked for, are those of this edition.",
  "google-database-disk": "A disk has the size that the spec says; one that grew by itself could never shrink again.",
  "google-database-insights": "Which queries load the database is recorded.",
  "google-point-in-time":
    "Logs lead from a copy to any moment since, which a standby needs as well; they are kept for a week, or as long as copies are.",
  "google-backups-stay": "Copies stay when their database is deleted.",
  "google-goes-with-instance": "PostgreSQL deletes nothing that is in use, so it goes with its instance.",
  "google-zone-by-domain": "A zone that exists is found by its domain among the zones of the project.",
  "google-own-pools":
    "The pool that Google makes with a cluster goes at once, so that every pool has the name and form of the spec.",
  "google-dataplane": "Dataplane V2 enforces network policies, and needs nothing installed for it.",
  "google-private-nodes": "Nodes have no public address; they call out through the gateway of the network.",
  "google-release-channel":
    "Google keeps the control plane and the nodes on a version of Kubernetes that has proved itself.",
  "google-upkeep": "Versions come on the nights of the weekend.",
  "google-workload-identity":
    "Pods are accounts of Google by Workload Identity, so that no key is handed out and none reads what the node may.",
  "google-nodes-per-zone": "A pool has as many nodes in each of its zones, so their number is shared out.",
  "google-node-upkeep": "A node that fails is made anew, and one more is there before an old one goes.",
  "google-node-spread":
    "Nodes that Google takes back are made anew wherever there are some; others are spread over zones.",
  "google-node-disk": "Without a `root` disk a node has 50 GiB, which the system and images of containers fill half.",
  "google-node-metadata":
    "Only the metadata service that asks for a header answers, so that a forged request reads nothing.",
  "google-ingress-address":
    "The address is kept apart from the ingress, so that a name can lead to it before and after.",
  "google-endpoint":
    "Cloud Endpoints lets a name of Google's lead to an address, so that a demo needs no domain of its own.",
  "google-export":
    "A pod that has a database exported is known to Google by its account in the cluster, and may look at databases and export them; the database itself writes into the bucket.",
  "google-guard":
    "An ingress leads to all below a path, so that Cloud Armor refuses what is internal; for those outside it is not there.",
  "google-database-upkeep": "Google installs minor versions on Sunday nights, after others have had them for a week.",
} as const;
