import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";
import { cloudConfig, rendered } from "../systems/tw-apps-node.ts";
import { rootModule } from "./terraform.ts";

const system = systemOf("tw-apps");

it("S0-17 S0-19 S0-29 plans as many machines and records as the count says", () => {
  const module = rootModule(system);
  for (const count of [7, 3]) {
    const { resources } = module.plan({ instances: String(count) });
    const machines = [...resources].filter(([address]) => address.includes(".google_compute_instance."));
    const records = [...resources.keys()].filter((address) => /tw_instance\.google_dns_record_set/.test(address));
    expect(machines.map(([, { name }]) => name)).toEqual(
      Array.from({ length: count }, (_, index) => `vm-app-${index + 1}`),
    );
    expect(records).toHaveLength(count);
  }
});

it("S0-34 S0-36 has nested documents that their own tools take", () => {
  const folder = mkdtempSync(join(tmpdir(), "specc-nested-"));
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const text = system.text("terraform/modules/tw-instance/cloud-config.yaml.tftpl");
  execFileSync("cloudconfigcheck", [written("cloud-config.yaml", rendered(text))]);
  const units = cloudConfig().write_files.filter(({ path }) => path.startsWith("/var/lib/fleet/"));
  expect(units).toHaveLength(8);
  for (const { path, content } of units)
    execFileSync("fleetcheck", [written(path.slice("/var/lib/fleet/".length), content)]);
});
