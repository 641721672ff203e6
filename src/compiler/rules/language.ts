/** Rules of the language: what stands in for what a spec does not write. */
export const languageRules = {
  default: "The key is not written, so its documented default holds.",
  "default-environment": "Without `--env` and without `environment` the environment is `dev`.",
  "implied-targets":
    "Without `targets` a cloud provider implies `terraform`, and a cluster implies its runtime, and components imply `vagrant` to develop them; without a provider only runtimes are left.",
  "implied-network": "Machines need a network, so without `network` there is one named `main` with the defaults.",
  "implied-group":
    "Apps need machines, so without `cluster` and `instances` there is a group `main` of as many machines as the largest `replicas`.",
  "implied-load-balancer":
    "Routes need a way in, so without `ingress` and `loadBalancer` the provider's balancer `main` stands before the routed apps.",
  "implied-ingress":
    "Routes need a way in, so on Kubernetes without `ingress` the cluster's own controller serves them.",
  "only-choice": "The key is not written, and there is only one element that it can mean.",
  "engine-port": "Each engine has a port that its clients expect.",
  "provider-port": "DigitalOcean serves all its databases on this port.",
  "provider-user": "A cluster of PostgreSQL at DigitalOcean comes with this user, who may do all in it.",
  "database-grants":
    "The provider makes users that may do everything, so the owner of their database takes that from them and grants what the spec says, before anybody uses it.",
  "follows-name": "The name is not written, so it follows the name of the environment or of the element.",
} as const;
