import { type Size, size } from "../sizes.ts";

const droplet = (name: string, cores: number, gibibytes: number, disk: number): Size => ({
  ...size(name, cores, gibibytes),
  disk,
});

// Facts from https://slugs.do-api.dev/ and https://www.digitalocean.com/pricing/droplets, in the order of their prices.
export const machineSizes: readonly Size[] = [
  droplet("s-1vcpu-512mb-10gb", 1, 0.5, 10),
  droplet("s-1vcpu-1gb", 1, 1, 25),
  droplet("s-1vcpu-2gb", 1, 2, 50),
  droplet("s-2vcpu-2gb", 2, 2, 60),
  droplet("s-2vcpu-4gb", 2, 4, 80),
  droplet("s-4vcpu-8gb", 4, 8, 160),
  droplet("m-2vcpu-16gb", 2, 16, 50),
  droplet("s-8vcpu-16gb", 8, 16, 320),
  droplet("m-4vcpu-32gb", 4, 32, 100),
  droplet("g-8vcpu-32gb", 8, 32, 100),
  droplet("c-16", 16, 32, 200),
  droplet("m-8vcpu-64gb", 8, 64, 200),
  droplet("g-16vcpu-64gb", 16, 64, 200),
  droplet("c-32", 32, 64, 400),
  droplet("m-16vcpu-128gb", 16, 128, 400),
  droplet("g-32vcpu-128gb", 32, 128, 400),
  droplet("m-24vcpu-192gb", 24, 192, 600),
  droplet("g-40vcpu-160gb", 40, 160, 500),
  droplet("m-32vcpu-256gb", 32, 256, 800),
];

// Facts from https://docs.digitalocean.com/reference/api/: the plans with shared processors, which both engines have.
export const databaseSizes: readonly Size[] = [
  size("db-s-1vcpu-1gb", 1, 1),
  size("db-s-1vcpu-2gb", 1, 2),
  size("db-s-2vcpu-4gb", 2, 4),
  size("db-s-4vcpu-8gb", 4, 8),
  size("db-s-6vcpu-16gb", 6, 16),
  size("db-s-8vcpu-32gb", 8, 32),
  size("db-s-16vcpu-64gb", 16, 64),
];
