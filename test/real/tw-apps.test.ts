import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
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

/** What systemd says of units that stand beside each other on a machine whose programs are all there. */
function complaintsAbout(units: readonly { readonly name: string; readonly content: string }[]): string {
  const root = mkdtempSync(join(tmpdir(), "specc-units-"));
  const put = (path: string, text: string, mode: number): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode });
  };
  for (const { name, content } of units) {
    put(`/etc/systemd/system/${name}`, content, 0o644);
    for (const [, program = ""] of content.matchAll(/^Exec\w*=[-+@!:]*(\/\S+)/gm)) put(program, "#!/bin/sh\n", 0o755);
  }
  const names = units.map(({ name }) => name);
  const { stderr } = spawnSync(
    "systemd-analyze",
    [`--root=${root}`, "--man=no", "--recursive-errors=no", "verify", ...names],
    {
      encoding: "utf8",
    },
  );
  // Units of the system itself are not on this machine.
  const absent = /not found\.|not loaded|Failed to create .*\/start|does not exist/;
  return stderr
    .split("\n")
    .filter((line) => line !== "" && !absent.test(line))
    .join("\n");
}

it("S0-36 S0-37 S0-42 has systemd units inside its cloud-config that systemd takes", () => {
  const units = cloudConfig().coreos.units.flatMap(({ name, content }) =>
    content === undefined ? [] : [{ name, content }],
  );
  expect(units.length).toBeGreaterThan(2);
  expect(complaintsAbout(units)).toBe("");
  expect(
    complaintsAbout([{ name: "faulty.service", content: "[Service]\nType=no-such\nExecStart=/bin/true\n" }]),
  ).not.toBe("");
});
