import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";

const lap = systemOf("lap");
const vagrantfile = lap.text("vagrant/Vagrantfile");
const configuration = lap.text("vagrant/config.rb");

describe("the office platform on Vagrant", () => {
  it("S1-01 S1-04 its nodes are CoreOS machines that Vagrant makes", () => {
    expect(configuration).toContain('box: "coreos-alpha"');
    expect(vagrantfile).toContain("config.vm.define machine[:name]");
  });

  it("S1-07 its nodes are bridged into the LAN", () => {
    expect(vagrantfile).toContain('node.vm.network "public_network"');
    expect(vagrantfile).toContain('netmask: "255.255.255.0"');
  });

  it("S1-27 the master has a fixed address, a worker one of the DHCP server", () => {
    const { text } = systemOf("lap", { overlay: "instances: {worker: {count: 2}}" });
    const machines = text("vagrant/config.rb").split("\n  {\n").slice(1);
    expect(machines.map((machine) => /name: "([^"]+)"/.exec(machine)?.[1])).toEqual(["master", "worker-1", "worker-2"]);
    expect(machines.map((machine) => /ip: "([^"]+)"/.exec(machine)?.[1])).toEqual([
      "192.168.0.11",
      undefined,
      undefined,
    ]);
  });

  it("S1-28 one configuration serves every host, which is known by its name", () => {
    expect(configuration).toContain("HOSTS = MACHINES.group_by { |machine| machine[:host] }");
    expect(configuration).toContain('host: "office"');
    expect(vagrantfile).toContain("Socket.gethostname");
  });

  it("S1-29 by default there is a single node", () => expect(configuration.match(/^ {4}name: /gm)).toHaveLength(1));

  it("S1-30 the nodes come up again with their host after a power cut", () => {
    const unit = lap.text("vagrant/lap-prod-machines@.service");
    expect(unit).toContain("After=network-online.target");
    expect(unit).toContain("Type=oneshot");
    expect(unit).toContain("ExecStart=/usr/bin/vagrant up");
    expect(unit).toContain("WantedBy=multi-user.target");
  });

  it("S1-31 the parameters of each node are in a file of their own", () =>
    expect(lap.paths.filter((path) => path.startsWith("vagrant/"))).toEqual([
      "vagrant/Vagrantfile",
      "vagrant/config.rb",
      "vagrant/lap-prod-machines@.service",
      "vagrant/user-data/master.yaml",
    ]));

  it("S1-60 S1-61 the admin key signs in to the nodes, and its private half is in no file", () => {
    expect(vagrantfile).toContain('File.expand_path("~/.ssh/admin_rsa.pub")');
    expect([...lap.compilation.files.values()].some(({ printed }) => /PRIVATE KEY/.test(printed.text))).toBe(false);
  });
});

it("the program that the shell is given is one that a shell takes", () => {
  const [, program = ""] = /inline: <<~'SHELL'\n([\s\S]*?)\n\s+SHELL/.exec(vagrantfile) ?? [];
  expect(spawnSync("bash", ["-n"], { input: program, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});
