/** Rules of the Prometheus companion. */
export const prometheusRules = {
  "prometheus-configuration":
    "The manifests make a ConfigMap of these files, named after what is in them, so that a change starts Prometheus anew.",
  "prometheus-labels": "What leaves this Prometheus says which environment it comes from.",
  "prometheus-discovery":
    "Copies come and go, so that Prometheus asks the cluster for them; series carry the names of the app and of the copy.",
  "prometheus-machines":
    "An agent tells the load, memory and processor time of a machine, and its kubelet that of the containers on it.",
  "prometheus-store": "Stores of series differ in the paths at which they take them and give them back.",
} as const;
