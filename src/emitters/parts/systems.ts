/** How the provider's image of an operating system is found, and how it gets what apps on machines need. */
export interface System {
  /** The account that publishes the image. */
  readonly owner: string;
  readonly imageName: string;
  /** Who logs in to a fresh machine. */
  readonly loginUser: string;
  readonly packages: readonly string[];
  /** Snaps that see the whole system. */
  readonly classicSnaps: readonly string[];
}

const canonical = "099720109477";
const debian = "136693071363";

/** Ubuntu's archive has no client for AWS any more, so it comes as a snap; Debian has a package. */
export const systems: Readonly<Record<string, System>> = {
  "debian-12": {
    owner: debian,
    imageName: "debian-12-amd64-*",
    loginUser: "admin",
    packages: ["awscli", "docker.io", "jq"],
    classicSnaps: [],
  },
  "ubuntu-22.04": {
    owner: canonical,
    imageName: "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*",
    loginUser: "ubuntu",
    packages: ["docker.io", "jq"],
    classicSnaps: ["aws-cli"],
  },
  "ubuntu-24.04": {
    owner: canonical,
    imageName: "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*",
    loginUser: "ubuntu",
    packages: ["docker.io", "jq"],
    classicSnaps: ["aws-cli"],
  },
};
