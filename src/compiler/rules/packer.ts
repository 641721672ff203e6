/** Rules of the Packer emitter. */
export const packerRules = {
  "packer-version": "Generated templates are tried with Packer 1.6 and up.",
  "packer-input": "What varies from build to build is a user variable, which `packer build -var` sets.",
  "packer-builder":
    "An image of AWS is a snapshot of a disk, so it is made of a machine that boots from the base and is set up.",
  "packer-snapshot":
    "An image of DigitalOcean is the snapshot of a droplet that boots from the base and is set up; the droplet goes with the build.",
  "packer-build-machine":
    "An image is built on a small machine that lives as long as the build; machines that boot the image may be of another size.",
  "packer-build-name":
    "The name of a build ends with its time, so that each has a name of its own; the tag `Name` is the same for all.",
  "packer-base-system":
    "The image of an operating system is known by its name and by the account of those who publish it.",
  "packer-base-build": "An image that is built on another starts from that one's newest build.",
  "packer-login": "The maker of an operating system has chosen who logs in to a fresh machine.",
  "packer-key":
    "The key of a build is of a kind that today's servers accept, and it is taken off the machine before the image is made.",
  "packer-first-boot":
    "The first boot sets up packages itself, so the build waits until it is over; status 2 means that it had something to warn of.",
  "packer-ansible":
    "What is installed into an image is what Ansible installs on a live machine of each group that boots it.",
  "packer-direct":
    "Ansible connects to the build machine itself, since Packer's proxy speaks an older SSH than today's clients.",
  "packer-installs":
    "What an image has beside its apps is installed by a program that one can read, from signed packages; agents are set up, and started, when a machine first boots.",
  "packer-releases": "The version that specc is tried with, since nobody names another.",
  "packer-docker":
    "A container image is made of a container that starts from the base, gets its files, and is committed.",
  "packer-sources": "The folder of the build's context is copied into the image as it is, to where the process starts.",
  "packer-build-input": "What the pipeline builds is given to `packer build -var`, so it has no default.",
  "packer-login-server": "Docker signs in to its own hub unless it is told where.",
  "packer-clean":
    "The image keeps nothing of the machine it was built on, so that each machine that boots it is new to itself.",
  "packer-manifest":
    "A build hands what it has made over to the variable that names the image which machines boot, so that nobody copies it.",
} as const;
