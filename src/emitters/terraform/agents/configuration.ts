import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { isLiteral, literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  attribute,
  because,
  block,
  type Expression,
  type HclDocument,
  hcl,
} from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { consulDatacenter } from "../../parts/agent-certificates.ts";
import type { ConsulAgent, NomadAgent } from "../../parts/agents.ts";
import { retryJoin } from "../../parts/cluster-join.ts";
import { serverCount } from "./server-counts.ts";
import { consulTls, nomadTls } from "./tls.ts";

/** The address of a machine in its network, not that of the bridge of its containers, in the words of go-sockaddr. */
const ownAddress = ({ network, at }: InstanceGroup): Expression =>
  derive(
    traced(network.cidr.value, { at }, by("agent-address", at)),
    (cidr) => `{{ GetPrivateInterfaces | include "network" "${cidr}" | attr "address" }}`,
  );

/** What Consul reads from /etc/consul.d. */
export function consulConfiguration(environment: Environment, group: InstanceGroup, agent: ConsulAgent): HclDocument {
  const { store, isServer } = agent;
  const join = retryJoin(environment, store);
  const top: Readonly<Record<string, Expression | undefined>> = {
    datacenter: consulDatacenter(environment, agent),
    data_dir: "/opt/consul",
    server: isServer ? traced(true, { at: store.at }) : undefined,
    bootstrap_expect: isServer ? serverCount("consul", agent) : undefined,
    retry_join: join && [join],
    bind_addr: ownAddress(group),
    client_addr: traced("127.0.0.1", by("agent-closed", store.at)),
  };
  return hcl([
    ...Object.entries(top).flatMap(([name, value]) => (value === undefined ? [] : [attribute(name, value)])),
    because(
      [by("agent-acl", store.at)],
      block(["acl"], { enabled: true, default_policy: "deny", enable_token_persistence: true }),
    ),
    ...consulTls(agent),
    ...(isServer ? [because([by("agent-page", store.at)], block(["ui_config"], { enabled: true }))] : []),
  ]);
}

/** What Nomad reads from /etc/nomad.d. */
export function nomadConfiguration(environment: Environment, group: InstanceGroup, agent: NomadAgent): HclDocument {
  const { cluster, isServer, isClient } = agent;
  const address = ownAddress(group);
  return hcl([
    attribute("datacenter", cluster.datacenter),
    attribute("data_dir", "/opt/nomad/data"),
    because([by("agent-address", group.at)], block(["advertise"], { http: address, rpc: address, serf: address })),
    because([by("agent-acl", cluster.at)], block(["acl"], { enabled: true })),
    nomadTls(agent),
    ...(isServer ? [server(agent)] : []),
    ...(isClient ? client(environment, group, agent) : []),
  ]);
}

const server = (agent: NomadAgent): Block =>
  because([{ at: agent.at }], block(["server"], { enabled: true, bootstrap_expect: serverCount("nomad", agent) }));

function client(environment: Environment, group: InstanceGroup, { cluster }: NomadAgent): readonly Block[] {
  return [
    because(
      [{ at: cluster.at }],
      block(["client"], { enabled: true }, [meta(group), ...hostVolumes(environment, group)]),
    ),
    because(
      [by("agent-docker", cluster.at)],
      block(["plugin", "docker"], {}, [block(["config"], {}, [block(["volumes"], { enabled: false })])]),
    ),
  ];
}

/** By what jobs choose machines: the group, and its labels. */
const meta = ({ name, at, labels }: InstanceGroup): Block =>
  block(["meta"], {
    group: traced(name, { at }, by("nomad-group-constraint", at)),
    ...Object.fromEntries(
      labels.map((label) => [label.name, isLiteral(label.value) ? literal(label.value) : undefined]),
    ),
  });

/** The folders that jobs may mount. */
const hostVolumes = ({ storages }: Environment, { name }: InstanceGroup): readonly Block[] =>
  storages.flatMap((storage) =>
    storage.kind.value === "path" && storage.path !== undefined && (storage.group?.name ?? name) === name
      ? [
          because(
            [{ at: storage.at }, by("nomad-host-volume", storage.at)],
            block(["host_volume", storage.name], { path: literal(storage.path) }),
          ),
        ]
      : [],
  );
