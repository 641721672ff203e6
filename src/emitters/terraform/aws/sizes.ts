import { type Size, size } from "../sizes.ts";

// Facts from https://aws.amazon.com/ec2/instance-types/: burstable up to two cores, steady ones above; amd64 alone.
export const machineSizes: readonly Size[] = [
  size("t3.micro", 2, 1),
  size("t3.small", 2, 2),
  size("t3.medium", 2, 4),
  size("t3.large", 2, 8),
  size("r7i.large", 2, 16),
  size("c7i.xlarge", 4, 8),
  size("m7i.xlarge", 4, 16),
  size("r7i.xlarge", 4, 32),
  size("c7i.2xlarge", 8, 16),
  size("m7i.2xlarge", 8, 32),
  size("r7i.2xlarge", 8, 64),
  size("c7i.4xlarge", 16, 32),
  size("m7i.4xlarge", 16, 64),
  size("r7i.4xlarge", 16, 128),
  size("c7i.8xlarge", 32, 64),
  size("m7i.8xlarge", 32, 128),
  size("r7i.8xlarge", 32, 256),
  size("m7i.16xlarge", 64, 256),
  size("r7i.16xlarge", 64, 512),
];

// Facts from https://aws.amazon.com/rds/instance-types/: Graviton, which databases run on as well and for less.
export const databaseSizes: readonly Size[] = [
  size("db.t4g.micro", 2, 1),
  size("db.t4g.small", 2, 2),
  size("db.t4g.medium", 2, 4),
  size("db.t4g.large", 2, 8),
  size("db.r7g.large", 2, 16),
  size("db.m7g.xlarge", 4, 16),
  size("db.r7g.xlarge", 4, 32),
  size("db.m7g.2xlarge", 8, 32),
  size("db.r7g.2xlarge", 8, 64),
  size("db.m7g.4xlarge", 16, 64),
  size("db.r7g.4xlarge", 16, 128),
  size("db.m7g.8xlarge", 32, 128),
  size("db.r7g.8xlarge", 32, 256),
  size("db.m7g.16xlarge", 64, 256),
  size("db.r7g.16xlarge", 64, 512),
];
