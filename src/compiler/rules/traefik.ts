/** Rules of the parts that speak to Traefik. */
export const traefikRules = {
  "traefik-version": "The newest version that specc knows, since nobody says another.",
  "traefik-ping": "Whether Traefik is well is asked on the port of its own page, away from what it serves.",
  "traefik-asks-first": "Only what asks for it is served to the outside.",
  "traefik-quiet": "Traefik calls nobody.",
  "traefik-tags": "Traefik reads in Consul's catalogue how a service is reached.",
  "traefik-keys": "Traefik reads routes and the copies behind them in the layout of its version.",
} as const;
