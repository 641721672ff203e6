/** Rules of the Terraform emitter for Google Cloud. */
export const googleRules = {
  "google-services": "A project has few services switched on, so those that the environment uses are.",
  "google-zones": "Machines go round the first zones of the region that are up.",
  "google-subnet-layout":
    "A network has one subnetwork in its region, of the first half of its addresses; the third quarter is for databases, the last sixteenth for proxies, so that each can come later without moving another.",
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
} as const;
