/** Rules of the fleet emitter. */
export const fleetRules = {
  "fleet-container": "fleet starts systemd units, so an app is a Docker container that a unit runs in the foreground.",
  "fleet-fresh-container":
    "A container of the same name survives when Docker, not the unit, was killed, so it is stopped and removed before a start.",
  "fleet-pull": "The image is fetched before each start, and a start has no deadline, since that may take long.",
  "fleet-restart": "A service or daemon is started again five seconds after it ends.",
  "fleet-no-new-privileges":
    "A process that starts without a privilege needs no way to gain it, such as a setuid program.",
  "fleet-journal": "What the container writes is in the journal already, since Docker runs in the foreground.",
  "fleet-publish": "The app's port is the same on its machine, where balancers and other machines reach it.",
  "fleet-local-host":
    "A name of one word is in no DNS, so that a container finds it at its own machine, where the proxy serves it.",
  "fleet-bootstrap":
    "fleet is told once what to run: the machine that makes a key in etcd hands the units over, and the others leave.",
  "fleet-proxy":
    "The proxy is a container of each machine, started by systemd, so that it is there before fleet runs anything.",
  "fleet-own-etcd": "Each machine asks its own etcd.",
  "flatcar-units":
    "Flatcar follows CoreOS without etcd 2 and fleet, so that etcd 3 runs as its container and fleet is fetched.",
  "fleet-metadata":
    "Machines tell which instance group they belong to by `group` in their fleet metadata, and `runsOn` asks for that group.",
  "fleet-spread": "Copies are there to outlive a machine, so no machine runs two.",
  "fleet-global": "A daemon runs on each machine, which fleet calls a global unit.",
  "fleet-settings-file":
    "What only the deployment knows is in a file on the machine that the deployer writes; units are readable by everybody in the cluster.",
  "fleet-settings-at-start":
    "Where another app runs is looked up in etcd when the unit starts, one copy at random. While there is none the start fails, and is tried again.",
  "fleet-address": "CoreOS writes the addresses of a machine into `/etc/environment`.",
  "fleet-sidekick":
    "A unit beside that of the app, on the same machine, tells etcd where the copy is. It comes and goes with the app's.",
  "fleet-registration":
    "Copies are where Traefik 1.7 looks for the servers of a backend; a backend that no route names is there for other apps alone.",
  "fleet-time-to-live":
    "An entry lives for 60 seconds and is renewed every 45, so that a copy whose machine is gone is soon forgotten.",
  "fleet-health":
    "A copy is asked before each registration. When it does not answer, its entry is removed, and it is asked again after the interval of its health check.",
  "fleet-traefik-route":
    "Routes are served by Traefik 1.7, which reads them from etcd. Several are a frontend each, since one demands that all its rules match.",
  "fleet-timer": "A timer starts the job by its schedule on the machine that has its unit.",
} as const;
