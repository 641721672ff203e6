// Generated from schema/environment.schema.json by `npm run schema`. DO NOT EDIT.
/**
 * For editors; specc ignores it.
 */
export type Schema = string
/**
 * The version of the language that this file is written in.
 */
export type LanguageVersion = 1
/**
 * The name of the system; it begins the names of shared resources.
 */
export type Name = Name1
/**
 * A lower-case DNS label: letters, digits and dashes, from a letter on.
 */
export type Name1 = string
/**
 * What this environment is.
 */
export type Description = string
/**
 * A path relative to this file.
 */
export type File = string
/**
 * Spec files that this one is laid over, left to right.
 * 
 * @maxItems 50
 */
export type Extends = File[]
/**
 * The environment that is compiled when `--env` does not say another.
 */
export type Environment = NameOfAnEnvironment
/**
 * A lower-case DNS label.
 */
export type NameOfAnEnvironment = string
/**
 * What this environment is.
 */
export type Description1 = string
/**
 * A tool.
 */
export type Target = ("terraform" | "packer" | "ansible" | "vagrant" | "nomad" | "fleet" | "kubernetes" | "docker" | "compose")
/**
 * The tools that get files; by default what the provider and clusters of the spec need.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type Targets = Target[]
/**
 * How the output is laid out.
 */
export type Layout = ("target" | "component")
/**
 * The provider.
 */
export type Kind = ("aws" | "google" | "digitalocean" | "vagrant")
/**
 * The provider's region; every kind but `vagrant` needs one.
 */
export type Region = string
/**
 * How resources that share an account are named.
 */
export type Naming = string
/**
 * The project of Google Cloud.
 */
export type Project = string
/**
 * Who pays for a project that an operation creates.
 */
export type BillingAccount = string
/**
 * The file with the credentials, or the secret that is the token; by default what the provider's own tools find.
 */
export type Credentials = string
/**
 * The provider's name of a zone.
 */
export type ZoneName = string
/**
 * The zones that are used, in order; by default those of the region.
 * 
 * @maxItems 10
 */
export type Zones = ZoneName[]
/**
 * What runs the virtual machines of Vagrant.
 */
export type Hypervisor = ("virtualbox" | "libvirt" | "digitalocean")
/**
 * An input that people change: a bare value, short for `{default: …}`, or its description.
 */
export type Variable = ({
default?: Default
description?: Description2
type?: Type
min?: Minimum
max?: Maximum
pattern?: Pattern
env?: EnvironmentVariable
} | string | number | boolean)
/**
 * The value when nobody gives another; without one the variable must be given.
 */
export type Default = (string | number | boolean)
/**
 * What the variable means, for the people who set it.
 */
export type Description2 = string
/**
 * The type of the value; by default that of `default`, else `string`.
 */
export type Type = ("string" | "number" | "bool")
/**
 * The smallest number allowed.
 */
export type Minimum = number
/**
 * The largest number allowed.
 */
export type Maximum = number
/**
 * A regular expression (RE2) that the string must match.
 */
export type Pattern = string
/**
 * What the generated scripts read at deploy time.
 */
export type EnvironmentVariable = string
/**
 * The variable of the deploying process that holds it.
 */
export type EnvironmentVariable1 = string
/**
 * A file on the deploying machine that holds it.
 */
export type File1 = string
/**
 * The path of the secret in Vault.
 */
export type VaultPath = string
/**
 * Made once by the deploying tool.
 */
export type Generated = ("random" | "rsa" | "tsig")
/**
 * A secret attribute of another element.
 */
export type Attribute = string
/**
 * A text with secrets in it.
 */
export type Template = string
/**
 * What the secret is for.
 */
export type Description3 = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled = (boolean | string)
/**
 * How many characters a random secret has.
 */
export type Length = (number | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled1 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName = string
/**
 * What the network is.
 */
export type Kind1 = ("vpc" | "lan" | "provider-default")
/**
 * An IPv4 network without host bits.
 */
export type AddressRange = string
/**
 * Over how many availability zones it stretches, with a public and a private subnet in each.
 */
export type Zones1 = (number | string)
/**
 * How private machines reach the internet.
 */
export type NAT = ("none" | "single" | "per-zone")
/**
 * The Terraform module of its own, below `modules/`, in which this is made.
 */
export type Module = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled2 = (boolean | string)
/**
 * Whether its machines may have public addresses.
 */
export type PublicSubnet = (boolean | string)
/**
 * The range of a cluster's pods.
 */
export type Pods = AddressRange
/**
 * The range of a cluster's services.
 */
export type Services = AddressRange
/**
 * The address of a LAN's router.
 */
export type Gateway = string
/**
 * The addresses of a LAN that machines are given by hand.
 */
export type StaticRange = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled3 = (boolean | string)
/**
 * The addresses handed out.
 */
export type HandedOut = string
/**
 * The bare name of an element, or `section.name` where several sections qualify.
 */
export type NameOfAnElement = string
/**
 * A number and a unit: `ms`, `s`, `m`, `h` or `d`.
 */
export type Duration = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled4 = (boolean | string)
/**
 * The file on the deploying machine that holds the public key.
 */
export type PublicKeyFile = string
/**
 * The public key itself.
 */
export type PublicKey = string
/**
 * A generated key pair whose public half signs in.
 */
export type KeyPair = string
/**
 * The user of the machines that the key signs in as; by default that of the image.
 */
export type Account = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled5 = (boolean | string)
/**
 * An image of `images` by name, or an operating system.
 */
export type BootImage = string
/**
 * The provider's word for the kind of machine.
 */
export type Size = string
/**
 * Whether each zone has one.
 */
export type OneInEachZone = (boolean | string)
/**
 * Who may talk: a group or app by name, a CIDR, `any` (everybody), `internal` (all networks of the spec), `bastion` or `vpn` (those of `access`).
 */
export type Peer = string
/**
 * Who may sign in.
 * 
 * @maxItems 1000
 */
export type From = Peer[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled6 = (boolean | string)
/**
 * The port at its end.
 */
export type Port = (number | string)
/**
 * The port on the deploying machine; by default the same.
 */
export type LocalPort = (number | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled7 = (boolean | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled8 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName1 = string
/**
 * What is kept there.
 */
export type Kind2 = ("container" | "release")
/**
 * Its address, without a scheme for container images.
 */
export type Address = string
/**
 * The tag of images that name none.
 */
export type Tag = string
/**
 * How an image is named when it is pushed; by default its `repository`.
 */
export type Naming1 = string
/**
 * Whether the registry builds images from the repository.
 */
export type BuildsByItself = (boolean | string)
/**
 * `false`, or a bool var, for a registry that needs no login.
 */
export type Enabled9 = (boolean | string)
/**
 * The user's name.
 */
export type UserName = string
/**
 * The user's address.
 */
export type Email = string
/**
 * The user's password or token, by reference.
 */
export type Password = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled10 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName2 = string
/**
 * Machine images boot, container images run.
 */
export type Kind3 = ("machine" | "container")
/**
 * The operating system, or the image, it is built on.
 */
export type Base = string
/**
 * What builds a machine image.
 */
export type Builder = "packer"
/**
 * Where a container image is kept, without tag.
 */
export type Repository = string
/**
 * The tag of a container image.
 */
export type Tag1 = string
/**
 * The digest that pins a container image.
 */
export type Digest = string
/**
 * The folder with the sources.
 */
export type Context = string
/**
 * The Dockerfile below the context; without one specc writes it.
 */
export type Dockerfile = string
/**
 * The provider's or box's name or id of a machine image that machines boot; by default the newest that `builder` made.
 */
export type ExistingImage = string
/**
 * What is installed.
 */
export type Software = ("docker" | "consul" | "nomad" | "etcd" | "traefik" | "nginx" | "dnsmasq")
/**
 * What the machine image has beside what its apps need.
 * 
 * @maxItems 1000
 */
export type Installs = Software[]
/**
 * The user that the builder signs in as.
 */
export type BuilderSUser = string
/**
 * The provider's word for the kind of machine that builds the image.
 */
export type BuilderSMachine = string
/**
 * The file of a machine that a container image is loaded from while no registry serves it.
 */
export type Archive = string
/**
 * A name.
 */
export type ImagePackage = string
/**
 * Packages of Debian or Ubuntu that a container image has, where specc writes its Dockerfile.
 * 
 * @maxItems 1000
 */
export type ImagePackages = ImagePackage[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled11 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName3 = string
/**
 * An image of `images` by name, or an operating system such as `ubuntu-24.04`.
 */
export type ImageOfTheMachines = string
/**
 * How many machines there are, unless `scaling` says more.
 */
export type Count = (number | string)
/**
 * Processor cores: a number, or thousandths as `250m`.
 */
export type NumberOfCores = (number | string)
/**
 * A number and a binary unit: `KiB`, `MiB`, `GiB` or `TiB`.
 */
export type Size1 = string
/**
 * The provider's word for the kind of machine, in place of `resources`.
 */
export type Size2 = string
/**
 * How much it holds: a number and `KiB`, `MiB`, `GiB` or `TiB`.
 */
export type DiskSize = Size1
/**
 * How fast it is.
 */
export type Kind4 = ("ssd" | "hdd")
/**
 * Where a disk beside `root` is mounted.
 */
export type Mount = string
/**
 * How it is formatted.
 */
export type FileSystem = ("ext4" | "xfs" | "btrfs")
/**
 * The network the machines stand in; by default the only one.
 */
export type NetworkOfTheMachines = NameOfAnElement
/**
 * Whether the machines have public addresses; without it only a balancer reaches them from outside.
 */
export type Public = (boolean | string)
/**
 * The Terraform module of its own, below `modules/`, in which this is made.
 */
export type Module1 = string
/**
 * The name of each machine; `${self.index}` tells them apart.
 */
export type HostName = string
/**
 * Where `${self.index}` starts.
 */
export type FirstIndex = (number | string)
/**
 * What the machines are.
 */
export type Kind5 = ("vm" | "physical")
/**
 * The address of a single machine in its LAN, or `dhcp`.
 */
export type FixedAddress = string
/**
 * Whether the machines come up with their host, as after a loss of power.
 */
export type Autostart = (boolean | string)
/**
 * Keys of `access` that may sign in; by default all.
 * 
 * @maxItems 1000
 */
export type Keys = NameOfAnElement[]
/**
 * A name.
 */
export type Package = string
/**
 * Packages of the operating system that each machine has beside what specc installs.
 * 
 * @maxItems 1000
 */
export type Packages = Package[]
/**
 * A word.
 */
export type Label = string
/**
 * Whether the provider may take the machines back, for a lower price.
 */
export type Preemptible = (boolean | string)
/**
 * The subnet of `network.subnets` that the machines stand in.
 */
export type Subnet1 = NameOfAnElement
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled12 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName4 = string
/**
 * The scheduler.
 */
export type Kind6 = ("kubernetes" | "nomad" | "fleet" | "docker")
/**
 * The version of the scheduler, quoted.
 */
export type Version = string
/**
 * Groups whose machines decide, for Nomad and a Kubernetes of ours.
 * 
 * @maxItems 1000
 */
export type Servers = NameOfAnElement[]
/**
 * Groups whose machines run a Nomad cluster's apps.
 * 
 * @maxItems 1000
 */
export type Clients = NameOfAnElement[]
/**
 * Groups whose machines run the apps, for Kubernetes, fleet and Docker; in a provider's cluster they are node pools. By default the only group.
 * 
 * @maxItems 1000
 */
export type Nodes = NameOfAnElement[]
/**
 * The namespace of the apps; by default name and environment.
 */
export type Namespace = Name1
/**
 * The name of the datacenter.
 */
export type Datacenter = string
/**
 * How containers are named.
 */
export type Naming2 = string
/**
 * Who may talk to it.
 * 
 * @maxItems 1000
 */
export type From1 = Peer[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled13 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName5 = string
/**
 * The store.
 */
export type Kind7 = ("consul" | "etcd")
/**
 * Groups whose machines keep the store; by default the only group.
 * 
 * @maxItems 1000
 */
export type Members = NameOfAnElement[]
/**
 * Groups whose machines ask it.
 * 
 * @maxItems 1000
 */
export type Agents = NameOfAnElement[]
/**
 * Address and port.
 */
export type Peer1 = string
/**
 * Addresses of members that the spec does not have.
 * 
 * @maxItems 1000
 */
export type Peers = Peer1[]
/**
 * Where a new one is asked for.
 */
export type Service = string
/**
 * How many members the cluster begins with; by default the number of machines.
 */
export type Size3 = (number | string)
/**
 * Who registers.
 */
export type Style = ("scheduler" | "sidekick")
/**
 * The key below which a sidekick's entries stand.
 */
export type Prefix = string
/**
 * What forwards names of the store's domain to it.
 */
export type Forwarding = ("none" | "dnsmasq")
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled14 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName6 = string
/**
 * A service keeps running, a job ends, a daemon runs once on each machine.
 */
export type Kind8 = ("service" | "job" | "daemon")
/**
 * What the app does.
 */
export type Description4 = string
/**
 * When a job runs again; five-field cron in UTC.
 */
export type Schedule = Schedule1
/**
 * Five-field cron in UTC: minute, hour, day of the month, month, day of the week.
 */
export type Schedule1 = string
/**
 * An image of `images` by name, or an image reference with a tag or digest.
 */
export type ImageOfTheApp = string
/**
 * One argument, passed on as written; references are filled in.
 */
export type Argument = (string | number)
/**
 * What runs instead of the image's own entry point, one argument an item.
 * 
 * @maxItems 1000
 */
export type Command = Argument[]
/**
 * One argument, passed on as written; references are filled in.
 */
export type Argument1 = (string | number)
/**
 * What is passed to the entry point, one argument an item.
 * 
 * @maxItems 1000
 */
export type Arguments = Argument1[]
/**
 * The cluster or instance group that runs the app; by default the only one.
 */
export type WhereItRuns = NameOfAnElement
/**
 * The TCP port on which the app listens.
 */
export type Port1 = (number | string)
/**
 * How many copies run; with `scaling` the fewest.
 */
export type Replicas = (number | string)
/**
 * The path that answers with a status below 400.
 */
export type Path = string
/**
 * Healthy when the port accepts a connection.
 */
export type Connect = (boolean | string)
/**
 * How often it is asked: a number and `ms`, `s`, `m`, `h` or `d`.
 */
export type Interval = Duration
/**
 * How long it waits for an answer: a number and `ms`, `s`, `m`, `h` or `d`.
 */
export type Timeout = Duration
/**
 * How long a fresh process may take before it must be healthy: a number and `ms`, `s`, `m`, `h` or `d`.
 */
export type Grace = Duration
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled15 = (boolean | string)
/**
 * A domain name in lower case; `*` may be the whole of its first label.
 */
export type HostName1 = string
/**
 * The path prefix that belongs to the app.
 */
export type Path1 = string
/**
 * Whether only the networks of the spec reach this path.
 */
export type Internal = (boolean | string)
/**
 * Under which hosts and paths the app is reached from outside.
 * 
 * @maxItems 1000
 */
export type Routes = Route[]
/**
 * What the process reads: a string, an integer or a boolean, passed on as written; references are filled in.
 */
export type Setting = (string | number | boolean)
/**
 * Apps and databases that this app calls, beside those that `env` refers to.
 * 
 * @maxItems 1000
 */
export type Consumes = NameOfAnElement[]
/**
 * Elements that must be up first.
 * 
 * @maxItems 1000
 */
export type DependsOn = NameOfAnElement[]
/**
 * The release.
 */
export type Release = string
/**
 * The file of the release; by default the app's name.
 */
export type File2 = string
/**
 * Where it is on the machine; by default below `/opt`.
 */
export type InstalledPath = string
/**
 * The SHA-256 of the file.
 */
export type Digest1 = string
/**
 * Whether it is an archive of files that the ingress serves, in place of a program.
 */
export type StaticFiles = (boolean | string)
/**
 * A port or a range of ports with its protocol, TCP when not said.
 */
export type PortOrRangeOfPorts = (number | string)
/**
 * Where it is in the app's file system.
 */
export type MountPath = string
/**
 * The folder of the storage; by default all of it.
 */
export type Folder = string
/**
 * Whether the app may only read it.
 */
export type ReadOnly = (boolean | string)
/**
 * What is mounted into the app.
 * 
 * @maxItems 50
 */
export type Volumes = Volume[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled16 = (boolean | string)
/**
 * The path.
 */
export type Measurements = string
/**
 * The port; by default the app's.
 */
export type MeasuredPort = (number | string)
/**
 * The image of a container beside the app that translates its measurements.
 */
export type Exporter = string
/**
 * A word.
 */
export type Label1 = string
/**
 * A name for the machine that runs the app, in a zone of `dns`.
 */
export type NameOfTheApp = HostName1
/**
 * The user that the process runs as.
 */
export type RunsAs = string
/**
 * Where the process starts.
 */
export type WorkingDirectory = string
/**
 * Where the settings of `env` are written on the machine; by default a place of specc's own.
 */
export type SettingsFile = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled17 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName7 = string
/**
 * What proxies.
 */
export type Kind9 = ("controller" | "traefik" | "nginx")
/**
 * The ingress class of the controller; by default the cluster's default class.
 */
export type Class = string
/**
 * The certificate; with one it serves HTTPS and redirects HTTP.
 */
export type TLSCertificate = NameOfAnElement
/**
 * A word.
 */
export type Label2 = string
/**
 * The proxy's version, quoted; it decides the form of its configuration.
 */
export type Version1 = string
/**
 * A port and the protocol spoken on it.
 */
export type Listener = string
/**
 * Ports and protocols; by default 80/http, or 443/https with a redirect when `tls` is set.
 * 
 * @maxItems 20
 */
export type Listeners = Listener[]
/**
 * How a client keeps its replica.
 */
export type StickySessions = ("none" | "cookie" | "module")
/**
 * The port of the proxy's own page.
 */
export type Dashboard = (number | string)
/**
 * A name for the proxy in a zone of `dns`, beside the routed hosts.
 */
export type NameOfTheIngress = HostName1
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled18 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName8 = string
/**
 * The apps, groups or ingresses that it forwards to; by default the routed apps.
 * 
 * @maxItems 1000
 */
export type To = NameOfAnElement[]
/**
 * Ports and protocols; by default 80/http, or 443/https with a redirect when `tls` is set.
 * 
 * @maxItems 1000
 */
export type Listeners1 = Listener[]
/**
 * The certificate; with one it serves HTTPS and redirects HTTP.
 */
export type TLSCertificate1 = NameOfAnElement
/**
 * The path that answers with a status below 400.
 */
export type Path2 = string
/**
 * Healthy when the port accepts a connection.
 */
export type Connect1 = (boolean | string)
/**
 * The port that is asked; by default the one that serves.
 */
export type HealthPort = (number | string)
/**
 * How often it is asked: a number and `ms`, `s`, `m`, `h` or `d`.
 */
export type Interval1 = Duration
/**
 * How long it waits for an answer: a number and `ms`, `s`, `m`, `h` or `d`.
 */
export type Timeout1 = Duration
/**
 * How many in a row make a backend healthy.
 */
export type GoodAnswers = (number | string)
/**
 * How many in a row make it unhealthy.
 */
export type BadAnswers = (number | string)
/**
 * Whether it is reachable only inside the network.
 */
export type Internal1 = (boolean | string)
/**
 * The network it stands in; by default the only one.
 */
export type NetworkOfTheBalancer = NameOfAnElement
/**
 * When there is one.
 */
export type Mode = ("always" | "auto")
/**
 * The Terraform module of its own, below `modules/`, in which this is made.
 */
export type Module2 = string
/**
 * A name for the balancer in a zone of `dns`, beside the routed hosts.
 */
export type NameOfTheBalancer = HostName1
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled19 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName9 = string
/**
 * Who may talk.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type From2 = Peer[]
/**
 * Which instance groups, apps, databases or balancers are reached, or `bastion`.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type To1 = NameOfAnElement[]
/**
 * Ports and protocols.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type Allow = PortOrRangeOfPorts[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled20 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName10 = string
/**
 * The zone's domain, with or without the final dot.
 */
export type DomainName = HostName1
/**
 * Whether specc creates the zone, or only its records in one that exists.
 */
export type Managed = (boolean | string)
/**
 * How long others may remember a record: a number and `ms`, `s`, `m`, `h` or `d`.
 */
export type TimeToLive = Duration
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled21 = (boolean | string)
/**
 * The type of the record.
 */
export type Type1 = ("A" | "AAAA" | "CNAME" | "MX" | "NS" | "SRV" | "TXT" | "CAA")
/**
 * An address, name or text.
 */
export type Value = string
/**
 * What the record holds.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type Values = Value[]
/**
 * How long others may remember it; by default as the zone says.
 */
export type TimeToLive1 = Duration
/**
 * Who serves the zone.
 */
export type Kind10 = ("provider" | "bind" | "cloud-endpoints")
/**
 * The provider's name or id of a zone that exists; by default it is found by its domain.
 */
export type ZoneId = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled22 = (boolean | string)
/**
 * The TSIG key that they sign with.
 */
export type UpdateKey = string
/**
 * A name within the zone.
 */
export type NamePattern = string
/**
 * Patterns of the names they may take; `*` is letters, digits and dashes.
 * 
 * @maxItems 1000
 */
export type Names = NamePattern[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled23 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName11 = string
/**
 * Who signs it.
 */
export type Issuer = ("provider" | "letsencrypt" | "file")
/**
 * Where the issuer writes to.
 */
export type Email1 = string
/**
 * Hosts beyond the routed ones.
 * 
 * @maxItems 1000
 */
export type Hosts = HostName1[]
/**
 * The file of a certificate that exists.
 */
export type CertificateFile = string
/**
 * The key of a certificate that exists.
 */
export type CertificateKey = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled24 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName12 = string
/**
 * The kind of database.
 */
export type Engine = ("postgres" | "mysql" | "mariadb" | "valkey")
/**
 * The major version, quoted.
 */
export type Version2 = string
/**
 * The provider's word for the kind of machine, in place of `resources`.
 */
export type Size4 = string
/**
 * How much it can store: a number and `KiB`, `MiB`, `GiB` or `TiB`.
 */
export type Disk1 = Size1
/**
 * Whether a standby in another zone takes over.
 */
export type HighAvailability = (boolean | string)
/**
 * The network it stands in; by default the only one.
 */
export type NetworkOfTheDatabase = NameOfAnElement
/**
 * The database that the apps use; by default the environment's `name`.
 */
export type DatabaseName = Identifier
/**
 * Letters, digits and underscores, from a letter on.
 */
export type Identifier = string
/**
 * The user that the apps sign in as; by default the environment's `name`.
 */
export type User = Identifier
/**
 * How many machines a managed cluster has.
 */
export type DatabaseNodes = (number | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled25 = (boolean | string)
/**
 * The password; by default a generated one.
 */
export type UserPassword = string
/**
 * What it may do.
 */
export type Rights = ("read" | "write" | "owner")
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled26 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName13 = string
/**
 * What it is.
 */
export type Kind11 = ("volume" | "path" | "bucket" | "image")
/**
 * Where it is on the machine.
 */
export type Path3 = string
/**
 * How it is formatted.
 */
export type FileSystem1 = ("ext4" | "xfs" | "btrfs")
/**
 * Whether a bucket keeps former versions.
 */
export type Versions = (boolean | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled27 = (boolean | string)
/**
 * What scales, where an app and a group share the name.
 */
export type Of = NameOfAnElement
/**
 * The fewest; by default `replicas` or `count`.
 */
export type Minimum1 = (number | string)
/**
 * The most.
 */
export type Maximum1 = (number | string)
/**
 * The average processor use that is aimed at, in percent.
 */
export type ProcessorUse = Share
/**
 * A percentage.
 */
export type Share = string
/**
 * The backend.
 */
export type Kind12 = ("local" | "s3" | "gcs")
/**
 * The bucket's name.
 */
export type Bucket = string
/**
 * The object's name in the bucket; by default name and environment.
 */
export type Key = string
/**
 * The bucket's region; by default the provider's.
 */
export type Region1 = string
/**
 * Whether the runbook creates the bucket.
 */
export type Create = (boolean | string)
/**
 * Whether environments are workspaces of one state.
 */
export type Workspaces = (boolean | string)
/**
 * A named value that only the deployment knows.
 */
export type Output = (string | number | boolean)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled28 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName14 = string
/**
 * The database, storage or group that is backed up.
 */
export type Of1 = NameOfAnElement
/**
 * When a copy is made; five-field cron in UTC.
 */
export type Schedule2 = Schedule1
/**
 * How long copies are kept: a number and `ms`, `s`, `m`, `h` or `d`.
 */
export type Keep = Duration
/**
 * The group or storage that copies go to; by default the provider keeps them.
 */
export type Destination = NameOfAnElement
/**
 * Whether the runbook gets a script that restores the last copy.
 */
export type Restore = (boolean | string)
/**
 * Whether the runbook gets a script that exports a copy.
 */
export type Export = (boolean | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled29 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName15 = string
/**
 * What measures.
 */
export type Kind13 = "prometheus"
/**
 * Apps and groups whose measurements are read; by default the apps with `metrics`.
 * 
 * @maxItems 1000
 */
export type Scrape = NameOfAnElement[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled30 = (boolean | string)
/**
 * PromQL.
 */
export type Expression = string
/**
 * Whether its being there is an alert.
 */
export type Alert = (boolean | string)
/**
 * How bad an alert is.
 */
export type Severity = ("info" | "warning" | "critical")
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled31 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName16 = string
/**
 * The stack.
 */
export type Kind14 = ("provider" | "efk")
/**
 * Apps and groups whose logs are kept; by default all.
 * 
 * @maxItems 1000
 */
export type Of2 = NameOfAnElement[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled32 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName17 = string
/**
 * The service.
 */
export type Kind15 = ("github-actions" | "travis")
/**
 * A stage.
 */
export type Stage = ("build" | "test" | "scan" | "release" | "plan" | "review" | "apply" | "deploy")
/**
 * What it does, in order; by default `build` and `test` where commands are written, then `release` where it is.
 * 
 * @maxItems 1000
 */
export type Stages = Stage[]
/**
 * A branch, or a pattern of branches.
 */
export type Branch = string
/**
 * A pattern of tags.
 */
export type Tag2 = string
/**
 * Whether pull requests start it.
 */
export type PullRequests = (boolean | string)
/**
 * Whether each branch gets an environment of its own, which goes with it.
 */
export type Temporary = (boolean | string)
/**
 * The image that commands run in, with a tag.
 */
export type BuildImage = string
/**
 * An argument, as it is.
 */
export type Argument2 = string
/**
 * A command, one argument an item.
 * 
 * @minItems 1
 * @maxItems 100
 */
export type Command1 = Argument2[]
/**
 * Commands that build.
 * 
 * @maxItems 100
 */
export type BuildCommands = Command1[]
/**
 * An argument, as it is.
 */
export type Argument3 = string
/**
 * A command, one argument an item.
 * 
 * @minItems 1
 * @maxItems 100
 */
export type Command2 = Argument3[]
/**
 * Commands that test.
 * 
 * @maxItems 100
 */
export type TestCommands = Command2[]
/**
 * A named procedure: its steps in order, or a map with `steps` and more.
 * 
 * @maxItems 200
 */
export type Operation = (Step[] | {
enabled?: Enabled33
description?: Description5
args?: ScriptArguments
confirm?: Confirm
at?: At1
steps?: Steps
onFailure?: OnFailure
})
/**
 * What Terraform does.
 */
export type Terraform = ("init" | "plan" | "apply" | "destroy" | "output" | "workspace")
/**
 * The machine image that Packer builds.
 */
export type Packer = NameOfAnElement
/**
 * The group of machines that Ansible configures.
 */
export type Ansible = NameOfAnElement
/**
 * What Nomad does, with the app that `of` names, or with all.
 */
export type Nomad = ("validate" | "plan" | "run" | "stop")
/**
 * What kubectl does, with the app that `of` names, or with all; `undo` brings the revision before back.
 */
export type Kubectl = ("apply" | "delete" | "diff" | "undo")
/**
 * What Vagrant does, with the group that `of` names, or with all.
 */
export type Vagrant = ("up" | "halt" | "destroy" | "provision")
/**
 * Another operation, by name.
 */
export type Run = string
/**
 * The job that is run once.
 */
export type RunAJob = NameOfAnElement
/**
 * The app that is started, unless it runs; `all` are all of the environment.
 */
export type Start = NameOfAnElement
/**
 * The app that is stopped; `all` are all of the environment.
 */
export type Stop = NameOfAnElement
/**
 * The container image that is built; `all` are all of the environment.
 */
export type Build1 = NameOfAnElement
/**
 * The container image that is pushed; `all` are all of the environment.
 */
export type Push = NameOfAnElement
/**
 * The container image that is pulled; `all` are all of the environment.
 */
export type Pull = NameOfAnElement
/**
 * The container image that is brought to the machines without a registry.
 */
export type Seed = NameOfAnElement
/**
 * The container image from the world that goes from where the script runs to the machine, by SSH; of an image that is built it is what it is built on. `all` are all of the environment.
 */
export type Load = NameOfAnElement
/**
 * The pipeline of `ci` that is waited for.
 */
export type Pipeline1 = NameOfAnElement
/**
 * The backup plan of which a snapshot is made.
 */
export type Snapshot = NameOfAnElement
/**
 * The backup plan whose last snapshot is fetched, from the environment `from`.
 */
export type Fetch = NameOfAnElement
/**
 * The backup plan whose last snapshot is restored.
 */
export type Restore1 = NameOfAnElement
/**
 * The backup plan that is exported.
 */
export type Export1 = NameOfAnElement
/**
 * The tunnel of `access` that is open from here on.
 */
export type OpenATunnel = NameOfAnElement
/**
 * The group of machines that is set up.
 */
export type Provision = NameOfAnElement
/**
 * The key of `access.sshKeys` that is made, unless it is there.
 */
export type MakeAKey = NameOfAnElement
/**
 * The app whose repositories are created.
 */
export type CreateRepositories = NameOfAnElement
/**
 * What is made, unless it is there.
 */
export type Create1 = ("project" | "state")
/**
 * What is deleted, after asking.
 */
export type Delete = ("project" | "state")
/**
 * The tag that the commit gets.
 */
export type GitTag = string
/**
 * The environment whose machines get the sources.
 */
export type GitPush = NameOfAnEnvironment
/**
 * Its address.
 */
export type Repository1 = string
/**
 * The folder it is fetched into; by default the repository's name.
 */
export type To2 = string
/**
 * The branch, tag or commit; by default the repository's own.
 */
export type Revision = string
/**
 * User and group that own it.
 */
export type Owner = string
/**
 * Its folder.
 */
export type Repository2 = string
/**
 * The branch, tag or commit.
 */
export type Revision1 = string
/**
 * How their names begin.
 */
export type Prefix1 = string
/**
 * A variable of `vars`.
 */
export type Variable1 = Identifier
/**
 * The value.
 */
export type Value1 = (string | number | boolean)
/**
 * An argument of the operation.
 */
export type Argument4 = string
/**
 * What `nomad`, `kubectl` and `vagrant` are about, and `terraform` with `layout: component`; by default all.
 */
export type Of3 = NameOfAnElement
/**
 * The environment that `fetch` gets from; by default this one.
 */
export type From3 = NameOfAnEnvironment
/**
 * The environment where the step is done; by default that of the operation.
 */
export type At = NameOfAnEnvironment
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled33 = (boolean | string)
/**
 * What it is for.
 */
export type Description5 = string
/**
 * A name.
 */
export type ScriptArgument = string
/**
 * What the script is called with, in order.
 * 
 * @maxItems 20
 */
export type ScriptArguments = ScriptArgument[]
/**
 * Whether the script asks before it begins; `--yes` answers.
 */
export type Confirm = (boolean | string)
/**
 * The environment where it is done; by default this one.
 */
export type At1 = NameOfAnEnvironment
/**
 * What is done, in order.
 * 
 * @maxItems 200
 */
export type Steps = Step[]
/**
 * What is done when a step fails.
 * 
 * @maxItems 200
 */
export type OnFailure = Step[]
/**
 * A spec path.
 */
export type Place = string
/**
 * Spec paths.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type Places = Place[]
/**
 * Why the risk is taken.
 */
export type Reason = string
/**
 * The day from which the warning comes back, quoted.
 */
export type Until = string
/**
 * Why.
 */
export type Reason1 = string
/**
 * A tool.
 */
export type Target1 = ("terraform" | "packer" | "ansible" | "vagrant" | "nomad" | "fleet" | "kubernetes" | "docker" | "compose")
/**
 * The tools that get files; by default what the provider and clusters of the spec need.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type Targets1 = Target1[]
/**
 * How the output is laid out.
 */
export type Layout1 = ("target" | "component")

/**
 * One environment, described once; specc writes what each tool needs to run it.
 */
export interface Spec {
$schema?: Schema
specc: LanguageVersion
name?: Name
description?: Description
extends?: Extends
environment?: Environment
environments?: Environments
targets?: Targets1
layout?: Layout1
provider?: Provider
vars?: Variables
secrets?: Secrets
network?: Networks
access?: Access
registry?: Registries
images?: Images
instances?: InstanceGroups
cluster?: Clusters
discovery?: DiscoveryStores
apps?: Apps
ingress?: Ingresses
loadBalancer?: LoadBalancers
firewall?: Firewall
dns?: DNS
tls?: Certificates
database?: Databases
storage?: Storages
scaling?: Scaling
state?: State
outputs?: Outputs
backup?: Backups
monitoring?: Monitorings
logging?: Loggings
ci?: Pipelines
operations?: Operations
policy?: Policy
overrides?: Overrides
}
/**
 * What is different in each environment.
 */
export interface Environments {
[k: string]: Overlay | undefined
}
/**
 * What is different in one environment: maps merge, scalars and lists replace, `null` deletes.
 */
export interface Overlay {
description?: Description1
targets?: Targets
layout?: Layout
provider?: Provider
vars?: Variables
secrets?: Secrets
network?: Networks
access?: Access
registry?: Registries
images?: Images
instances?: InstanceGroups
cluster?: Clusters
discovery?: DiscoveryStores
apps?: Apps
ingress?: Ingresses
loadBalancer?: LoadBalancers
firewall?: Firewall
dns?: DNS
tls?: Certificates
database?: Databases
storage?: Storages
scaling?: Scaling
state?: State
outputs?: Outputs
backup?: Backups
monitoring?: Monitorings
logging?: Loggings
ci?: Pipelines
operations?: Operations
policy?: Policy
overrides?: Overrides
}
/**
 * Where the machines come from.
 */
export interface Provider {
kind?: Kind
region?: Region
naming?: Naming
project?: Project
billingAccount?: BillingAccount
credentials?: Credentials
zones?: Zones
hypervisor?: Hypervisor
}
/**
 * Inputs that people change. Tools with input variables get one where they read it; the others get the value.
 */
export interface Variables {
[k: string]: Variable | undefined
}
/**
 * Sources of what must not be seen.
 */
export interface Secrets {
[k: string]: Secret | undefined
}
/**
 * Where a secret comes from; never its value.
 */
export interface Secret {
env?: EnvironmentVariable1
file?: File1
vault?: VaultPath
generate?: Generated
from?: Attribute
template?: Template
description?: Description3
enabled?: Enabled
length?: Length
}
/**
 * Private networks.
 */
export interface Networks {
[k: string]: Network | undefined
}
/**
 * A private network.
 */
export interface Network {
enabled?: Enabled1
was?: FormerName
kind?: Kind1
/**
 * The network's addresses; subnets are carved from it.
 */
cidr?: AddressRange
zones?: Zones1
nat?: NAT
module?: Module
subnets?: Subnets
gateway?: Gateway
static?: StaticRange
dhcp?: DHCP
}
/**
 * Subnets of our own choice, in place of those carved from `cidr`.
 */
export interface Subnets {
[k: string]: Subnet | undefined
}
/**
 * A part of a network.
 */
export interface Subnet {
enabled?: Enabled2
cidr?: AddressRange
public?: PublicSubnet
pods?: Pods
services?: Services
}
/**
 * Who hands out the addresses of a LAN.
 */
export interface DHCP {
enabled?: Enabled3
range?: HandedOut
/**
 * The group whose machine serves it.
 */
runsOn?: NameOfAnElement
/**
 * The group whose machine the clients ask for names.
 */
dns?: NameOfAnElement
/**
 * How long an address is lent.
 */
lease?: Duration
}
/**
 * How people reach machines.
 */
export interface Access {
sshKeys?: SSHKeys
bastion?: Bastion
tunnels?: Tunnels
vpn?: VPN
}
/**
 * Keys that may sign in, by name.
 */
export interface SSHKeys {
[k: string]: SSHKey | undefined
}
/**
 * A key that may sign in to machines; it has one of `publicKeyFile`, `publicKey` and `secret`.
 */
export interface SSHKey {
enabled?: Enabled4
publicKeyFile?: PublicKeyFile
publicKey?: PublicKey
secret?: KeyPair
user?: Account
}
/**
 * A machine in the public subnets through which the private ones are reached; firewall rules call it `bastion`.
 */
export interface Bastion {
enabled?: Enabled5
/**
 * The network it stands in; by default the only one.
 */
network?: NameOfAnElement
image?: BootImage
size?: Size
perZone?: OneInEachZone
from?: From
}
/**
 * Ports brought to the deploying machine.
 */
export interface Tunnels {
[k: string]: Tunnel | undefined
}
/**
 * A port of a machine, brought to the deploying machine through the bastion, where there is one.
 */
export interface Tunnel {
enabled?: Enabled6
/**
 * The group of machines it ends at.
 */
to?: NameOfAnElement
port?: Port
local?: LocalPort
}
/**
 * The network from which operators come; firewall rules and `cluster.api` call it `vpn`.
 */
export interface VPN {
enabled?: Enabled7
cidr?: AddressRange
}
/**
 * Where images and releases are kept.
 */
export interface Registries {
[k: string]: Registry | undefined
}
/**
 * Where container images or released binaries are kept.
 */
export interface Registry {
enabled?: Enabled8
was?: FormerName1
kind?: Kind2
url?: Address
/**
 * The app of this spec that serves it, when it is ours.
 */
app?: NameOfAnElement
tag?: Tag
naming?: Naming1
autoBuild?: BuildsByItself
login?: Login
}
/**
 * Who pushes and pulls; without it nobody signs in.
 */
export interface Login {
enabled?: Enabled9
user?: UserName
email?: Email
password?: Password
}
/**
 * Machine and container images.
 */
export interface Images {
[k: string]: Image | undefined
}
/**
 * What machines or containers start from.
 */
export interface Image {
enabled?: Enabled10
was?: FormerName2
kind?: Kind3
base?: Base
builder?: Builder
repository?: Repository
tag?: Tag1
digest?: Digest
build?: Build
name?: ExistingImage
/**
 * The registry of a container image whose `repository` is relative to it.
 */
registry?: NameOfAnElement
installs?: Installs
user?: BuilderSUser
size?: BuilderSMachine
archive?: Archive
packages?: ImagePackages
/**
 * The app of this spec that is asked for packages while a container image is built, and kept as a source in it.
 */
packageCache?: NameOfAnElement
}
/**
 * How the container image is built from sources.
 */
export interface Build {
context?: Context
dockerfile?: Dockerfile
}
/**
 * Machines.
 */
export interface InstanceGroups {
[k: string]: InstanceGroup | undefined
}
/**
 * Machines that are alike.
 */
export interface InstanceGroup {
enabled?: Enabled11
was?: FormerName3
image?: ImageOfTheMachines
count?: Count
resources?: Resources
size?: Size2
disks?: Disks
network?: NetworkOfTheMachines
public?: Public
module?: Module1
hostname?: HostName
firstIndex?: FirstIndex
kind?: Kind5
/**
 * The group of physical machines that runs these virtual machines.
 */
runsOn?: NameOfAnElement
address?: FixedAddress
autostart?: Autostart
sshKeys?: Keys
packages?: Packages
labels?: Labels
preemptible?: Preemptible
subnet?: Subnet1
}
/**
 * What is asked for, in portable words.
 */
export interface Resources {
cpu?: NumberOfCores
memory?: Size1
}
/**
 * The disks of each machine; `root` is the one it boots from.
 */
export interface Disks {
[k: string]: Disk | undefined
}
/**
 * A disk of each machine of the group.
 */
export interface Disk {
size?: DiskSize
kind?: Kind4
mount?: Mount
filesystem?: FileSystem
}
/**
 * Words by which apps choose machines.
 */
export interface Labels {
[k: string]: Label | undefined
}
/**
 * What schedules apps on machines.
 */
export interface Clusters {
[k: string]: Cluster | undefined
}
/**
 * What schedules apps on machines.
 */
export interface Cluster {
enabled?: Enabled12
was?: FormerName4
kind?: Kind6
version?: Version
servers?: Servers
clients?: Clients
nodes?: Nodes
/**
 * How its machines find each other; by default the only store of `discovery`.
 */
discovery?: NameOfAnElement
namespace?: Namespace
datacenter?: Datacenter
naming?: Naming2
api?: ControlPlane
}
/**
 * Who reaches the cluster's control plane.
 */
export interface ControlPlane {
from?: From1
}
/**
 * How machines and apps find each other.
 */
export interface DiscoveryStores {
[k: string]: Discovery | undefined
}
/**
 * How machines and apps find each other.
 */
export interface Discovery {
enabled?: Enabled13
was?: FormerName5
kind?: Kind7
members?: Members
agents?: Agents
peers?: Peers
token?: DiscoveryToken
registration?: Registration
dns?: Forwarding
}
/**
 * The one-time token by which a new cluster finds itself.
 */
export interface DiscoveryToken {
url?: Service
size?: Size3
}
/**
 * How apps are made known.
 */
export interface Registration {
style?: Style
prefix?: Prefix
/**
 * How long an entry lives that nobody refreshes.
 */
ttl?: Duration
/**
 * How often a sidekick refreshes its entry; less than `ttl`.
 */
refresh?: Duration
}
/**
 * What runs.
 */
export interface Apps {
[k: string]: App | undefined
}
/**
 * A process that runs somewhere, from an image.
 */
export interface App {
enabled?: Enabled14
was?: FormerName6
kind?: Kind8
description?: Description4
schedule?: Schedule
image?: ImageOfTheApp
command?: Command
args?: Arguments
runsOn?: WhereItRuns
port?: Port1
replicas?: Replicas
health?: Health
resources?: Resources
routes?: Routes
env?: Environment1
consumes?: Consumes
dependsOn?: DependsOn
artifact?: Artifact
ports?: Ports
publish?: PublishedPorts
volumes?: Volumes
metrics?: Metrics
labels?: Placement
hostname?: NameOfTheApp
user?: RunsAs
workingDirectory?: WorkingDirectory
envFile?: SettingsFile
}
/**
 * How to see that the process serves.
 */
export interface Health {
http?: Path
tcp?: Connect
interval?: Interval
timeout?: Timeout
grace?: Grace
}
/**
 * A host and path under which an app is reached from outside.
 */
export interface Route {
enabled?: Enabled15
host?: HostName1
path?: Path1
internal?: Internal
}
/**
 * The variables the process reads.
 */
export interface Environment1 {
[k: string]: Setting | undefined
}
/**
 * A released binary in place of an image.
 */
export interface Artifact {
/**
 * The registry of kind `release` that has it; by default the only one.
 */
registry?: NameOfAnElement
version?: Release
file?: File2
path?: InstalledPath
digest?: Digest1
static?: StaticFiles
}
/**
 * Further ports by name.
 */
export interface Ports {
[k: string]: PortOrRangeOfPorts | undefined
}
/**
 * Ports of the machine that lead to ports of the app, by the machine's port. Copies on one machine take them in turn.
 */
export interface PublishedPorts {
[k: string]: PortOrRangeOfPorts | undefined
}
/**
 * A storage mounted into the app.
 */
export interface Volume {
/**
 * The storage of `storage`.
 */
of?: NameOfAnElement
path?: MountPath
subPath?: Folder
readOnly?: ReadOnly
}
/**
 * Where the app shows its measurements.
 */
export interface Metrics {
enabled?: Enabled16
path?: Measurements
port?: MeasuredPort
exporter?: Exporter
}
/**
 * Labels of the machines that the app may run on.
 */
export interface Placement {
[k: string]: Label1 | undefined
}
/**
 * HTTP proxies.
 */
export interface Ingresses {
[k: string]: Ingress | undefined
}
/**
 * An HTTP proxy of ours, or the cluster's controller.
 */
export interface Ingress {
enabled?: Enabled17
was?: FormerName7
kind?: Kind9
class?: Class
tls?: TLSCertificate
/**
 * The cluster or group that runs the proxy; by default the only one.
 */
runsOn?: NameOfAnElement
labels?: Placement1
/**
 * The container image of `images` that has the proxy; by default the official one of `version`.
 */
image?: NameOfAnElement
version?: Version1
listen?: Listeners
sticky?: StickySessions
dashboard?: Dashboard
/**
 * The store that says where replicas are; by default the cluster itself.
 */
discovery?: NameOfAnElement
hostname?: NameOfTheIngress
}
/**
 * Labels of the machines that the proxy runs on.
 */
export interface Placement1 {
[k: string]: Label2 | undefined
}
/**
 * Balancers of the provider.
 */
export interface LoadBalancers {
[k: string]: LoadBalancer | undefined
}
/**
 * The provider's balancer, before the routed apps or a group.
 */
export interface LoadBalancer {
enabled?: Enabled18
was?: FormerName8
to?: To
listen?: Listeners1
tls?: TLSCertificate1
health?: BalancerHealth
internal?: Internal1
network?: NetworkOfTheBalancer
mode?: Mode
module?: Module2
hostname?: NameOfTheBalancer
}
/**
 * How the balancer sees that a backend serves; by default as the app says.
 */
export interface BalancerHealth {
http?: Path2
tcp?: Connect1
port?: HealthPort
interval?: Interval1
timeout?: Timeout1
healthy?: GoodAnswers
unhealthy?: BadAnswers
}
/**
 * Rules beyond what references let through.
 */
export interface Firewall {
[k: string]: FirewallRule | undefined
}
/**
 * Traffic let through beyond what references already allow.
 */
export interface FirewallRule {
enabled?: Enabled19
was?: FormerName9
from?: From2
to?: To1
allow?: Allow
}
/**
 * Zones.
 */
export interface DNS {
[k: string]: Zone | undefined
}
/**
 * A DNS zone.
 */
export interface Zone {
enabled?: Enabled20
was?: FormerName10
domain?: DomainName
managed?: Managed
ttl?: TimeToLive
records?: Records
kind?: Kind10
id?: ZoneId
/**
 * The group whose machine serves a zone of BIND.
 */
runsOn?: NameOfAnElement
/**
 * The app that serves a zone of BIND, in place of `runsOn`.
 */
app?: NameOfAnElement
dynamic?: DynamicUpdates
}
/**
 * Records beyond those that hosts of the spec get, by name within the zone; `@` is the zone itself.
 */
export interface Records {
[k: string]: Record | undefined
}
/**
 * A DNS record.
 */
export interface Record {
enabled?: Enabled21
type?: Type1
values?: Values
ttl?: TimeToLive1
}
/**
 * Which machines register themselves.
 */
export interface DynamicUpdates {
enabled?: Enabled22
key?: UpdateKey
names?: Names
}
/**
 * Certificates for routed hosts.
 */
export interface Certificates {
[k: string]: Certificate | undefined
}
/**
 * A certificate for the routed hosts.
 */
export interface Certificate {
enabled?: Enabled23
was?: FormerName11
issuer?: Issuer
email?: Email1
hosts?: Hosts
certificate?: CertificateFile
key?: CertificateKey
}
/**
 * Databases.
 */
export interface Databases {
[k: string]: Database | undefined
}
/**
 * A managed database.
 */
export interface Database {
enabled?: Enabled24
was?: FormerName12
engine?: Engine
version?: Version2
resources?: Resources
size?: Size4
disk?: Disk1
ha?: HighAvailability
network?: NetworkOfTheDatabase
name?: DatabaseName
user?: User
/**
 * The group or cluster that runs it, in place of the provider.
 */
runsOn?: NameOfAnElement
nodes?: DatabaseNodes
users?: Users
}
/**
 * Further users.
 */
export interface Users {
[k: string]: DatabaseUser | undefined
}
/**
 * A user of the database with no more rights than it needs.
 */
export interface DatabaseUser {
enabled?: Enabled25
password?: UserPassword
rights?: Rights
}
/**
 * What outlives processes.
 */
export interface Storages {
[k: string]: Storage | undefined
}
/**
 * What outlives processes.
 */
export interface Storage {
enabled?: Enabled26
was?: FormerName13
kind?: Kind11
/**
 * The group or cluster that has it; by default the only one.
 */
runsOn?: NameOfAnElement
path?: Path3
size?: Size1
filesystem?: FileSystem1
/**
 * The container image of `images` whose files these are.
 */
image?: NameOfAnElement
versioning?: Versions
}
/**
 * Limits and aim by the name of an app or instance group.
 */
export interface Scaling {
[k: string]: Scaling1 | undefined
}
/**
 * How an app or instance group grows.
 */
export interface Scaling1 {
enabled?: Enabled27
of?: Of
min?: Minimum1
max?: Maximum1
cpu?: ProcessorUse
}
/**
 * Where Terraform keeps what it knows.
 */
export interface State {
kind?: Kind12
bucket?: Bucket
key?: Key
region?: Region1
create?: Create
workspaces?: Workspaces
}
/**
 * Names for values that only the deployment knows.
 */
export interface Outputs {
[k: string]: Output | undefined
}
/**
 * Plans that keep copies.
 */
export interface Backups {
[k: string]: Backup | undefined
}
/**
 * A plan that keeps copies.
 */
export interface Backup {
enabled?: Enabled28
was?: FormerName14
of?: Of1
schedule?: Schedule2
keep?: Keep
to?: Destination
restore?: Restore
export?: Export
}
/**
 * What is measured.
 */
export interface Monitorings {
[k: string]: Monitoring | undefined
}
/**
 * What is measured.
 */
export interface Monitoring {
enabled?: Enabled29
was?: FormerName15
kind?: Kind13
/**
 * The app of this spec that measures; without one the machines or the cluster get it.
 */
app?: NameOfAnElement
scrape?: Scrape
/**
 * How often they are read.
 */
interval?: Duration
/**
 * The app that stores series for long.
 */
remoteWrite?: NameOfAnElement
rules?: Rules
}
/**
 * Recording and alerting rules by name.
 */
export interface Rules {
[k: string]: RecordingRule | undefined
}
/**
 * A series derived from others, or an alert.
 */
export interface RecordingRule {
enabled?: Enabled30
expression?: Expression
alert?: Alert
/**
 * How long before an alert is raised.
 */
for?: Duration
severity?: Severity
}
/**
 * Where logs go.
 */
export interface Loggings {
[k: string]: Logging | undefined
}
/**
 * Where logs go.
 */
export interface Logging {
enabled?: Enabled31
was?: FormerName16
kind?: Kind14
/**
 * How long logs are kept.
 */
keep?: Duration
of?: Of2
}
/**
 * What builds, plans and applies on its own.
 */
export interface Pipelines {
[k: string]: Pipeline | undefined
}
/**
 * What builds, plans and applies on its own.
 */
export interface Pipeline {
enabled?: Enabled32
was?: FormerName17
kind?: Kind15
stages?: Stages
triggers?: Triggers
image?: BuildImage
build?: BuildCommands
test?: TestCommands
/**
 * The registry of kind `release` that the apps' artifacts go to.
 */
release?: NameOfAnElement
}
/**
 * What starts it, by environment.
 */
export interface Triggers {
[k: string]: Trigger | undefined
}
/**
 * What starts the pipeline for an environment.
 */
export interface Trigger {
branch?: Branch
tag?: Tag2
pullRequest?: PullRequests
temporary?: Temporary
}
/**
 * Named procedures of typed steps; each becomes a script.
 */
export interface Operations {
[k: string]: Operation | undefined
}
/**
 * One thing that is done: exactly one key, beside `of`, `from` and `at`. An argument of the operation stands for a name as `args.x`.
 */
export interface Step {
terraform?: Terraform
packer?: Packer
ansible?: Ansible
nomad?: Nomad
kubectl?: Kubectl
vagrant?: Vagrant
run?: Run
runJob?: RunAJob
start?: Start
stop?: Stop
build?: Build1
push?: Push
pull?: Pull
seed?: Seed
load?: Load
pipeline?: Pipeline1
snapshot?: Snapshot
fetch?: Fetch
restore?: Restore1
export?: Export1
tunnel?: OpenATunnel
provision?: Provision
keygen?: MakeAKey
createRepositories?: CreateRepositories
create?: Create1
delete?: Delete
gitTag?: GitTag
gitPush?: GitPush
clone?: Clone
checkout?: CheckOut
removeContainers?: RemoveContainers
setVar?: SetAVariable
of?: Of3
from?: From3
at?: At
}
/**
 * A repository that is fetched.
 */
export interface Clone {
repository?: Repository1
to?: To2
ref?: Revision
owner?: Owner
}
/**
 * A repository that is brought to a revision.
 */
export interface CheckOut {
repository?: Repository2
ref?: Revision1
}
/**
 * Containers that are stopped and removed.
 */
export interface RemoveContainers {
prefix?: Prefix1
}
/**
 * A variable of `vars` that gets another value from here on: `to`, or the operation's argument `argument`.
 */
export interface SetAVariable {
name?: Variable1
to?: Value1
argument?: Argument4
}
/**
 * Which warnings are accepted.
 */
export interface Policy {
accept?: Accepted
}
/**
 * Accepted warnings by rule.
 */
export interface Accepted {
[k: string]: AcceptedRisk | undefined
}
/**
 * Silences a warning at and below these places.
 */
export interface AcceptedRisk {
at: Places
reason: Reason
until?: Until
}
/**
 * Changes to generated files, by file below the environment's folder and JSON pointer.
 */
export interface Overrides {
[k: string]: ChangesToAFile | undefined
}
/**
 * Changes by JSON pointer.
 */
export interface ChangesToAFile {
[k: string]: Override | undefined
}
/**
 * A change to a generated file that the language has no word for.
 */
export interface Override {
expect?: Expected
set: Set
reason: Reason1
}
/**
 * What specc must have put there; without it nothing may be there.
 */
export interface Expected {
[k: string]: unknown | undefined
}
/**
 * What is put there; `null` removes.
 */
export interface Set {
[k: string]: unknown | undefined
}
