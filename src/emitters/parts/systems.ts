import type { ProviderKind } from "../../compiler/environment/provider.ts";

/** How a provider's image of an operating system is found, and how it gets what apps on machines need. */
export interface System {
  /** The account or project that publishes the image. */
  readonly owner: string;
  /** A pattern of names, or the family that the newest image is of. */
  readonly imageName: string;
  /** Who logs in to a fresh machine. */
  readonly loginUser: string;
  readonly packages: readonly string[];
  /** Snaps that see the whole system. */
  readonly classicSnaps: readonly string[];
  /** Whose packages it has, when not Debian's. */
  readonly family?: "redhat";
  /** An image that does not read a cloud-config when it first boots. */
  readonly lacksCloudInit?: true;
  /** How it waits for its first boot and forgets it, where its cloud-init is too old for the usual words. */
  readonly firstBoot?: FirstBoot;
}

export interface FirstBoot {
  readonly wait: readonly string[];
  readonly forget: readonly string[];
}

/** What is the same on each machine of the system: Docker, and what reads settings when apps start. */
const onGoogle = (owner: string, imageName: string, loginUser: string): System => ({
  owner,
  imageName,
  loginUser,
  packages: ["curl", "docker.io", "jq"],
  classicSnaps: [],
});

/** Docker, since machines read no settings from elsewhere; the image is found by its name. */
const onDigitalOcean = (imageName: string): System => ({
  owner: "digitalocean",
  imageName,
  loginUser: "root",
  packages: ["docker.io"],
  classicSnaps: [],
});

const canonical = "099720109477";
const debian = "136693071363";
/** The accounts of https://wiki.centos.org/Cloud/AWS. */
const centos = "125523088429";

/** cloud-init 19.4 knows no `clean --machine-id`. */
const centos7: FirstBoot = {
  wait: ["cloud-init status --wait"],
  forget: ["sudo cloud-init clean --logs", "sudo truncate --size=0 /etc/machine-id"],
};

/** cloud-init 0.7.5 has no commands to ask it, and there is no machine id without systemd. */
const trusty: FirstBoot = {
  wait: ["until test -f /var/lib/cloud/instance/boot-finished; do sleep 1; done"],
  forget: ["sudo rm -rf /var/lib/cloud/instances /var/lib/cloud/instance /var/log/cloud-init.log"],
};

/**
 * By name and provider. Ubuntu's archive has no client for AWS any more, so it comes as a snap; Debian has a package.
 * Families of Google Cloud are those that https://cloud.google.com/compute/docs/images/os-details lists.
 */
export const systems: Readonly<Record<string, Readonly<Partial<Record<ProviderKind, System>>>>> = {
  "centos-7": {
    aws: {
      owner: centos,
      imageName: "CentOS Linux 7 x86_64*",
      loginUser: "centos",
      packages: ["awscli", "docker", "jq"],
      classicSnaps: [],
      firstBoot: centos7,
      family: "redhat",
    },
    digitalocean: { ...onDigitalOcean("centos-7-x64"), packages: ["docker"], firstBoot: centos7, family: "redhat" },
    google: {
      ...onGoogle("centos-cloud", "centos-7", "centos"),
      packages: ["curl", "docker", "jq"],
      firstBoot: centos7,
      family: "redhat",
    },
  },
  "debian-12": {
    aws: {
      owner: debian,
      imageName: "debian-12-amd64-*",
      loginUser: "admin",
      packages: ["awscli", "docker.io", "jq"],
      classicSnaps: [],
    },
    digitalocean: onDigitalOcean("debian-12-x64"),
    google: { ...onGoogle("debian-cloud", "debian-12", "debian"), lacksCloudInit: true },
  },
  "ubuntu-14.04": {
    aws: {
      owner: canonical,
      imageName: "ubuntu/images/hvm-ssd/ubuntu-trusty-14.04-amd64-server-*",
      loginUser: "ubuntu",
      packages: ["awscli", "docker.io", "jq"],
      classicSnaps: [],
      firstBoot: trusty,
    },
    digitalocean: { ...onDigitalOcean("ubuntu-14-04-x64"), firstBoot: trusty },
    google: { ...onGoogle("ubuntu-os-cloud", "ubuntu-1404-lts", "ubuntu"), firstBoot: trusty },
  },
  "ubuntu-22.04": {
    aws: {
      owner: canonical,
      imageName: "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*",
      loginUser: "ubuntu",
      packages: ["docker.io", "jq"],
      classicSnaps: ["aws-cli"],
    },
    digitalocean: onDigitalOcean("ubuntu-22-04-x64"),
    google: onGoogle("ubuntu-os-cloud", "ubuntu-2204-lts", "ubuntu"),
  },
  "ubuntu-24.04": {
    aws: {
      owner: canonical,
      imageName: "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*",
      loginUser: "ubuntu",
      packages: ["docker.io", "jq"],
      classicSnaps: ["aws-cli"],
    },
    digitalocean: onDigitalOcean("ubuntu-24-04-x64"),
    google: onGoogle("ubuntu-os-cloud", "ubuntu-2404-lts-amd64", "ubuntu"),
  },
};

/** A system at a provider; where no cloud is named, as it is on AWS, and for Vagrant as it is on droplets. */
export const systemAt = (kind: ProviderKind | undefined, name: string): System | undefined => {
  const system = Object.hasOwn(systems, name) ? systems[name] : undefined;
  return kind === "vagrant" ? system?.digitalocean : system?.[kind ?? "aws"];
};
