/** A fragment that runs at DigitalOcean. */
export const there = (fragment: string): string => `provider: {kind: digitalocean, region: ams3}\n${fragment}`;
