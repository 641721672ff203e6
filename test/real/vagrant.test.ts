import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";
import { laidOut } from "./laid-out.ts";

it("S1-28 Ruby finds the nodes of the host office in config.rb", () => {
  const folder = laidOut(systemOf("lap"));
  const program = 'require "json"; load ARGV[0]; puts JSON.dump(HOSTS.fetch("office"))';
  const { stdout } = spawnSync("ruby", ["-e", program, join(folder, "vagrant/config.rb")], { encoding: "utf8" });
  expect(JSON.parse(stdout)).toMatchObject([{ name: "master", ip: "192.168.0.11", memory: 2048 }]);
});
