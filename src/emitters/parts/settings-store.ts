import type { Environment } from "../../compiler/environment/environment.ts";

/**
 * Whether the provider keeps settings for apps to read when they start. DigitalOcean has no such store, so there the
 * first boot writes what only the deployment knows, and where Vagrant makes the machines Ansible does.
 */
export const hasSettingsStore = ({ provider }: Environment): boolean =>
  provider === undefined || provider.kind.value === "aws" || provider.kind.value === "google";
