import { expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";
import { rootModule } from "./terraform.ts";

const planned = (name: string) => rootModule(systemOf(name)).plan().resources;

it("plans a cluster of Google's", () => {
  const resources = planned("gke");
  expect(resources.get("google_container_cluster.main")).toMatchObject({ deletion_protection: true });
  expect(resources.has("google_container_node_pool.cheap")).toBe(true);
});

it("plans a cluster of Amazon's", () => {
  const resources = planned("eks");
  expect(resources.get("aws_eks_cluster.main")).toMatchObject({ version: "1.34", deletion_protection: true });
  expect(resources.get("aws_eks_node_group.cheap")).toMatchObject({ capacity_type: "SPOT" });
});

it("plans a cluster of DigitalOcean's", () => {
  const resources = planned("doks");
  expect(resources.get("digitalocean_kubernetes_cluster.main")).toMatchObject({ ha: true });
  expect(resources.has("digitalocean_kubernetes_node_pool.cheap")).toBe(true);
});
