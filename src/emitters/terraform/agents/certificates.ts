import type { Environment } from "../../../compiler/environment/environment.ts";
import { environmentName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive } from "../../../formats/origin.ts";
import type { AgentAuthority, AgentCertificate } from "../../parts/agent-certificates.ts";
import { authoritiesOf } from "../../parts/agent-secrets.ts";

const hoursOfYear = 8760;

/** The authority of each tool, and the certificates that it signs; in the last year of one it is made anew. */
export const certificateBlocks = (environment: Environment): readonly Block[] =>
  authoritiesOf(environment).flatMap((authority) =>
    [
      ...authorityBlocks(environment, authority),
      ...authority.certificates.flatMap((certificate) => signedBlocks(authority, certificate)),
    ].map((each) => because([by("agent-certificates", authority.at)], each)),
  );

const authorityBlocks = (environment: Environment, { tool, label }: AgentAuthority): readonly Block[] => [
  privateKey(label),
  block(
    ["resource", "tls_self_signed_cert", label],
    {
      private_key_pem: keyOf(label),
      is_ca_certificate: true,
      validity_period_hours: 10 * hoursOfYear,
      early_renewal_hours: hoursOfYear,
      allowed_uses: ["cert_signing", "crl_signing"],
    },
    [subject(derive(environmentName(environment), (name) => `${name} ${tool} agents`))],
  ),
];

const signedBlocks = (authority: AgentAuthority, { label, host }: AgentCertificate): readonly Block[] => [
  privateKey(label),
  block(
    ["resource", "tls_cert_request", label],
    { private_key_pem: keyOf(label), dns_names: [host, "localhost"], ip_addresses: ["127.0.0.1"] },
    [subject(host)],
  ),
  block(["resource", "tls_locally_signed_cert", label], {
    cert_request_pem: reference(`tls_cert_request.${label}.cert_request_pem`),
    ca_private_key_pem: keyOf(authority.label),
    ca_cert_pem: reference(`tls_self_signed_cert.${authority.label}.cert_pem`),
    validity_period_hours: 5 * hoursOfYear,
    early_renewal_hours: hoursOfYear,
    // Agents call each other, so each is both.
    allowed_uses: ["digital_signature", "key_encipherment", "server_auth", "client_auth"],
  }),
];

const privateKey = (label: string): Block =>
  block(["resource", "tls_private_key", label], { algorithm: "ECDSA", ecdsa_curve: "P256" });

const keyOf = (label: string): Expression => reference(`tls_private_key.${label}.private_key_pem`);

const subject = (name: Expression): Block => block(["subject"], { common_name: name });
