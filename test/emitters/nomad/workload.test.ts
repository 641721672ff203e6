import { describe, expect, it } from "vitest";
import { blocksOf, jobOf } from "./job-of.ts";

describe("what an app has of its machine", () => {
  it("is a port by name, and one of the machine where it is published", () => {
    const fragment = `
      apps:
        git: {image: 'acme/git:1', port: 3000, ports: {ssh-keys: 22}, publish: {2222: 22, 9000: 9000}}`;
    expect(blocksOf("port", "git", fragment)).toMatchInlineSnapshot(`
      "port "tcp" {
        to = 3000
      }

      port "ssh_keys" {
        static = 2222
        to     = 22
      }

      port "published_9000" {
        static = 9000
        to     = 9000
      }
      "
    `);
    expect(jobOf("git", fragment)).toContain('ports        = ["tcp", "ssh_keys", "published_9000"]');
  });

  it("is a folder that clients offer by the name of the storage", () => {
    const fragment = `
      storage: {data: {kind: path, path: /data}}
      apps: {git: {image: 'acme/git:1', volumes: [{of: data, path: /git, readOnly: true}]}}`;
    expect(jobOf("git", fragment)).toContain('volume "data" {\n      type   = "host"\n      source = "data"\n    }');
    expect(jobOf("git", fragment)).toContain(
      'volume_mount {\n        volume      = "data"\n        destination = "/git"\n        read_only   = true\n      }',
    );
  });

  it("is the user and the folder of its process", () => {
    const job = jobOf("git", "apps: {git: {image: 'acme/git:1', user: git, workingDirectory: /srv}}");
    expect(job).toMatch(/user += "git"/);
    expect(job).toMatch(/work_dir += "\/srv"/);
  });
});

describe("the cluster of an app", () => {
  it("is named where it is not the usual one", () => {
    const job = jobOf(
      "web",
      "cluster: {jobs: {kind: nomad, namespace: shop, datacenter: north}}\napps: {web: {image: 'acme/web:1'}}",
    );
    expect(job).toMatch(/namespace += "shop"/);
    expect(job).toMatch(/datacenters = \["north"\]/);
  });

  it("has machines with the labels that an app asks for", () => {
    expect(jobOf("web", "apps: {web: {image: 'acme/web:1', labels: {subnet: public}}}")).toContain(
      'constraint {\n    attribute = meta.subnet\n    value     = "public"\n  }',
    );
  });
});
