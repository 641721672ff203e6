import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { containerLinux } from "../container-linux.ts";
import { etcdClient, type EtcdClient } from "../fleet/etcd-client.ts";

/** The etcd of a machine: CoreOS has the second, Flatcar the third. */
export const etcdOn = (environment: Environment, { image }: InstanceGroup): EtcdClient =>
  etcdClient(containerLinux(environment, image)?.kind === "flatcar" ? 3 : 2);

export const etcdUnit = (environment: Environment, group: InstanceGroup): string => etcdOn(environment, group).unit;
