/** Rules of the Vagrant emitter. */
export const vagrantRules = {
  "vagrant-configuration": "The version of Vagrantfiles that Vagrant reads since 1.1.",
  "vagrant-box":
    "The image of an operating system comes as a box of those who publish the system, or of the Bento project.",
  "vagrant-droplet-box": "The plugin of DigitalOcean makes droplets of a dummy box, for Vagrant wants one.",
  "vagrant-droplet-size": "Without a size a droplet is of the smallest, which is enough to try things out.",
  "vagrant-host":
    "One configuration serves every host: Vagrant reads the name of the one that it runs on, and brings up its machines.",
  "vagrant-machine": "Machines of a group are numbered, unless there is one alone.",
  "vagrant-development":
    "An app is developed on a machine that has what its cluster has, so that its job runs there as it is.",
  "vagrant-image": "What sets up the image at Packer sets up this machine, so that the two are alike.",
  "vagrant-ansible": "The playbook that sets up other machines sets up these too, so that they are alike.",
  "vagrant-autostart": "Machines come up with their host, so that nobody is needed after a power cut.",
  "vagrant-user-data": "What a machine is told when it first boots: its name, its disks and what it starts.",
} as const;
