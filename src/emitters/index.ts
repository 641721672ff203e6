import type { Emitter } from "../compiler/emitter.ts";
import { ansible } from "./ansible/index.ts";
import { backup } from "./backup/index.ts";
import { bind } from "./bind/index.ts";
import { compose } from "./compose/index.ts";
import { dhcp } from "./dhcp/index.ts";
import { ci } from "./ci/index.ts";
import { docker } from "./docker/index.ts";
import { dockerCluster } from "./docker-cluster/index.ts";
import { fleet } from "./fleet/index.ts";
import { hosts } from "./hosts/index.ts";
import { kubernetes } from "./kubernetes/index.ts";
import { nomad } from "./nomad/index.ts";
import { packer } from "./packer/index.ts";
import { prometheus } from "./prometheus/index.ts";
import { runbook } from "./runbook/index.ts";
import { terraform } from "./terraform/index.ts";
import { vagrant } from "./vagrant/index.ts";

/** Every target that specc knows, in the order in which files come out. */
export const emitters: readonly Emitter[] = [
  terraform,
  packer,
  ansible,
  nomad,
  fleet,
  kubernetes,
  compose,
  vagrant,
  docker,
  dockerCluster,
  prometheus,
  bind,
  dhcp,
  backup,
  hosts,
  runbook,
  ci,
];
