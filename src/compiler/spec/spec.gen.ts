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
export type Target = ("terraform" | "packer" | "ansible" | "nomad" | "fleet" | "kubernetes")
/**
 * The tools that get files; by default what the provider and clusters of the spec need.
 * 
 * @maxItems 1000
 */
export type Targets = Target[]
/**
 * The provider.
 */
export type Kind = "aws"
/**
 * The provider's region.
 */
export type Region = string
/**
 * How resources that share an account are named.
 */
export type Naming = string
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
export type Kind1 = ("vpc" | "provider-default")
/**
 * An IPv4 network without host bits.
 */
export type AddressRange = string
/**
 * Over how many availability zones it stretches, with a public and a private subnet in each.
 */
export type Zones = (number | string)
/**
 * How private machines reach the internet.
 */
export type NAT = ("none" | "single" | "per-zone")
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled2 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName1 = string
/**
 * Machine images boot, container images run.
 */
export type Kind2 = ("machine" | "container")
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
export type Tag = string
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
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled3 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName2 = string
/**
 * An image of `images` by name, or an operating system such as `ubuntu-24.04`.
 */
export type Image1 = string
/**
 * How many machines there are, unless `scaling` says more.
 */
export type Count = (number | string)
/**
 * Processor cores: a number, or thousandths as `250m`.
 */
export type Cores = (number | string)
/**
 * A number and a binary unit: `KiB`, `MiB`, `GiB` or `TiB`.
 */
export type Size = string
/**
 * The provider's word for the kind of machine, in place of `resources`.
 */
export type Size1 = string
/**
 * How fast it is.
 */
export type Kind3 = ("ssd" | "hdd")
/**
 * The bare name of an element, or `section.name` where several sections qualify.
 */
export type ReferenceByName = string
/**
 * Whether the machines have public addresses; without it only a balancer reaches them from outside.
 */
export type Public = (boolean | string)
/**
 * The name of each machine; `${self.index}` tells them apart.
 */
export type HostName = string
/**
 * Where `${self.index}` starts.
 */
export type FirstIndex = (number | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled4 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName3 = string
/**
 * A service keeps running, a job ends, a daemon runs once on each machine.
 */
export type Kind4 = ("service" | "job" | "daemon")
/**
 * What the app does.
 */
export type Description4 = string
/**
 * Five-field cron in UTC.
 */
export type Schedule = string
/**
 * An image of `images` by name, or an image reference with a tag or digest.
 */
export type Image2 = string
/**
 * What runs instead of the image's own entry point, one argument an item.
 * 
 * @maxItems 1000
 */
export type Command = (string | number)[]
/**
 * What is passed to the entry point, one argument an item.
 * 
 * @maxItems 1000
 */
export type Arguments = (string | number)[]
/**
 * The TCP port on which the app listens.
 */
export type Port = (number | string)
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
 * A number and a unit: `ms`, `s`, `m`, `h` or `d`.
 */
export type Duration = string
/**
 * How long a fresh process may take before it must be healthy.
 */
export type Grace = Duration
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled5 = (boolean | string)
/**
 * A fully qualified domain name.
 */
export type HostName1 = string
/**
 * The path prefix that belongs to the app.
 */
export type Path1 = string
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
export type Consumes = ReferenceByName[]
/**
 * Elements that must be up first.
 * 
 * @maxItems 1000
 */
export type DependsOn = ReferenceByName[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled6 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName4 = string
/**
 * What proxies.
 */
export type Kind5 = "controller"
/**
 * The ingress class of the controller; by default the cluster's default class.
 */
export type Class = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled7 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName5 = string
/**
 * What it forwards to; by default the routed apps.
 * 
 * @maxItems 1000
 */
export type To = ReferenceByName[]
/**
 * A port and the protocol spoken on it.
 */
export type Listener = string
/**
 * Ports and protocols; by default 80/http, or 443/https with a redirect when `tls` is set.
 * 
 * @maxItems 1000
 */
export type Listeners = Listener[]
/**
 * Whether it is reachable only inside the network.
 */
export type Internal = (boolean | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled8 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName6 = string
/**
 * Who may talk: a group or app by name, a CIDR, `any` (everybody) or `internal` (all networks of the spec).
 */
export type Peer = string
/**
 * Who may talk.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type From = Peer[]
/**
 * Which instance groups, apps, databases or balancers are reached.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type To1 = ReferenceByName[]
/**
 * A port or a range of ports with its protocol, TCP when not said.
 */
export type Port1 = (number | string)
/**
 * Ports and protocols.
 * 
 * @minItems 1
 * @maxItems 1000
 */
export type Allow = Port1[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled9 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName7 = string
/**
 * Whether specc creates the zone, or only its records in one that exists.
 */
export type Managed = (boolean | string)
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled10 = (boolean | string)
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
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled11 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName8 = string
/**
 * Who signs it.
 */
export type Issuer = ("provider" | "letsencrypt")
/**
 * Where the issuer writes to.
 */
export type Email = string
/**
 * Hosts beyond the routed ones.
 * 
 * @maxItems 1000
 */
export type Hosts = HostName1[]
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled12 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName9 = string
/**
 * The kind of database.
 */
export type Engine = ("postgres" | "mysql" | "mariadb")
/**
 * The major version, quoted.
 */
export type Version = string
/**
 * The provider's word for the kind of machine, in place of `resources`.
 */
export type Size2 = string
/**
 * How much it can store.
 */
export type Disk1 = Size
/**
 * Whether a standby in another zone takes over.
 */
export type HighAvailability = (boolean | string)
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
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled13 = (boolean | string)
/**
 * The fewest; by default `replicas` or `count`.
 */
export type Minimum1 = (number | string)
/**
 * The most.
 */
export type Maximum1 = (number | string)
/**
 * A percentage.
 */
export type Share = string
/**
 * `false` keeps the element checked and emits nothing for it, so that a wish is one switch away.
 */
export type Enabled14 = (boolean | string)
/**
 * The name this element had before, so that tools move it instead of replacing it.
 */
export type FormerName10 = string
/**
 * A named value that only the deployment knows.
 */
export type Output = string
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
export type Target1 = ("terraform" | "packer" | "ansible" | "nomad" | "fleet" | "kubernetes")
/**
 * The tools that get files; by default what the provider and clusters of the spec need.
 * 
 * @maxItems 1000
 */
export type Targets1 = Target1[]

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
provider?: Provider
vars?: Variables
secrets?: Secrets
network?: Networks
images?: Images
instances?: InstanceGroups
apps?: Apps
ingress?: Ingresses
loadBalancer?: LoadBalancers
firewall?: Firewall
dns?: DNS
tls?: Certificates
database?: Databases
scaling?: Scaling
backup?: Backups
outputs?: Outputs
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
provider?: Provider
vars?: Variables
secrets?: Secrets
network?: Networks
images?: Images
instances?: InstanceGroups
apps?: Apps
ingress?: Ingresses
loadBalancer?: LoadBalancers
firewall?: Firewall
dns?: DNS
tls?: Certificates
database?: Databases
scaling?: Scaling
backup?: Backups
outputs?: Outputs
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
zones?: Zones
nat?: NAT
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
enabled?: Enabled2
was?: FormerName1
kind?: Kind2
base?: Base
builder?: Builder
repository?: Repository
tag?: Tag
digest?: Digest
build?: Build
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
enabled?: Enabled3
was?: FormerName2
image?: Image1
count?: Count
resources?: Resources
size?: Size1
disks?: Disks
/**
 * The network the machines stand in; by default the only one.
 */
network?: ReferenceByName
public?: Public
hostname?: HostName
firstIndex?: FirstIndex
}
/**
 * What is asked for, in portable words.
 */
export interface Resources {
cpu?: Cores
memory?: Size
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
size?: Size
kind?: Kind3
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
enabled?: Enabled4
was?: FormerName3
kind?: Kind4
description?: Description4
/**
 * When a job runs again; five-field cron in UTC.
 */
schedule?: Schedule
image?: Image2
command?: Command
args?: Arguments
/**
 * The cluster or instance group that runs the app; by default the only one.
 */
runsOn?: ReferenceByName
port?: Port
replicas?: Replicas
health?: Health
resources?: Resources
routes?: Routes
env?: Environment1
consumes?: Consumes
dependsOn?: DependsOn
}
/**
 * How to see that the process serves.
 */
export interface Health {
http?: Path
tcp?: Connect
interval?: Duration
timeout?: Duration
grace?: Grace
}
/**
 * A host and path under which an app is reached from outside.
 */
export interface Route {
enabled?: Enabled5
host?: HostName1
path?: Path1
}
/**
 * The variables the process reads.
 */
export interface Environment1 {
[k: string]: Setting | undefined
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
enabled?: Enabled6
was?: FormerName4
kind?: Kind5
class?: Class
/**
 * The certificate; with one it serves HTTPS and redirects HTTP.
 */
tls?: ReferenceByName
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
enabled?: Enabled7
was?: FormerName5
to?: To
listen?: Listeners
/**
 * The certificate; with one it serves HTTPS and redirects HTTP.
 */
tls?: ReferenceByName
health?: Health
internal?: Internal
/**
 * The network it stands in; by default the only one.
 */
network?: ReferenceByName
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
enabled?: Enabled8
was?: FormerName6
from?: From
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
enabled?: Enabled9
was?: FormerName7
/**
 * The zone's domain, with or without the final dot.
 */
domain?: HostName1
managed?: Managed
ttl?: Duration
records?: Records
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
enabled?: Enabled10
type?: Type1
values?: Values
ttl?: Duration
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
enabled?: Enabled11
was?: FormerName8
issuer?: Issuer
email?: Email
hosts?: Hosts
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
enabled?: Enabled12
was?: FormerName9
engine?: Engine
version?: Version
resources?: Resources
size?: Size2
disk?: Disk1
ha?: HighAvailability
/**
 * The network it stands in; by default the only one.
 */
network?: ReferenceByName
name?: DatabaseName
user?: User
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
enabled?: Enabled13
/**
 * What scales, where an app and a group share the name.
 */
of?: ReferenceByName
min?: Minimum1
max?: Maximum1
/**
 * The average processor use that is aimed at.
 */
cpu?: Share
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
enabled?: Enabled14
was?: FormerName10
/**
 * What is backed up.
 */
of?: ReferenceByName
schedule?: Schedule
/**
 * How long copies are kept.
 */
keep?: Duration
}
/**
 * Names for values that only the deployment knows.
 */
export interface Outputs {
[k: string]: Output | undefined
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
