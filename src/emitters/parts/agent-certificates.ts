import type { Environment } from "../../compiler/environment/environment.ts";
import { isWritten } from "../../compiler/environment/written.ts";
import { ORIGINS, type SpecPath, type Traced, traced } from "../../formats/origin.ts";
import type { AgentReaders, AgentSecret } from "./agent-secrets.ts";
import type { ConsulAgent, NomadAgent } from "./agents.ts";

/** Those of one tool who prove to each other by certificates of one authority who they are. */
export interface AgentAuthority {
  readonly tool: "consul" | "nomad";
  /** Of the authority among what Terraform makes. */
  readonly label: string;
  readonly certificates: readonly AgentCertificate[];
  readonly at: SpecPath;
}

/** What the agents of one role have in common. */
export interface AgentCertificate {
  readonly label: string;
  /** The name by which others know the role: `server.dc1.consul`. */
  readonly host: Traced<string>;
  readonly readers: AgentReaders;
}

/** Consul signs what its clients have by itself. */
export function agentAuthorities(
  environment: Environment,
  consul: ConsulAgent | undefined,
  nomad: NomadAgent | undefined,
): readonly AgentAuthority[] {
  return [
    ...(consul === undefined
      ? []
      : [authority("consul", consul.store.at, [certificate("consul", "server", consulDomain(environment, consul))])]),
    ...(nomad === undefined
      ? []
      : [
          authority("nomad", nomad.cluster.at, [
            certificate("nomad", "client", traced("global.nomad", { at: nomad.cluster.at })),
            certificate("nomad", "server", traced("global.nomad", { at: nomad.cluster.at })),
          ]),
        ]),
  ];
}

/** The names of datacenters are part of those of servers; who writes none has Consul's own. */
export function consulDatacenter({ clusters }: Environment, { store }: ConsulAgent): Traced<string> | undefined {
  const { datacenter } = clusters.find(({ discovery }) => discovery?.name === store.name) ?? {};
  return datacenter && isWritten(datacenter) ? datacenter : undefined;
}

function consulDomain(environment: Environment, agent: ConsulAgent): Traced<string> {
  const datacenter = consulDatacenter(environment, agent) ?? traced("dc1", { at: agent.store.at });
  return traced(`${datacenter.value}.consul`, ...datacenter[ORIGINS]);
}

const authority = (
  tool: AgentAuthority["tool"],
  at: SpecPath,
  certificates: readonly AgentCertificate[],
): AgentAuthority => ({ tool, label: `${tool}_ca`, certificates, at });

const certificate = (
  tool: AgentAuthority["tool"],
  role: "client" | "server",
  domain: Traced<string>,
): AgentCertificate => ({
  label: `${tool}_${role}`,
  host: traced(`${role}.${domain.value}`, ...domain[ORIGINS]),
  readers: `${role}s`,
});

/** What agents fetch of it: everyone the authority, and each role its certificate and the key to that. */
export const certificateSecrets = ({ label, certificates, at }: AgentAuthority): readonly AgentSecret[] => [
  { name: `${label}_certificate`, kind: "authority", of: label, readers: "agents", at },
  ...certificates.flatMap(({ label: of, readers }): readonly AgentSecret[] => [
    { name: `${of}_certificate`, kind: "certificate", of, readers, at },
    { name: `${of}_key`, kind: "private-key", of, readers, at },
  ]),
];
