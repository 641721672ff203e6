import { type Size, size } from "../sizes.ts";

// Facts from https://cloud.google.com/compute/docs/general-purpose-machines: of E2, that costs least, up to the 32 cores that it has;
// the three smallest share cores. Above, of N2.
export const machineSizes: readonly Size[] = [
  size("e2-micro", 2, 1),
  size("e2-small", 2, 2),
  size("e2-medium", 2, 4),
  size("e2-standard-2", 2, 8),
  size("e2-highmem-2", 2, 16),
  size("e2-highcpu-4", 4, 4),
  size("e2-standard-4", 4, 16),
  size("e2-highmem-4", 4, 32),
  size("e2-highcpu-8", 8, 8),
  size("e2-standard-8", 8, 32),
  size("e2-highmem-8", 8, 64),
  size("e2-highcpu-16", 16, 16),
  size("e2-standard-16", 16, 64),
  size("e2-highmem-16", 16, 128),
  size("e2-highcpu-32", 32, 32),
  size("e2-standard-32", 32, 128),
  size("n2-highmem-32", 32, 256),
  size("n2-standard-64", 64, 256),
  size("n2-highmem-64", 64, 512),
];

const mebibytes = 1024;

/** Cloud SQL takes any even number of cores with 0.9 to 6.5 GiB each, in steps of 256 MiB, at least 3.75 GiB. */
const custom = (cores: number, gibibytes: number): Size =>
  size(`db-custom-${cores}-${gibibytes * mebibytes}`, cores, gibibytes);

// Facts from https://cloud.google.com/sql/docs/postgres/instance-settings: machine types of the Enterprise edition.
export const databaseSizes: readonly Size[] = [
  custom(1, 3.75),
  custom(2, 4),
  custom(2, 8),
  custom(2, 13),
  custom(4, 8),
  custom(4, 16),
  custom(4, 26),
  custom(8, 16),
  custom(8, 32),
  custom(8, 52),
  custom(16, 32),
  custom(16, 64),
  custom(16, 104),
  custom(32, 64),
  custom(32, 128),
  custom(32, 208),
  custom(64, 256),
  custom(64, 416),
  custom(96, 624),
];
