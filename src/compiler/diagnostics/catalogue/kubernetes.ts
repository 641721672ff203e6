import { error, warning } from "./entry.ts";

/** What may be right in the language and cannot be said in Kubernetes' manifests. */
export const kubernetesFindings = {
  "kubernetes-late-bound": error({
    about:
      "Kubernetes fills what only the deployment knows into the environment, command and arguments of a container. Images, hosts, paths and the like are fixed when specc compiles.",
    message: (p: { source: string; field: string }) => `Kubernetes cannot fill \`${p.source}\` into \`${p.field}\``,
    help: () => "use a variable of `vars`, whose value `--var` gives when specc compiles",
  }),
  "kubernetes-no-value": error({
    about:
      "A pod knows its own name and address. Its copies are not numbered, its zone is not told to it, an ingress has its address from the controller, a machine image means nothing to it, and what the pipeline builds is known to the pipeline alone.",
    message: (p: { source: string }) => `\`${p.source}\` has no value in a pod`,
    help: (p) => (p.source.startsWith("${build.") ? "use a variable of `vars` and compile with `--var`" : undefined),
  }),
  "kubernetes-host": error({
    about:
      "The host of an Ingress is a DNS name of letters, digits, dashes and dots, in which `*` may be the whole of the first label.",
    message: (p: { host: string }) => `an Ingress takes no host \`${p.host}\``,
  }),
  "kubernetes-wildcard-certificate": error({
    about:
      "Let's Encrypt signs a wildcard only when asked through DNS. On Kubernetes specc has cert-manager ask over HTTP, which needs no access to a DNS provider.",
    message: (p: { host: string; certificate: string }) =>
      `\`${p.certificate}\` cannot be ordered over HTTP for \`${p.host}\``,
    help: () => "name the hosts one by one, or take `issuer: provider`",
  }),
  "kubernetes-name": error({
    about:
      "Kubernetes takes namespaces of up to 63 characters, of which those that begin with `kube-` are its own, and scheduled jobs of up to 52, since it appends the time of each run. Secrets are DNS names, which end in a letter or digit.",
    message: (p: { name: string; kind: string; problem: string }) =>
      `Kubernetes takes no ${p.kind} \`${p.name}\`: ${p.problem}`,
    help: () => "choose another name",
  }),
  "kubernetes-name-taken": error({
    about:
      "Objects of one kind need different names. Secrets are written with `-` for `_` and in lower case, the Secret of a database is `database-main`, the one of a certificate `shop-tls`, and policies are named after their app.",
    message: (p: { kind: string; name: string }) => `there is another ${p.kind} \`${p.name}\``,
    help: () => "rename one of the two",
  }),
  "kubernetes-scaling": error({
    about:
      "An autoscaler sets how many copies of a Deployment run, by the load of those that do, and where no copy runs there is no load.",
    message: (p: { app: string; problem: string }) => `Kubernetes cannot scale \`${p.app}\`: ${p.problem}`,
  }),
  "kubernetes-unknown-peer": warning({
    about:
      "In a NetworkPolicy peers are pods or addresses. Of machines and balancers outside the cluster only the deployment knows the addresses, so they are not let through.",
    message: (p: { peer: string; app: string }) => `Kubernetes cannot let \`${p.peer}\` through to \`${p.app}\``,
    help: () => "name their network as a CIDR, or `internal`",
  }),
  "kubernetes-internal-path": error({
    about:
      "An internal route below one that is open must be refused to everybody outside. Google's controller does so by a policy of Cloud Armor, ingress-nginx and HAProxy by the addresses of the networks; for others specc knows no word.",
    message: (p: { app: string; ingress: string; problem: string }) =>
      `\`${p.ingress}\` cannot keep this path of \`${p.app}\` from outside: ${p.problem}`,
    help: () => "give the app another port for it, or choose the class `gce`, `nginx` or `haproxy`",
  }),
  "kubernetes-volume": error({
    about:
      "A pod mounts disks, which one pod at a time has, and the files of images. Folders of machines are closed to the pods of an environment, and a bucket is reached by its address.",
    message: (p: { app: string; storage: string; problem: string }) =>
      `Kubernetes cannot mount \`${p.storage}\` into \`${p.app}\`: ${p.problem}`,
    help: () => "use a storage of kind `volume` with one copy of the app, or let the app call a bucket",
  }),
  "kubernetes-user": error({
    about:
      "The kubelet starts processes as a number, since it does not look into the image for names, and the namespace lets nobody be root.",
    message: (p: { app: string }) => `Kubernetes cannot run \`${p.app}\` as this user`,
    help: () => "write a number above 0, such as `1000`, with a group as `1000:1000`",
  }),
  "kubernetes-port": error({
    about:
      "A port of a pod is one number with a name of up to 15 characters; `http` and `metrics` are what specc names.",
    message: (p: { app: string; name: string; problem: string }) =>
      `Kubernetes takes no port \`${p.name}\` of \`${p.app}\`: ${p.problem}`,
  }),
  "kubernetes-exporter-port": error({
    about: "The containers of a pod share its address, so that an exporter needs a port that the app does not have.",
    message: (p: { app: string }) => `the exporter beside \`${p.app}\` has no port of its own`,
    help: () => "write `metrics.port`",
  }),
  "kubernetes-engine": error({
    about: "In a cluster specc writes databases for CloudNativePG, the operator of PostgreSQL.",
    message: (p: { database: string; engine: string }) =>
      `specc knows no operator of Kubernetes that runs \`${p.engine}\`, as \`${p.database}\` needs`,
    help: () => "let the provider run it, without `runsOn`, or take `postgres`",
  }),
  "kubernetes-snapshot-keep": warning({
    about:
      "The operator of PostgreSQL takes snapshots of the disk, and removes none before the database goes: it counts days for copies in a bucket alone.",
    message: (p: { database: string; days: string }) =>
      `nothing removes the snapshots of \`${p.database}\` after ${p.days}`,
    help: () => "remove old objects `Backup` with `kubectl`, and accept this",
  }),
  "kubernetes-monitoring": warning({
    about:
      "On Kubernetes Prometheus is an app, which reads what it asks for from a ConfigMap. Without an app nobody measures, and no file is written.",
    message: (p: { monitoring: string }) => `no app measures by \`${p.monitoring}\``,
    help: () => "name the app in `app`, as `prometheus` with the image `prom/prometheus`",
  }),
};
