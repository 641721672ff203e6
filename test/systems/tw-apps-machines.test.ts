import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";
import { cloudConfig, directive, fileOf, rendered, unitOf, values } from "./tw-apps-node.ts";

const system = systemOf("tw-apps");
const config = cloudConfig();

const apps = ["front-end", "newsfeed", "quotes", "static-assets"];
const copies: Readonly<Record<string, readonly string[]>> = {
  "front-end": ["5555", "15555"],
  newsfeed: ["7777", "17777"],
  quotes: ["8888", "18888"],
  "static-assets": ["6666", "16666"],
};

const appUnit = (app: string): string => fileOf(config, `/var/lib/fleet/${app}@.service`);
const sidekick = (app: string): string => fileOf(config, `/var/lib/fleet/${app}-discovery@.service`);

describe("the images", () => {
  it.each(apps)("S0-03 S0-06 has a Dockerfile for %s, of a context of its own", (app) => {
    const lines = system
      .text(`docker/${app}/Dockerfile`)
      .split("\n")
      .filter((line) => /^[A-Z]/.test(line));
    const port = /--publish %i:(\d+)/.exec(appUnit(app))?.[1];
    expect(lines[0]).toMatch(/^FROM /);
    expect(lines).toContain(`EXPOSE ${port}`);
    expect(lines.at(-1)).toMatch(/^CMD \[/);
  });

  it.each(apps)("S0-04 S0-05 pulls %s from quay.io, and starts it afresh", (app) => {
    const before = directive(appUnit(app), "ExecStartPre");
    expect(before).toEqual([
      `-/usr/bin/docker stop ${app}-%i`,
      `-/usr/bin/docker rm --force ${app}-%i`,
      `/usr/bin/docker pull quay.io/queeno/tw-${app}:latest`,
    ]);
  });
});

describe("the cloud-config", () => {
  it("S0-07 S0-36 S0-37 starts etcd, Docker, fleet and Traefik, each after what it needs", () => {
    const order = config.coreos.units.map(({ name }) => name);
    expect(order).toEqual([
      "etcd2.service",
      "format-docker.service",
      "var-lib-docker.mount",
      "docker.service",
      "fleet.service",
      "traefik.service",
      "tw-apps-bootstrap.service",
    ]);
    expect(config.coreos.units.every(({ command }) => command === "start")).toBe(true);
    const after = (name: string) => {
      const unit = unitOf(config, name);
      const text = `${unit?.content ?? ""}${unit?.["drop-ins"]?.map(({ content }) => content).join("") ?? ""}`;
      return directive(text, "After").flatMap((words) => words.split(" "));
    };
    for (const name of ["fleet.service", "traefik.service", "tw-apps-bootstrap.service"])
      expect(after(name)).toContain("etcd2.service");
    expect(after("docker.service")).toContain("var-lib-docker.mount");
    expect(after("traefik.service")).toContain("docker.service");
    expect(after("tw-apps-bootstrap.service")).toContain("fleet.service");
  });

  it("S0-32 S0-37 lets etcd join with the token", () =>
    expect(config.coreos.etcd2).toMatchObject({
      discovery: values.discovery_url,
      "advertise-client-urls": "http://$private_ipv4:2379",
      "initial-advertise-peer-urls": "http://$private_ipv4:2380",
    }));

  it("S0-34 S0-39 S0-40 writes two units of fleet for each app, as the fleet target has them", () => {
    for (const app of apps)
      for (const name of [`${app}@.service`, `${app}-discovery@.service`]) {
        const own = system.text(`fleet/${name}`);
        expect(fileOf(config, `/var/lib/fleet/${name}`)).toBe(own.slice(own.indexOf("[Unit]")));
      }
    expect(config.write_files.filter(({ path }) => path.startsWith("/var/lib/fleet/"))).toHaveLength(8);
  });

  it("S0-35 S0-43 configures Traefik to read etcd, with its page on 8080", () =>
    expect(parseToml(fileOf(config, "/etc/traefik.toml"))).toMatchObject({
      entryPoints: { http: { address: ":80" }, traefik: { address: ":8080" } },
      api: { entryPoint: "traefik", dashboard: true },
      etcd: { endpoint: "127.0.0.1:2379", watch: true, prefix: "/traefik" },
    }));

  it("S0-38 runs Traefik on every machine, in the network of the machine", () => {
    const traefik = unitOf(config, "traefik.service");
    expect(traefik).toMatchObject({ command: "start", enable: true });
    const [start = ""] = directive(traefik?.content ?? "", "ExecStart");
    expect(start).toContain("--network host");
    expect(start).toContain("--volume /etc/traefik.toml:/etc/traefik/traefik.toml:ro");
    expect(start).toMatch(/traefik:1\.7$/);
  });

  it("keeps what only the deployment knows in a file that root alone reads", () => {
    const file = config.write_files.find(({ path }) => path === "/etc/tw-apps/fleet/front-end.env");
    expect(file).toMatchObject({ permissions: "0600", encoding: "base64" });
    expect(directive(appUnit("front-end"), "EnvironmentFile")).toContain("/etc/tw-apps/fleet/front-end.env");
  });
});

describe("the units of fleet", () => {
  it.each(apps)("S0-39 publishes the port of %s by the name of the copy", (app) => {
    const [start = ""] = directive(appUnit(app), "ExecStart");
    expect(start).toMatch(/--publish %i:80\d\d /);
    expect(appUnit(app)).toContain(`Conflicts=${app}@*.service`);
  });

  it.each(apps)("S0-40 binds the sidekick of %s to its machine", (app) => {
    expect(directive(sidekick(app), "BindsTo")).toEqual([`${app}@%i.service`]);
    expect(directive(sidekick(app), "MachineOf")).toEqual([`${app}@%i.service`]);
  });

  it.each([
    ["front-end", "Host:www.gce.norix.co.uk"],
    ["newsfeed", "Host:tw-newsfeed"],
    ["quotes", "Host:tw-quotes"],
    ["static-assets", '"Host:www.gce.norix.co.uk;PathPrefix:/css"'],
  ])("S0-41 registers %s in Traefik's keys for longer than until the next time", (app, rule) => {
    const [start = ""] = directive(sidekick(app), "ExecStart");
    expect(start).toContain(`/traefik/backends/${app}/servers/${app}-%i/url http://\${COREOS_PRIVATE_IPV4}:%i`);
    expect(start).toContain(`/traefik/frontends/${app}/backend ${app}`);
    expect(start).toContain(`/traefik/frontends/${app}/routes/1/rule ${rule}`);
    const [, ttl, pause] = /--ttl (\d+) .*sleep (\d+)/.exec(start) ?? [];
    expect([ttl, pause]).toEqual(["60", "45"]);
  });

  it("S0-41 reaches names of one word at its own machine", () => {
    const [start = ""] = directive(appUnit("front-end"), "ExecStart");
    expect(start).toContain("--add-host tw-quotes:${COREOS_PRIVATE_IPV4}");
  });
});

describe("the bootstrap", () => {
  const program = fileOf(config, "/opt/bin/tw-apps-bootstrap");

  /** Runs it where etcd keeps its keys in a folder. */
  const run = (folder: string, isBroken = false): readonly string[] => {
    const tools = {
      etcdctl: `case $1 in mk) [ ! -e ${folder}/key ] && echo "$3" > ${folder}/key ;; rm) rm ${folder}/key ;; esac`,
      fleetctl: `echo "fleetctl $*" >> ${folder}/log${isBroken ? "; exit 1" : ""}`,
    };
    for (const [name, body] of Object.entries(tools)) {
      writeFileSync(join(folder, name), `#!/bin/bash\n${body}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    writeFileSync(join(folder, "log"), "");
    try {
      execFileSync("bash", ["-c", program.replace("/var/lib/fleet", folder)], {
        env: { PATH: `${folder}:/usr/bin:/bin` },
        stdio: "ignore",
      });
    } catch (error) {
      if (!isBroken) throw error;
    }
    return readFileSync(join(folder, "log"), "utf8").trim().split("\n").filter(Boolean);
  };

  const fresh = (): string => mkdtempSync(join(tmpdir(), "specc-bootstrap-"));

  it("S0-01 S0-42 hands all units over, then starts each copy and its sidekick, those that others wait for first", () => {
    const lines = run(fresh());
    expect(lines.map((line) => line.split(" ")[1])).toEqual(["submit", "start", "start"]);
    const words = lines.slice(1).map((line) => line.split(" ").slice(2));
    const expected = apps.flatMap((app) =>
      (copies[app] ?? []).flatMap((copy) => [`${app}@${copy}.service`, `${app}-discovery@${copy}.service`]),
    );
    expect(words.flat().toSorted()).toEqual(expected.toSorted());
    expect(words[1]?.every((unit) => unit.startsWith("front-end"))).toBe(true);
  });

  it("S0-42 leaves it to who was first", () => {
    const folder = fresh();
    expect(run(folder)).not.toEqual([]);
    expect(run(folder)).toEqual([]);
  });

  it("S0-42 gives the lock back when it fails", () => {
    const folder = fresh();
    run(folder, true);
    expect(existsSync(join(folder, "key"))).toBe(false);
  });

  it("S0-46 is not there when a pipeline deploys", () => {
    const other = cloudConfig({ overlay: "ci: {pipeline: {enabled: true}}" });
    expect(fileOf(other, "/opt/bin/tw-apps-bootstrap")).toBe("");
    expect(unitOf(other, "tw-apps-bootstrap.service")).toBeUndefined();
    expect(fileOf(other, "/var/lib/fleet/quotes@.service")).toBe(appUnit("quotes"));
  });

  it("S0-48 runs the CI system as an app like others", () => {
    const overlay = `
      images: {ci: {kind: container, registry: quay, repository: tw-ci}}
      apps: {ci: {image: ci, port: 8153, volumes: [], routes: [{host: "ci.gce.norix.co.uk"}]}}`;
    const other = cloudConfig({ overlay });
    expect(fileOf(other, "/var/lib/fleet/ci@.service")).toContain("quay.io/queeno/tw-ci:latest");
    expect(fileOf(other, "/opt/bin/tw-apps-bootstrap")).toContain("ci@1.service");
  });
});

describe("Flatcar", () => {
  const overlay = "images: {coreos: {name: flatcar-stable}}\npolicy: {accept: {end-of-life: {at: [cluster.fleet]}}}";
  const flatcar = systemOf("tw-apps", { overlay });
  const folder = "terraform/modules/tw-instance";
  const ignition = JSON.parse(rendered(flatcar.text(`${folder}/ignition.json.tftpl`))) as {
    readonly ignition: { readonly version: string };
    readonly storage: {
      readonly files: readonly { readonly path: string; readonly contents: { readonly source: string } }[];
    };
    readonly systemd: { readonly units: readonly { readonly name: string; readonly contents?: string }[] };
  };
  const contentOf = (path: string): string => {
    const source = ignition.storage.files.find((file) => file.path === path)?.contents.source ?? "";
    return source.startsWith("data:,") ? decodeURIComponent(source.slice("data:,".length)) : source;
  };

  it("S0-09 follows CoreOS by another name of the image", () => {
    expect(flatcar.findings).toEqual([]);
    expect(flatcar.text(`${folder}/main.tf`)).toContain('image = "kinvolk-public/flatcar-stable"');
    expect(flatcar.paths).not.toContain(`${folder}/cloud-config.yaml.tftpl`);
  });

  it("reads Ignition, which says what its Butane source does", () => {
    expect(ignition.ignition.version).toBe("3.3.0");
    const [butane] = flatcar.yaml(`${folder}/butane.yaml.tftpl`) as readonly {
      readonly variant: string;
      readonly systemd: { readonly units: readonly { readonly name: string; readonly contents?: string }[] };
    }[];
    expect(butane?.variant).toBe("flatcar");
    expect(ignition.systemd.units.map(({ name }) => name)).toEqual(butane?.systemd.units.map(({ name }) => name));
    for (const [index, unit] of ignition.systemd.units.entries())
      expect(unit.contents).toBe(
        butane?.systemd.units[index]?.contents && rendered(butane.systemd.units[index].contents),
      );
    expect(contentOf("/etc/etcd.env")).toBe(`ETCD_DISCOVERY=${values.discovery_url}\n`);
  });

  it("is what Ignition 3.3 takes", () => {
    const schema = JSON.parse(readFileSync("test/fixtures/ignition-3.3.schema.json", "utf8")) as object;
    const validate = new Ajv({ allErrors: true }).compile(schema);
    const errorsOf = (of: unknown) => (validate(of) ? [] : (validate.errors ?? []));
    expect(errorsOf(ignition)).toEqual([]);
    const [file] = ignition.storage.files;
    expect(errorsOf({ ...ignition, storage: { files: [{ ...file, mode: "0644" }] } })).toHaveLength(1);
    expect(errorsOf({ ...ignition, systemd: { units: [{ name: "etcd", enabled: true }] } })).toHaveLength(1);
  });

  it("speaks the third interface of etcd", () => {
    expect(contentOf("/etc/traefik.toml")).toContain("useAPIV3 = true");
    expect(contentOf("/var/lib/fleet/quotes-discovery@.service")).toContain("etcdctl put --lease");
    expect(contentOf("/opt/bin/tw-apps-bootstrap")).toContain("etcdctl txn");
  });
});
