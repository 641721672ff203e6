/** Text that begins like the tokens of well-known services, and private keys. */
export const credentialShapes: readonly (readonly [RegExp, string])[] = [
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, "an AWS access key"],
  [/\bgh[oprsu]_[0-9A-Za-z]{36}/, "a GitHub token"],
  [/\bgithub_pat_[0-9A-Za-z_]{22}/, "a GitHub token"],
  [/\bglpat-[0-9A-Za-z_-]{20}/, "a GitLab token"],
  [/\bxox[abeoprs]-[0-9A-Za-z-]{10}/, "a Slack token"],
  [/\b[rs]k_live_[0-9A-Za-z]{16}/, "a Stripe key"],
  [/\bAIza[0-9A-Za-z_-]{35}/, "a Google API key"],
  [/\bnpm_[0-9A-Za-z]{36}/, "an npm token"],
  [/\bdop_v1_[0-9a-f]{64}/, "a DigitalOcean token"],
  [/\bhvs\.[0-9A-Za-z_-]{24}/, "a Vault token"],
  [/\beyJ[0-9A-Za-z_-]{10,2000}\.eyJ[0-9A-Za-z_-]{10,2000}\./, "a JSON web token"],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/, "a private key"],
  [/\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/$]{0,200}:[^\s:@/$]{1,200}@/, "a password in a URL"],
];
