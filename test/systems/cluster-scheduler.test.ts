import { describe, expect, it } from "vitest";
import { type Body, systemOf } from "../support/systems.ts";

const cluster = systemOf("cluster");
const job = (name: string): Promise<Body> => cluster.hcl(`${name}/deploy/${name}.nomad.hcl`);
const text = (name: string): string => cluster.text(`${name}/deploy/${name}.nomad.hcl`);

/** What stands at a path of block names and labels; each block of hcl2json is a list. */
const inside = (tree: unknown, ...path: readonly string[]): Body =>
  path.reduce<Body>((node, key) => {
    const found = node[key];
    return (Array.isArray(found) ? found[0] : found) as Body;
  }, tree as Body);

const group = async (name: string): Promise<Body> => inside(await job(name), "job", name, "group", name);
const task = async (name: string): Promise<Body> => inside(await group(name), "task", name);

const packer = (image: string): Body => JSON.parse(cluster.text(`${image}/build/packer.json`)) as Body;
const installed = (image: string): string => cluster.text(`${image}/build/install.sh`);

const modules: Readonly<Record<string, string>> = {
  servers: "consul-nomad",
  public: "nomad-workers",
  private: "nomad-workers",
};

const userData = (name: string): string =>
  cluster.text(`infrastructure/infra/modules/${modules[name]}/user-data/${name}.yaml.tftpl`);

describe("cluster, the apps", () => {
  it("S4-01 S4-02 S4-03 runs two services from images", async () => {
    for (const name of ["backend", "frontend"]) {
      expect(inside(await job(name), "job", name)).toMatchObject({ type: "service" });
      expect(await task(name)).toMatchObject({ driver: "docker" });
    }
  });

  it("S4-02 S4-03 S4-42 tells each what shows that it is deployed: the node, the commit, the branch", async () => {
    for (const name of ["backend", "frontend"])
      expect(inside(await task(name), "env")).toEqual({
        VARIABLE: "value",
        NODE: "${attr.unique.network.ip-address}",
        GIT_SHORT_COMMIT: "${var.build_commit}",
        BRANCH: "${var.build_branch}",
      });
  });

  it("S4-04 tells the frontend no address of the backend", () => expect(text("frontend")).not.toContain("backend"));

  it("S4-04 warns of an address that a consumer is told", () => {
    const edited = systemOf("cluster", { overlay: 'apps: {frontend: {env: {BACKEND: "http://10.0.1.7:8080"}}}' });
    expect(edited.findings).toContain("fixed-address apps.frontend.env.BACKEND");
    expect(cluster.findings.filter((finding) => finding.startsWith("fixed-address"))).toEqual([]);
  });

  it("S4-05 registers each in Consul under its name, with a check", async () => {
    for (const [name, port] of [
      ["backend", "tcp"],
      ["frontend", "http"],
    ] as const) {
      const service = inside(await group(name), "service");
      expect(service).toMatchObject({ name, port, provider: "consul" });
      expect(inside(service, "check")).toMatchObject({ type: "tcp" });
    }
  });

  it("S4-49 places each on the workers with its label", async () => {
    for (const [name, subnet] of [
      ["backend", "private"],
      ["frontend", "public"],
    ] as const)
      expect(inside(await job(name), "job", name, "constraint")).toEqual({
        attribute: "${meta.subnet}",
        value: subnet,
      });
  });

  it("S4-28 takes images from the repository of DOCKER_REPOSITORY", async () => {
    const { image } = inside(await task("backend"), "config");
    expect(image).toBe("${var.docker_repository}/backend:${var.build_commit}");
    const { image: other } = inside(
      await systemOf("cluster", { variables: { docker_repository: "ghcr.io/acme" } }).hcl(
        "backend/deploy/backend.nomad.hcl",
      ),
      "variable",
      "docker_repository",
    ) as { image?: string };
    expect(other).toBeUndefined();
  });

  it("S4-29 S4-30 signs in to the repository when DOCKER_LOGIN says so, with a password that no file holds", async () => {
    const auth = inside(await task("frontend"), "config", "dynamic", "auth");
    expect(auth["for_each"]).toBe("${var.docker_login ? [true] : []}");
    expect(inside(auth, "content")).toEqual({
      username: "${var.docker_username}",
      password: "${REGISTRY_PASSWORD}",
      email: "${var.docker_email}",
    });
    const template = inside(await task("frontend"), "dynamic", "template");
    expect(template["for_each"]).toBe("${var.docker_login ? [true] : []}");
    expect(inside(template, "content")["data"]).toContain("REGISTRY_PASSWORD={{ .docker_password.Value | toJSON }}");
  });

  it("S4-29 has no login at all where none is wanted for good", () => {
    const edited = systemOf("cluster", {
      overlay: "registry: {docker: {login: null}}\nsecrets: {docker_password: null}",
    });
    expect(edited.text("frontend/deploy/frontend.nomad.hcl")).not.toContain("auth");
  });

  it("S4-46 deploys another version, or an older one, by the tag alone", async () => {
    expect(await job("frontend")).toMatchObject({ variable: { build_commit: [{ type: "${string}" }] } });
    expect(inside(await job("frontend"), "job", "frontend", "update")).toMatchObject({ auto_revert: true });
  });
});

describe("cluster, the proxy", () => {
  it("S4-06 S4-08 runs Traefik on every public worker", async () => {
    const whole = inside(await job("traefik"), "job", "traefik");
    expect(whole).toMatchObject({ type: "system" });
    expect(inside(whole, "constraint")).toEqual({ attribute: "${meta.subnet}", value: "public" });
  });

  it("S4-09 listens on fixed ports, on that which the balancer leads to", async () => {
    const ports = inside(await group("traefik"), "network", "port");
    expect(ports).toEqual({ http: [{ static: 8080 }], dashboard: [{ static: 8081 }] });
    const target = await cluster.block("resource", "aws_lb_target_group", "edge_traefik");
    expect(target).toMatchObject({ port: 8080 });
  });

  it("S4-07 reads the catalogue of Consul in the words of its version", () => {
    expect(text("traefik")).toContain("[consulCatalog]\n");
    expect(text("traefik")).toContain('image           = "traefik:1.7"');
    const newer = systemOf("cluster", { overlay: 'ingress: {traefik: {version: "3.5"}}' });
    const written = newer.text("traefik/deploy/traefik.nomad.hcl");
    expect(written).toContain("[providers.consulCatalog]\n");
    expect(written).not.toContain("[consulCatalog]");
  });

  it("S4-07 has the token of Consul from the variable of its job", () => {
    expect(text("traefik")).toContain("CONSUL_HTTP_TOKEN={{ .consul_token.Value | toJSON }}");
    expect(userData("servers")).toContain("nomad var put -force");
  });

  it("S4-41 routes to the app by its host", async () => {
    expect(inside(await group("frontend"), "service")["tags"]).toEqual([
      "traefik.enable=true",
      "traefik.frontend.rule=Host:frontend.${var.domain}",
    ]);
    const newer = systemOf("cluster", { overlay: 'ingress: {traefik: {version: "3.5"}}' });
    expect(newer.text("frontend/deploy/frontend.nomad.hcl")).toContain(
      "traefik.http.routers.frontend.rule=Host(`frontend.${var.domain}`)",
    );
    expect(inside(await group("backend"), "service")["tags"]).toBeUndefined();
  });
});

describe("cluster, the images", () => {
  it("S4-15 builds an image for servers and one for workers", () => {
    for (const image of ["consul-nomad", "nomad-workers"])
      expect(packer(image)).toMatchObject({
        builders: [{ type: "amazon-ebs" }],
        provisioners: [{}, { type: "shell", script: "{{template_dir}}/install.sh" }, {}],
      });
    expect(installed("nomad-workers")).toMatch(/docker\.io.*\n/);
    expect(installed("consul-nomad")).not.toContain("docker");
  });

  it("S4-15 installs agents in a version, from signed packages", () => {
    for (const image of ["consul-nomad", "nomad-workers"]) {
      expect(installed(image)).toMatch(/apt-get install .* consul=\d+\.\d+\.\d+-1 nomad=\d+\.\d+\.\d+-1\n/);
      expect(installed(image)).toContain("[signed-by=$key]");
      expect(installed(image)).toContain('grep -q "^fpr:.*:$fingerprint:');
    }
  });

  it("S4-51 asks Consul for names below .consul, on the machine and in its containers", () => {
    for (const image of ["consul-nomad", "nomad-workers"]) {
      expect(installed(image)).toContain("\nserver=/consul/127.0.0.1#8600\n");
      expect(installed(image)).toContain("\nDomains=~consul\n");
    }
    expect(installed("nomad-workers")).toContain("\ninterface=docker0\n");
    expect(installed("nomad-workers")).toContain('"dns": ["172.17.0.1"]');
  });

  it("S4-16 S4-28 builds the images of the apps, tags and pushes them", () => {
    for (const image of ["backend", "frontend"])
      expect(packer(image)).toMatchObject({
        builders: [{ type: "docker", image: "ruby:3.4-slim", commit: true }],
        "post-processors": [
          [
            {
              type: "docker-tag",
              repository: `{{user \`docker_repository\`}}/${image}`,
              tag: ["{{user `build_commit`}}"],
            },
            { type: "docker-push" },
          ],
        ],
      });
  });

  it("S4-29 S4-30 signs in to push when DOCKER_LOGIN says so, with the password of the environment", () => {
    const { variables, "post-processors": steps, "sensitive-variables": hidden } = packer("frontend");
    expect(variables).toMatchObject({ docker_password: "{{env `DOCKER_PASSWORD`}}", docker_login: "true" });
    expect(hidden).toEqual(["docker_password"]);
    expect((steps as readonly (readonly Body[])[])[0]?.[1]).toEqual({
      type: "docker-push",
      login: "{{user `docker_login`}}",
      login_username: "{{user `docker_username`}}",
      login_password: "{{user `docker_password`}}",
    });
  });
});

it("S4-05 finds an app that is asked for by its address in Consul, when the cluster has it", () => {
  const edited = systemOf("cluster", { overlay: 'apps: {frontend: {env: {BACKEND: "${apps.backend.url}"}}}' });
  expect(edited.text("frontend/deploy/frontend.nomad.hcl")).toContain(
    [
      '{{ with service "backend" }}{{ with index . 0 }}',
      'BACKEND={{ print "http://" .Address ":" .Port | toJSON }}',
      "{{ end }}{{ end }}",
    ].join(`\n${" ".repeat(10)}`),
  );
});
