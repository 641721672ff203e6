import { describe, expect, it } from "vitest";
import { vagrant } from "../../../src/emitters/vagrant/index.ts";
import { compileText } from "../../support/specc.ts";

const filesOf = (spec: string): ReadonlyMap<string, string> => {
  const { files, diagnostics } = compileText(`specc: 1\nname: office\n${spec}`, [vagrant]);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return new Map([...files].map(([path, { printed }]) => [path.replace("vagrant/", ""), printed.text]));
};

const lan = `
provider: {kind: vagrant}
network: {lan: {kind: lan, cidr: 192.168.0.0/24}}
`;

describe("machines of a host", () => {
  const files = filesOf(`${lan}
instances:
  rack: {kind: physical, address: 192.168.0.10, hostname: "rack-\${self.index}.host.internal", image: ubuntu-24.04}
  master:
    {runsOn: rack, image: ubuntu-24.04, address: 192.168.0.11, resources: {cpu: 500m, memory: 2GiB},
     disks: {data: {size: 500GiB, mount: /data}}}
  worker: {runsOn: rack, image: ubuntu-24.04, count: 2, address: dhcp, autostart: false}
`);

  it("stand in config.rb, under the name that their host gives itself", () =>
    expect(files.get("config.rb")).toMatch(/name: "master",\n {4}host: "rack-1",/));

  it("are as large as the spec says, in whole cores and megabytes", () =>
    expect(files.get("config.rb")).toMatch(/memory: 2048,\n {4}cpus: 1,\n {4}disks: \{\n {6}"data" => "500GB",/));

  it("are numbered when there are several, and get an address of the LAN from its DHCP server", () =>
    expect(files.get("config.rb")).toContain(`name: "worker-2",
    host: "rack-1",
    title: "office-dev-worker-2",
    box: "bento/ubuntu-24.04",
    autostart: false,`));

  it("are bridged into the LAN", () =>
    expect(files.get("Vagrantfile")).toContain(`node.vm.network "public_network", bridge: ENV["BRIDGE"], **address`));

  it("come up with their host, as the account that they belong to", () =>
    expect(files.get("office-dev-machines@.service")).toMatch(/User=%i[\s\S]*ExecStart=\/usr\/bin\/vagrant up/));
});

describe("machines of somebody's computer", () => {
  const files = filesOf(`
provider: {kind: vagrant, hypervisor: libvirt}
access: {sshKeys: {me: {publicKeyFile: ~/.ssh/me.pub}}}
instances: {web: {image: debian-12}}
`);

  it("have a network of their own, and need no host", () => {
    expect(files.get("Vagrantfile")).toContain(`{ type: "dhcp" }`);
    expect(files.get("Vagrantfile")).not.toContain("HOSTS");
    expect([...files.keys()]).toEqual(["Vagrantfile", "config.rb"]);
  });

  it("run where the spec says", () => expect(files.get("Vagrantfile")).toContain(`node.vm.provider "libvirt"`));

  it("let in the keys of the spec", () =>
    expect(files.get("Vagrantfile")).toContain(`File.expand_path("~/.ssh/me.pub").then`));
});

describe("a container system", () => {
  const files = filesOf(`${lan}
images: {flatcar: {kind: machine, name: flatcar-stable}}
instances: {node: {image: flatcar, disks: {data: {size: 10GiB, mount: /srv/data, filesystem: ext4}}}}
`);

  it("is told at its first boot to make and mount its disks", () =>
    expect(files.get("user-data/node.yaml")).toMatch(
      /^#cloud-config\n[\s\S]*mkfs\.ext4 -L data \/dev\/sdb[\s\S]*name: srv-data\.mount/,
    ));

  it("has no guest additions to wait for", () =>
    expect(files.get("Vagrantfile")).toContain("virtualbox.check_guest_additions = false"));
});

describe("droplets", () => {
  const files = filesOf(`
provider: {kind: vagrant, hypervisor: digitalocean, region: ams3, credentials: "\${secrets.token}"}
secrets: {token: {env: DIGITALOCEAN_TOKEN}}
instances: {web: {image: ubuntu-24.04, size: s-2vcpu-2gb}}
`);

  it("are made with the token of whoever deploys", () => {
    expect(files.get("Vagrantfile")).toContain(`droplet.token = ENV["DIGITALOCEAN_TOKEN"]`);
    expect(files.get("Vagrantfile")).toContain(`droplet.size = "s-2vcpu-2gb"`);
  });

  it("need one Vagrantfile and nothing else", () => expect([...files.keys()]).toEqual(["Vagrantfile"]));
});

describe("beside a cloud", () => {
  const files = filesOf(`
targets: [vagrant, ansible]
provider: {kind: aws, region: eu-west-1}
images: {worker: {kind: machine, builder: packer, base: ubuntu-22.04, installs: [nomad]}}
instances: {workers: {image: worker}}
cluster: {nomad: {kind: nomad, clients: [workers]}}
apps: {shop: {image: "shop:1.0", port: 8080, labels: {zone: a}}}
`);

  it("an app of Nomad is developed on a machine that takes its job as it is", () => {
    const text = files.get("shop/Vagrantfile");
    expect(text).toContain("[4646, 8500, 8080].each do |port|");
    expect(text).toContain("nomad job run ../../nomad/shop.nomad.hcl");
    expect(text).toContain(`'{"client":{"meta":{"zone":"a"}}}' >/etc/nomad-dev.json`);
  });

  it("an image of ours is tried on a machine that is set up as it is", () =>
    expect(files.get("worker/Vagrantfile")).toContain(
      `config.vm.provision "shell", path: "../../packer/worker/install.sh"`,
    ));

  it("an image that apps are built into is set up by its playbook", () => {
    const text = filesOf(`
targets: [vagrant, ansible]
provider: {kind: aws, region: eu-west-1}
images: {web: {kind: machine, builder: packer, base: ubuntu-22.04}}
instances: {servers: {image: web}}
apps: {shop: {image: "shop:1.0", port: 8080}}
`).get("web/Vagrantfile");
    expect(text).toContain(`ansible.playbook = "../../ansible/playbook.yml"`);
    expect(text).toContain(`"servers" => ["default"],`);
  });
});
