import { describe, expect, it } from "vitest";
import { findingsOf } from "./units-of.ts";

const database = "database: {main: {engine: postgres, version: '16'}}\n";
const api = "api: {image: 'a/b:1', port: 80}";

/** What is wrong, an app `web` with it and what it needs around it, and the finding. */
const findings: readonly (readonly [what: string, fragment: string, finding: string])[] = [
  [
    "a late-bound argument",
    `${database}apps: {web: {image: 'a/b:1', args: ['--db=\${database.main.host}']}}`,
    "fleet-late-bound at apps.web.args.0: fleet cannot fill `${database.main.host}` into `args`",
  ],
  [
    "another app's address in an argument",
    `apps: {${api}, web: {image: 'a/b:1', args: ['\${apps.api.url}']}}`,
    "fleet-late-bound at apps.web.args.0: fleet cannot fill `${apps.api.url}` into `args`",
  ],
  [
    "what a pipeline builds",
    "apps: {web: {image: 'a/b:${build.tag}'}}",
    "fleet-no-value at apps.web.image: `${build.tag}` has no value here: a unit has no inputs that a pipeline could give",
  ],
  [
    "a zone",
    "apps: {web: {image: 'a/b:1', env: {ZONE: '${self.zone}'}}}",
    "fleet-no-value at apps.web.env.ZONE: `${self.zone}` has no value here: a machine of fleet does not know its zone",
  ],
  [
    "the number of a daemon's copy",
    "apps: {web: {kind: daemon, image: 'a/b:1', env: {I: '${self.index}'}}}",
    "fleet-no-value at apps.web.env.I: `${self.index}` has no value here: fleet does not number the copies of a daemon",
  ],
  [
    "a setting of the deployment and the machine",
    `${database}apps: {web: {image: 'a/b:1', env: {X: '\${database.main.host} \${self.index}'}}}`,
    "fleet-mixed-setting at apps.web.env.X: fleet cannot put `${database.main.host}` and `${self.index}` into one setting",
  ],
  [
    "a line that is long in bytes alone",
    `apps: {web: {image: 'a/b:1', env: {X: '${"é".repeat(1100)}'}}}`,
    "fleet-line at apps.web.env.X: this makes a line of 2216 bytes, and fleet takes no more than 2047",
  ],
  [
    "the name of a sidekick",
    "apps: {web: {image: 'a/b:1', port: 80}, web-discovery: {image: 'a/b:1'}}",
    "fleet-name-taken at apps.web-discovery: `web-discovery` is taken by the registration of `web`",
  ],
  [
    "a path that Traefik takes for a pattern",
    "apps: {web: {image: 'a/b:1', port: 80, routes: [{host: a.example.com, path: '/{id}'}]}}",
    "fleet-route at apps.web.routes.0.path: Traefik 1.7 cannot match a `{`",
  ],
  [
    "the order in which apps start",
    `apps: {${api}, web: {image: 'a/b:1', dependsOn: [apps.api]}}`,
    "fleet-start-order at apps.web.dependsOn.0: fleet starts `web` without waiting for `api`",
  ],
  [
    "more copies than machines",
    "apps: {web: {image: 'a/b:1', replicas: 10}}",
    "fleet-machines at apps.web.replicas: 10 copies need as many machines, and `web` has 9",
  ],
];

describe("what fleet cannot say", () => {
  it.each(findings)("is %s", (_, fragment, finding) => {
    expect(findingsOf(fragment)).toEqual([finding]);
  });

  it("is not yet a line of 2,047 bytes", () => {
    const setting = "x".repeat(2047 - 'Environment="X="'.length);
    expect(findingsOf(`apps: {web: {image: 'a/b:1', env: {X: '${setting}'}}}`)).toEqual([]);
    expect(findingsOf(`apps: {web: {image: 'a/b:1', env: {X: '${setting}x'}}}`)).toHaveLength(1);
  });
});
