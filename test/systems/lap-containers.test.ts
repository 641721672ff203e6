import { describe, expect, it } from "vitest";
import { standIn } from "../support/stand-in.ts";
import { systemOf } from "../support/systems.ts";

const prod = systemOf("lap");
const script = "docker/infra/containers.sh";

/** The words of each `docker run` and `docker create`, by container. */
function runs(): ReadonlyMap<string, string> {
  const machine = standIn(prod);
  expect(machine.run(script, "start")).toMatchObject({ status: 0 });
  const made = machine.calls().filter((call) => /^docker (?:run|create) /.test(call));
  return new Map(made.map((call) => [/--name (\S+)/.exec(call)?.[1] ?? "", call]));
}

describe("the containers of the master", () => {
  const made = runs();

  it("S1-38 are named infra_<name>", () => {
    expect([...made.keys()]).toEqual([
      "infra_environment",
      "infra_registry",
      "infra_dns",
      "infra_cd",
      "infra_git",
      "infra_trac",
      "infra_web",
    ]);
  });

  it("S1-32 import the environment's files, but the registry, which serves its image", () => {
    for (const name of ["infra_dns", "infra_cd", "infra_git", "infra_trac"])
      expect(made.get(name)).toContain("--volumes-from infra_environment:ro");
    expect(made.get("infra_registry")).not.toContain("volumes-from");
  });

  it("S1-72 follow the environment container, whose files they import", () => {
    expect([...made.keys()].indexOf("infra_environment")).toBe(0);
    expect(made.get("infra_environment")).toMatch(/^docker create /);
  });

  it("S1-33 have their folder of /data at /data", () => {
    for (const name of ["registry", "dns", "cd", "git", "trac"])
      expect(made.get(`infra_${name}`)).toContain(`--volume /data/${name}:/data`);
  });

  it("S1-33 may have another folder", () => {
    const overlay = "apps: {cd: {volumes: [{of: data, subPath: delivery, path: /srv}]}}";
    const text = systemOf("lap", { overlay }).text(script);
    expect(text).toContain("--volume /data/delivery:/srv");
  });

  it("S1-67 S1-69 run the stock registry with its options", () => {
    const registry = made.get("infra_registry");
    for (const word of ["--publish 5000:5000", "--env SETTINGS_FLAVOR=local", "--env STORAGE_PATH=/data"])
      expect(registry).toContain(word);
    expect(registry).toMatch(/ localhost:5000\/registry:0\.7\.3$/);
  });

  it("S1-70 publish DNS on the node's own address", () => {
    expect(made.get("infra_dns")).toContain("--publish 192.168.0.11:53:53 --publish 192.168.0.11:53:53/udp");
  });

  it("S1-44 run the images of the commit that is checked out", () => {
    expect(made.get("infra_dns")).toContain(" localhost:5000/infra/c0ffee/dns ");
  });

  it("S1-18 S1-19 stand behind nginx where they share port 80", () => {
    for (const name of ["infra_trac", "infra_cd"]) expect(made.get(name)).not.toContain("--publish");
    expect(made.get("infra_web")).toContain("--publish 80:80");
    expect(prod.text("docker/web/nginx/conf.d/trac.internal.conf")).toContain("proxy_pass http://trac;");
    expect(prod.text("docker/web/nginx/conf.d/upstreams.conf")).toContain("server infra_trac:80;");
    const both = systemOf("lap", { overlay: "apps: {trac: {publish: {80: 80}}, cd: {publish: {80: 80}}}" });
    expect(both.findings).toContain("published-port-taken apps.trac.publish.80");
  });

  it("S1-68 load the registry's image from its archive when it is missing", () => {
    const machine = standIn(prod);
    machine.run(script, "start", "registry");
    const calls = machine.calls().map((call) => call.split(" ").slice(0, 4).join(" "));
    expect(calls.indexOf("docker load --input /data/registry.container")).toBeGreaterThan(-1);
    expect(calls.indexOf("docker load --input /data/registry.container")).toBeLessThan(
      calls.indexOf("docker run --detach --name"),
    );
  });

  it("run once, however often they are started", () => {
    const machine = standIn(prod);
    machine.run(script, "start");
    machine.forget();
    expect(machine.run(script, "start").status).toBe(0);
    expect(machine.calls().filter((call) => /^docker (?:run|create|rm|stop) /.test(call))).toEqual([]);
  });

  it("are stopped and removed, and what is not there is left alone", () => {
    const machine = standIn(prod);
    expect(machine.run(script, "stop").status).toBe(0);
    expect(machine.calls().filter((call) => call.startsWith("docker rm"))).toEqual([]);
    machine.run(script, "start", "dns", "git");
    machine.run(script, "stop", "dns");
    expect(machine.calls().filter((call) => call.startsWith("docker rm"))).toEqual(["docker rm --volumes infra_dns"]);
  });
});

describe("the images of the master", () => {
  it("S1-01 S1-81 are built from Dockerfiles whose bases end at ubuntu", () => {
    for (const name of ["dns", "git", "env", "trac", "cd", "nginx"])
      expect(prod.text(`docker/${name}/Dockerfile`)).toContain("FROM infra/base\n");
    expect(prod.text("docker/base/Dockerfile")).toContain("FROM ubuntu:14.04\n");
  });

  it("S1-20 ask the apt cache for packages once there is one", () => {
    const cached = systemOf("lap", { overlay: "apps: {apt-cache: {enabled: true}}" });
    expect(cached.text("docker/base/Dockerfile")).toContain('ARG APT_CACHE="http://ubuntu.cache.internal:3124"');
    expect(cached.text(script)).toContain("--publish 3124:3124");
    expect(prod.text("docker/base/Dockerfile")).not.toContain("APT_CACHE");
  });

  it("S1-06 hold a folder for each environment, of which a container knows its own", () => {
    expect(prod.text("docker/env/Dockerfile")).toContain("COPY env /env\n");
    expect(prod.text(script)).toContain("--env ENVIRONMENT=prod");
    const test = systemOf("lap", { environment: "test" });
    expect(test.text(script)).toContain("--env ENVIRONMENT=test");
    for (const { printed } of test.compilation.files.values()) expect(printed.text).not.toContain("192.168.0.11");
  });

  it("S1-76 S1-77 install nginx by apt, whose stock build hashes a cookie for sticky sessions", () => {
    expect(prod.text("docker/nginx/Dockerfile")).toMatch(/apt-get install [^]*nginx/);
    expect(prod.text("docker/web/nginx/conf.d/upstreams.conf")).toMatch(/hash \$cookie_\S+ consistent;/);
    const built = systemOf("lap", { overlay: "ingress: {web: {sticky: module}}" });
    expect(built.text("docker/web/nginx/conf.d/upstreams.conf")).toContain("sticky name=trac_replica");
  });
});

describe("the git server", () => {
  it("S1-75 S1-78 is gitolite, whose configuration the admin's key may change", () => {
    expect(prod.text("docker/git/Dockerfile")).toMatch(/apt-get install [^]*gitolite3/);
    expect(prod.text("docker/git/gitolite.conf")).toContain(`repo gitolite-admin
    RW+ = admin

repo lap-infra
    RW+ = admin
    R   = @all
`);
  });
});

describe("the workers", () => {
  const workers = systemOf("lap", { overlay: "instances: {worker: {count: 2}}" });

  it("S1-55 S1-79 join by the master as a peer of etcd, beside those that are named", () => {
    expect(workers.yaml("vagrant/user-data/worker.yaml")).toMatchObject([
      { coreos: { etcd: { peers: "192.168.0.11:7001,172.17.8.101:7001,172.17.8.102:7001" } } },
    ]);
  });
});

describe("a file that is said by the spec alone", () => {
  it("is bash", () => {
    expect(standIn(prod).run(script, "restart").status).toBe(64);
  });
});
