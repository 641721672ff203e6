/** A box of Vagrant: its name in the public catalogue, or the address of one that is elsewhere. */
export interface Box {
  readonly name: string;
  readonly url?: string;
  /** The account that Vagrant signs in as. */
  readonly user: string;
  /** A system made for containers, which reads its own user data and has no guest additions. */
  readonly isContainerSystem?: true;
}

const coreos = (channel: string): Box => ({
  name: `coreos-${channel}`,
  url: `https://${channel}.release.core-os.net/amd64-usr/current/coreos_production_vagrant_virtualbox.json`,
  user: "core",
  isContainerSystem: true,
});

const flatcar = (channel: string): Box => ({
  name: `flatcar-${channel}`,
  url: `https://${channel}.release.flatcar-linux.net/amd64-usr/current/flatcar_production_vagrant.json`,
  user: "core",
  isContainerSystem: true,
});

const published = (name: string): Box => ({ name, user: "vagrant" });

/** By the name of the operating system. Canonical publishes no boxes since 24.04, so that is Bento's. */
export const boxes: Readonly<Record<string, Box>> = {
  "centos-7": published("centos/7"),
  "coreos-alpha": coreos("alpha"),
  "coreos-beta": coreos("beta"),
  "coreos-stable": coreos("stable"),
  "debian-12": published("debian/bookworm64"),
  "flatcar-alpha": flatcar("alpha"),
  "flatcar-beta": flatcar("beta"),
  "flatcar-stable": flatcar("stable"),
  "ubuntu-14.04": published("ubuntu/trusty64"),
  "ubuntu-22.04": published("ubuntu/jammy64"),
  "ubuntu-24.04": published("bento/ubuntu-24.04"),
};
