import { error } from "./entry.ts";

/** What may be right in the language and cannot be said in a configuration of nginx. */
export const nginxFindings = {
  "nginx-text": error({
    about:
      "Hosts and paths are fixed in nginx's configuration when specc compiles, and a dollar always begins one of nginx's variables there.",
    message: (p: { text: string }) => `nginx cannot serve \`${p.text}\``,
    help: () => "write the host and path with letters, digits and `vars`",
  }),
  "nginx-issuer": error({
    about:
      "An nginx of ours serves with files that it reads: those of Let's Encrypt or of a certificate that exists. What a provider signs stays with its balancers.",
    message: (p: { certificate: string }) => `nginx cannot read the certificate \`${p.certificate}\` of the provider`,
    help: () => "take `issuer: letsencrypt` or `issuer: file`",
  }),
};
