/** Rules of the Kubernetes emitter. */
export const kubernetesRules = {
  "kubernetes-namespace":
    "Each environment has a namespace of its own, so that its names, policies and quotas meet no other's.",
  "kubernetes-pod-security":
    "Pods keep to the `restricted` Pod Security Standard: no root user, no extra privileges, the runtime's system call filter and a read-only root. The namespace enforces it on pods and warns of it on what makes them.",
  "kubernetes-temporary-files":
    "The root file system is read-only, so `/tmp`, where most programs put temporary files, is a volume that lives as long as the pod.",
  "kubernetes-service-account":
    "Each app has an identity of its own and no token for the cluster's API, since nothing in a spec calls it.",
  "kubernetes-no-service-links":
    "Otherwise every Service of the namespace sets variables such as `API_PORT`, which may be taken for the app's own settings.",
  "kubernetes-default-requests":
    "The scheduler and the autoscaler need requests, so an app that asks for nothing gets modest ones. They are no limit, since a guess must not kill an app.",
  "kubernetes-memory-limit":
    "Memory that is asked for is also the limit, since memory cannot be taken back. Processor time has no limit: its share is kept by the request, and a limit only wastes what is idle.",
  "kubernetes-rolling-update":
    "A new pod must be ready before an old one goes, so that an update never serves with less than was asked for.",
  "kubernetes-revision-history":
    "Old ReplicaSets are kept for a rollback, which rarely goes back further than a few releases.",
  "kubernetes-drain":
    "Balancers take a moment to notice that a pod ends, so it goes on serving for five seconds before it is told to stop.",
  "kubernetes-spread":
    "Copies are there to outlive a machine or a zone, so the scheduler spreads them over both where it can.",
  "kubernetes-disruption-budget":
    "When nodes are drained, one copy at a time may go; those that are not ready in any case may always go.",
  "kubernetes-autoscaler":
    "The autoscaler sets how many copies run, so the Deployment leaves `replicas` out and a new apply does not undo it.",
  "kubernetes-liveness":
    "The container is restarted on the same sign by which it is taken out of service, but only after it has failed twice as often.",
  "kubernetes-startup":
    "Until the time of grace is over, a fresh container is neither restarted nor given work; the other probes begin when it has answered once.",
  "kubernetes-named-port": "Services, probes and policies name the port, so that its number stands in one place.",
  "kubernetes-service": "The Service is the app's stable name inside the cluster and opens nothing to the outside.",
  "kubernetes-job-retry": "A job that fails is tried again in a fresh pod, and the failed ones stay for their logs.",
  "kubernetes-job-cleanup":
    "The template of a Job cannot be changed, so a finished one goes away after an hour, and the next apply runs the next version.",
  "kubernetes-schedule":
    "Schedules are in UTC. A run that overlaps the last one is left out, one that could not start within five minutes is missed, and the last three of each outcome stay for their logs.",
  "kubernetes-path-prefix": "The path of a route is a prefix, counted in whole segments.",
  "kubernetes-https-redirect": "With a certificate the route serves HTTPS, and the controller redirects HTTP.",
  "kubernetes-gce-class":
    "Google's controller looks for its class in this annotation; it leaves alone what names a class in the specification.",
  "kubernetes-gce-address":
    "The balancer takes the address that Terraform reserves under this name, so that the record of the host outlives it.",
  "kubernetes-gce-certificate":
    "Google signs and renews the certificates of its own balancers, so that no key is in the cluster.",
  "kubernetes-gce-first-certificate":
    "Google's controller makes no HTTPS balancer before there is a certificate, so that cert-manager puts one of its own there until the right one is signed.",
  "kubernetes-gce-challenge":
    "Each Ingress of Google's controller has an address of its own, so cert-manager adds its challenge to the one to which the host leads.",
  "kubernetes-gce-backend":
    "Google's balancer sends requests to the pods themselves, through a group of network endpoints, and asks them the same question as the kubelet whether they serve.",
  "kubernetes-gce-guard":
    "An Ingress cannot leave out a path below one that it serves, so that Google's balancer refuses it by a policy of Cloud Armor, which Terraform makes.",
  "kubernetes-gce-sources":
    "Google's balancer and its health checks reach pods from these two blocks of addresses, and nobody else is let through.",
  "kubernetes-internal-route":
    "The networks of the spec alone reach what is internal; the controller is told their addresses.",
  "kubernetes-certificate-secret":
    "The controller reads a certificate and its key from the Secret that is named after the certificate.",
  "kubernetes-acme":
    "Let's Encrypt signs through cert-manager, which proves that a host is ours over HTTP at the ingress controller.",
  "kubernetes-acme-solver":
    "cert-manager answers a challenge with a pod of its own, which Let's Encrypt must reach through the ingress controller.",
  "kubernetes-default-deny":
    "Only those whose settings refer to an app reach it, so everybody else is denied. Who is called outside is nobody's rule in the language, so egress is open.",
  "kubernetes-policy": "What comes in is what this policy lists; the kubelet's probes are always let through.",
  "kubernetes-routed":
    "A routed app is open to the world on its port. The ingress controller may live in any namespace, or be the provider's balancer outside the cluster, so the policy does not name it.",
  "kubernetes-variable":
    "Kubernetes fills a string from variables of the container, so what stands inside one has a variable of its own before it.",
  "kubernetes-late-bound":
    "What only the deployment knows is read from a ConfigMap or Secret, which is filled from Terraform's outputs or the deployer's environment.",
  "kubernetes-prometheus":
    "Prometheus reads its files from a ConfigMap and writes its series to a volume, as the user of its own image.",
  "kubernetes-discovery":
    "Prometheus asks the cluster for pods, so its account may list them and read the measurements of machines, and nothing else.",
  "kubernetes-disk": "A disk is written to by one pod at a time, so that the old pod goes before the new one comes.",
  "kubernetes-agents":
    "Agents look at the machine, which the apps' namespace forbids, so that they have one of their own.",
  "kubernetes-node-exporter":
    "The agent reads what the machine tells about itself through folders that it cannot write to, on every machine.",
  "kubernetes-export":
    "A job asks the provider by schedule to write the database into a bucket; its account in the cluster is all that it needs for it.",
  "kubernetes-operator":
    "CloudNativePG runs the database: it keeps copies in step, takes snapshots, and tells apps in a Secret how to sign in.",
  "kubernetes-logs":
    "On each machine Fluent Bit reads what the apps write and hands it to Elasticsearch, which the operator of Elastic runs, with its certificates and passwords, and Kibana shows it.",
  "kubernetes-on-demand":
    "A job that an operation runs and no app waits for stands in a folder of its own: a deployment does not run it.",
  "kubernetes-kustomization":
    "One `kubectl apply -k` applies every object, sets the namespace and labels all that specc manages; selectors stay as they are, since they cannot be changed.",
} as const;
