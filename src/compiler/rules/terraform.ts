/** Rules of the Terraform emitter, and of what it shares with others that set up machines. */
export const terraformRules = {
  "terraform-versions":
    "Generated code is tried with Terraform 1.5 and up and with these major versions of the providers, so others are refused.",
  "module-versions": "A module says which providers it is written for; the root module takes one of each.",
  "module-outputs": "What a module makes is known outside of it by its outputs alone.",
  "variable-description": "Nobody has described the variable, so it says which one of the spec it is.",
  "default-tags": "Everything that can be tagged says which environment it belongs to and that specc wrote it.",
  "runtime-inputs":
    "Another target of the environment needs this attribute and cannot look it up, so Terraform gives it as an output.",
  "available-zones": "Zones that an account must opt in to are not there for everybody, so they are left out.",
  "dns-inside": "Machines and databases are addressed by name inside the network.",
  "subnet-layout":
    "A network is cut into sixteenths: public subnets from the first, private ones from the ninth, so that zones can be added later without moving a subnet.",
  "internet-access": "Public subnets reach the internet directly; this is what makes them public.",
  "nat-access": "Private machines reach the internet through a gateway, and nobody reaches them.",
  "closed-default-group":
    "Nothing may stand in the network without a group of its own, so the default one lets nothing through.",
  "least-privilege": "Each element may do and reach what its references need, and nothing else.",
  "machines-call-out": "Machines fetch packages and images and call services of others, so they may call out.",
  "balancer-open": "A balancer that is not internal is there for everybody.",
  "no-ssh": "Machines are entered through AWS Session Manager, so no port and no key is needed.",
  "root-disk": "Without a `root` disk a machine has 20 GiB of SSD, enough for the system, Docker and some images.",
  "disks-follow-machines": "A machine's disks go with it; what must outlive it belongs into a database.",
  "database-storage": "General SSD storage serves every database well.",
  "backup-of-a-day": "A database without a plan of its own keeps one day, so that a mistake can be undone.",
  "imds-v2":
    "The metadata service answers only to sessions and only to the machine itself, so that a forged request reads no credentials.",
  "encrypted-at-rest": "Disks and databases are encrypted.",
  "smallest-machine": "Nothing is asked for, so it is the smallest size that serves well.",
  "fitting-machine": "The smallest size of the provider that has what is asked for.",
  "latest-image": "Machines boot the newest build of the image.",
  "image-stays":
    "A machine keeps the build of an operating system that it was made with; machines that are made later boot the newest.",
  "quorum-stays":
    "Machines that agree by majority are not replaced by a change of image or user data, since Terraform would take all at once; somebody replaces one after another.",
  "image-architecture": "Machines and images are of the architecture amd64.",
  "latest-template": "New machines follow the launch template; its newest version is always the one in use.",
  "replace-before-destroy":
    "The successor is there before its predecessor goes, so that nothing refers to a thing that is gone.",
  "rolling-replacement": "A change of the template replaces machines a few at a time, new ones first.",
  "boot-grace":
    "A machine has five minutes to boot and to fetch its images, beside what its slowest app may take, before it must be healthy.",
  "health-from-balancer": "Machines behind a balancer are healthy when the balancer says so.",
  "follow-processors": "A group grows and shrinks to keep the average use of its processors at the aim.",
  "first-boot": "What the first boot needs is there before the machine.",
  "settings-at-start":
    "What only the deployment knows is read when the app starts, so that no secret is in user data or on a disk; a change of a setting renews the machines.",
  "app-unit": "On a machine an app is a Docker container that systemd runs.",
  "host-network": "Apps on a machine share its network, so they find each other at `localhost`.",
  "process-unit": "A released program is a service of its machine, which systemd runs without a container.",
  "after-first-boot": "The first boot writes what only the deployment knows, so the program starts after it.",
  "settings-may-miss":
    "On a machine that is being set up the settings are not there yet, so a missing file is no failure of the unit.",
  "restart-on-failure":
    "A program that ends with an error, such as a database that does not answer yet, is started again.",
  "process-account": "A program runs under an account of its own, which has no shell and owns nothing.",
  "process-confined": "A program gains no rights, sees no temporary files of others and writes nothing of the system.",
  "release-at-boot": "A machine without an image of ours fetches releases when it first boots.",
  "workspace-names": "Workspaces share an account, so what one makes does not have the names of what another makes.",
  "reserved-address":
    "A single machine needs no balancer to pay for: a reserved address leads to it, and to its successor.",
  "balancer-by-count": "Whether there is a balancer is decided by how many machines there are.",
  "keep-running": "A service is started again when it ends.",
  "etcd-token-stays":
    "A token is for a new cluster, so that a cluster keeps the one that it began with; machines that come later join with it.",
  "coreos-updates": "Machines restart one after another when the system has been renewed.",
  "handed-in":
    "A variable whose `env` is Terraform's own name for it comes from the environment of whoever deploys, who keeps it in a file beside the module.",
  "disk-format": "A new disk is empty, so it is formatted once, and mounted before what writes to it starts.",
  "https-redirect": "With a certificate nothing is served in the clear: HTTP is redirected to HTTPS.",
  "modern-tls": "TLS 1.3 and 1.2 with forward secrecy, and nothing older.",
  "strict-headers": "Headers that HTTP does not allow are dropped before an app sees them.",
  "unrouted-is-not-found": "What no route names is answered with 404.",
  "longest-path-first": "Of routes that match, the one with the longest path serves, so it comes first.",
  "health-thresholds": "Two good answers make a target healthy and three bad ones unhealthy.",
  "health-below-400":
    "A target is healthy when it answers with a status below 400, or without a path to ask for, with any.",
  "quick-draining": "Requests under way have half a minute to end before a target goes.",
  "validated-by-dns": "Certificates are validated by a DNS record, so they are renewed without anybody.",
  "alias-record": "A host of a balancer follows the balancer's addresses.",
  "private-database": "A database is reached from inside the network alone.",
  "backup-kept": "A database that is deleted leaves a last snapshot.",
  "protected-database": "A database with a standby is not deleted by accident.",
  "database-upkeep":
    "Minor versions are installed in the maintenance window, and load is recorded where the class can.",
  "generated-password":
    "The password is made once by Terraform, of letters and digits, so that it stands in a URL as it is.",
  "encrypted-connection": "Connections to a database are encrypted.",
  "unprotected-balancer": "A balancer holds no data, so it may be deleted with its environment.",
  "guarded-state": "State holds secrets and is changed by one at a time, so it is encrypted and locked.",
  "protected-production": "What production runs on is not deleted by accident; other environments come and go.",
  "closed-control-plane": "Nobody reaches the control plane of a cluster but those whom `api.from` names.",
  "eks-log": "Who asked the control plane for what is kept for 90 days.",
  "eks-access": "Who may enter a cluster is said by IAM; whoever makes it may, so that there is somebody.",
  "eks-encryption": "Secrets of a cluster are encrypted with a key of its own, which changes every year.",
  "eks-upgrade": "A version is left when its usual support ends, in place of paying for more.",
  "eks-identity":
    "Pods act by roles of their own, which they prove by the accounts of the cluster, in place of the nodes'.",
  "eks-addons": "What every cluster runs is installed by Amazon in the version that fits the cluster's.",
  "eks-network-policies": "What gives pods their addresses lets through what the network policies of the cluster do.",
  "eks-node-image": "Nodes boot Amazon's image for nodes.",
  "eks-balancer-subnets": "Balancers of a cluster stand in the subnets that are tagged for them.",
  "node-disk": "Without a `root` disk a node has 50 GiB, which the system and images of containers fill half.",
  "spot-market": "What the provider may take back costs less, and stops when it does.",
  "s3-bucket-name": "Names of buckets are one world's, so Amazon adds what makes ours single.",
  "private-bucket": "Rights to a bucket are those of accounts alone, and nothing in it can be made public.",
} as const;
