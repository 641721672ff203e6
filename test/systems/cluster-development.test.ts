import { expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";

const cluster = systemOf("cluster");

it("S4-18 every project has a machine to develop it on", () => {
  expect(cluster.paths.filter((path) => path.endsWith("/dev/Vagrantfile"))).toEqual([
    "backend/dev/Vagrantfile",
    "consul-nomad/dev/Vagrantfile",
    "frontend/dev/Vagrantfile",
    "nomad-workers/dev/Vagrantfile",
  ]);
  expect(cluster.text("frontend/dev/Vagrantfile")).toContain("nomad job run ../deploy/frontend.nomad.hcl");
  expect(cluster.text("nomad-workers/dev/Vagrantfile")).toContain('path: "../build/install.sh"');
});
