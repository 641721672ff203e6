import { describe, expect, it } from "vitest";
import { findingsOf } from "./job-of.ts";

const database = "database: {main: {engine: postgres, version: '16'}}\n";

describe("what Nomad cannot say", () => {
  it("is a late-bound argument", () => {
    expect(findingsOf(`${database}apps: {web: {image: 'a/b:1', args: ['--db=\${database.main.host}']}}`))
      .toMatchInlineSnapshot(`
      [
        "nomad-late-bound at apps.web.args.0: Nomad cannot fill \`\${database.main.host}\` into \`args\`",
      ]
    `);
  });

  it("is a path that a client would change", () => {
    expect(findingsOf("apps: {web: {image: 'a/b:1', port: 80, health: {http: '/$${NOMAD_JOB_NAME}'}}}"))
      .toMatchInlineSnapshot(`
      [
        "nomad-runtime-word at apps.web.health.http: Nomad replaces \`\${NOMAD_JOB_NAME}\`, and it cannot be escaped here",
      ]
    `);
  });

  it("is a volume of the provider on clients that offer folders", () => {
    const machines =
      "instances: {nodes: {count: 1}}\ncluster: {jobs: {kind: nomad, servers: [nodes], clients: [nodes]}}\n";
    const app = "apps: {git: {image: 'acme/git:1', runsOn: jobs, volumes: [{of: data, path: /git}]}}";
    expect(findingsOf(`${machines}storage: {data: {kind: volume, size: 10GiB}}\n${app}`)).toContain(
      "nomad-volume at apps.git.volumes.0: a Nomad client does not offer a storage of kind `volume` as a volume",
    );
    expect(findingsOf(`${machines}storage: {data: {kind: path, path: /data}}\n${app}`).join()).not.toContain(
      "nomad-volume",
    );
    expect(
      findingsOf(`storage: {data: {kind: volume, size: 10GiB}}\n${app.replace(" runsOn: jobs,", "")}`).join(),
    ).not.toContain("nomad-volume");
  });

  it("is the number of a daemon's copy", () => {
    expect(findingsOf("apps: {agent: {kind: daemon, image: 'a/b:1', env: {I: '${self.index}'}}}"))
      .toMatchInlineSnapshot(`
      [
        "nomad-index at apps.agent.env.I: \`\${self.index}\` has no value here: Nomad does not number the copies of a daemon",
      ]
    `);
  });

  it("is an argument that counts from one", () => {
    expect(findingsOf("apps: {web: {image: 'a/b:1', args: ['${self.index}']}}")).toMatchInlineSnapshot(`
      [
        "nomad-index at apps.web.args.0: \`\${self.index}\` has no value here: Nomad counts from 0, and the copies are counted from 1",
      ]
    `);
  });

  it("is a check more often than each second", () => {
    const fragment = "apps: {web: {image: 'a/b:1', port: 80, health: {http: /, interval: 500ms, timeout: 200ms}}}";
    expect(findingsOf(fragment)).toMatchInlineSnapshot(`
      [
        "nomad-check-limits at apps.web.health.interval: Nomad takes no \`interval\` below one second",
        "nomad-check-limits at apps.web.health.timeout: Nomad takes no \`timeout\` below one second",
      ]
    `);
  });

  it("is a task without memory", () => {
    expect(findingsOf("apps: {web: {image: 'a/b:1', resources: {memory: 512KiB}}}")).toMatchInlineSnapshot(`
      [
        "nomad-resources at apps.web.resources.memory: Nomad takes no \`memory\` below 10MiB",
      ]
    `);
  });

  it("is two items of one name", () => {
    const fragment = `${database}secrets: {database_main_host: {env: HOST}}
apps: {web: {image: 'a/b:1', env: {A: '\${database.main.host}', B: '\${secrets.database_main_host}'}}}`;
    expect(findingsOf(fragment)).toMatchInlineSnapshot(`
      [
        "nomad-name-taken at apps.web.env: \`\${database.main.host}\` and \`\${secrets.database_main_host}\` would both be \`database_main_host\` in Nomad",
      ]
    `);
  });

  it("is two inputs of one name", () => {
    const fragment = "vars: {build_tag: x}\napps: {web: {image: 'a/b:${build.tag}', env: {TAG: '${vars.build_tag}'}}}";
    expect(findingsOf(fragment)).toMatchInlineSnapshot(`
      [
        "nomad-name-taken at vars.build_tag: \`\${vars.build_tag}\` and \`\${build.tag}\` would both be \`build_tag\` in Nomad",
      ]
    `);
  });

  it("is the order in which apps start", () => {
    const fragment = "apps: {api: {image: 'a/b:1'}, web: {image: 'a/b:1', dependsOn: [apps.api]}}";
    expect(findingsOf(fragment)).toMatchInlineSnapshot(`
      [
        "nomad-start-order at apps.web.dependsOn.0: Nomad starts \`web\` without waiting for \`api\`",
      ]
    `);
  });
});
