import { by } from "../../../compiler/rules.ts";
import { type Block, because, block } from "../../../formats/hcl/tree.ts";
import type { ConsulAgent, NomadAgent } from "../../parts/agents.ts";

/** Where the first boot puts the authority, and the certificate that an agent shows with the key to it. */
const filesIn = (folder: string) => ({
  ca_file: `${folder}/ca.pem`,
  cert_file: `${folder}/agent.pem`,
  key_file: `${folder}/agent-key.pem`,
});

/** Servers of Consul show theirs to whoever calls; its clients are given one by the servers that they join. */
export function consulTls({ store, isServer }: ConsulAgent): readonly Block[] {
  const { ca_file, ...own } = filesIn("/etc/consul.d");
  const defaults = isServer
    ? { ca_file, ...own, verify_incoming: true, verify_outgoing: true }
    : { ca_file, verify_outgoing: true };
  return [
    block(["tls"], {}, [block(["defaults"], defaults), block(["internal_rpc"], { verify_server_hostname: true })]),
    block(["auto_encrypt"], isServer ? { allow_tls: true } : { tls: true }),
  ].map((each) => because([by("agent-tls", store.at)], each));
}

/** Operators come to the API through a tunnel of SSH, as do scripts of the machine itself, with tokens and no certificates. */
export const nomadTls = ({ cluster }: NomadAgent): Block =>
  because([by("agent-tls", cluster.at)], {
    ...block(["tls"], { http: false, rpc: true, ...filesIn("/etc/nomad.d"), verify_server_hostname: true }),
    comment: "Agents speak by certificates; operators reach the API through SSH, with a token.",
  });
