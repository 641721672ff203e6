/** Rules of the Nomad emitter. */
export const nomadRules = {
  "nomad-group-constraint":
    "Clients tell which instance group they belong to by `meta.group` in their configuration, and `runsOn` asks for that group.",
  "nomad-label-constraint":
    "Clients tell the labels of their machine by `meta` in their configuration, and whoever names a label asks for it.",
  "nomad-consul": "The cluster registers its services in Consul, where everybody who asks Consul finds them.",
  "nomad-consul-check":
    "Consul takes a service without a check for healthy, so without `health` it tries to connect to the port.",
  "nomad-consul-instance":
    "Consul gives the healthy instances, of which the first is taken; while there is none the setting is missing, and the task restarts when that changes.",
  "nomad-spread":
    "Nomad packs copies onto as few machines as it can; spread over them, the loss of one takes not all copies.",
  "nomad-rolling-update":
    "One copy is replaced at a time, the next when the new one has been healthy for ten seconds, and a version that does not get healthy is rolled back.",
  "nomad-deadlines":
    "A copy has five minutes to get healthy, or twice its grace if that is more, and the deployment twice as long to make progress.",
  "nomad-restart":
    "A process that ends is restarted three times in five minutes where it runs; after that another machine may do better.",
  "nomad-reschedule":
    "Nomad waits up to an hour between attempts on other machines; ten minutes at most bring a service back soon after what it needs is back.",
  "nomad-drain":
    "Proxies need a few seconds to see that a copy has left the catalogue, and a process some more to finish its requests.",
  "nomad-check-restart":
    "A copy that fails three checks in a row hangs and is restarted; its grace keeps it alive while it starts.",
  "nomad-catalogue": "Without `discovery` the catalogue of Nomad itself knows where a service is.",
  "nomad-traefik-tags":
    "Routes are served by Traefik, which reads them from the tags of services in Nomad's catalogue.",
  "nomad-docker": "An app is a container image, and the `docker` driver runs images.",
  "nomad-no-new-privileges":
    "A process that starts without a privilege needs no way to gain it, such as a setuid program.",
  "core-is-1000-mhz":
    "Nomad counts processors in MHz; a core counts as 1000, so that shares keep their proportions on every machine.",
  "nomad-settings-file":
    "What only the deployment knows is read from Nomad's variables and catalogue into a file in the task's memory-backed secrets directory. The key that is missing there fails the task instead of leaving a setting empty.",
  "nomad-one-instance":
    "The catalogue gives one healthy instance, always the same one for a copy as long as it lives; while there is none the setting is missing, and the task restarts when one appears.",
  "nomad-restart-on-change":
    "A process reads its environment when it starts, so a service restarts when a setting changes.",
  "nomad-finish-on-change": "A job that is running finishes with the settings it started with.",
  "nomad-login-at-start":
    "The password of the registry is needed when the image is fetched, so a new one restarts nothing.",
  "nomad-host-volume":
    "A folder that outlives processes is a host volume, which the clients that have it offer by the name of the storage.",
  "nomad-proxy-everywhere":
    "Each machine with the labels runs a copy, so that what stands before them finds one on each.",
  "nomad-proxy-one-by-one":
    "Half a minute lies between two copies that are replaced, so that the others serve meanwhile.",
  "nomad-proxy-network":
    "The proxy shares the network of its machine: it finds the agent of Consul there, and sees who calls.",
  "nomad-proxy-confined": "A proxy needs no right but to listen, and no file but its configuration.",
  "nomad-utc": "Schedules are in UTC.",
  "nomad-no-overlap": "A job that still runs when it is due again is left to finish.",
  "nomad-allocated-cpu":
    "The autoscaler compares the processor use with what the task has been given, and its own source of metrics knows both.",
  "nomad-build-input": "What the pipeline builds is an input that it gives to `nomad job run -var`.",
  "nomad-no-regex":
    "Nomad has no function that matches a pattern, so the condition sees whether replacing its matches changes the value.",
} as const;
