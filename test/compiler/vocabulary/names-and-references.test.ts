import { describe, expect, it } from "vitest";
import { literal } from "../../../src/compiler/environment/text.ts";
import { environmentOf, specc } from "../../support/specc.ts";

const codesOf = (fragment: string) => specc(fragment).diagnostics.map(({ code }) => code);

describe("an image of a registry", () => {
  const referenceOf = (image: string, registry: string) =>
    environmentOf(`{registry: {main: ${registry}}, images: {web: {kind: container, registry: main, ${image}}}}`)
      .containerImages[0]?.reference;

  it("begins with the registry's address", () => {
    const reference = referenceOf('repository: web, tag: "1"', "{url: ghcr.io/acme}");
    expect(reference && literal(reference).value).toBe("ghcr.io/acme/web:1");
  });

  it("has the registry's tag where it names none", () => {
    const reference = referenceOf("repository: web", '{url: ghcr.io/acme, tag: "${build.commit}"}');
    expect(reference?.parts).toEqual(["ghcr.io/acme", "/", "web", ":", { kind: "build", attribute: "commit" }]);
  });

  it("comes from no release store", () =>
    expect(
      codesOf(
        '{registry: {r: {kind: release, url: "https://a"}}, images: {web: {kind: container, registry: r, repository: web}}}',
      ),
    ).toEqual(["unknown-element"]));
});

describe("an app from a release", () => {
  const fragment = '{registry: {r: {kind: release, url: "https://a"}}, apps: {web: {artifact: {version: "1"}}}}';

  it("stands beside the apps from images", () => {
    const { apps, artifactApps } = environmentOf(fragment);
    expect([apps, artifactApps.map(({ name }) => name)]).toEqual([[], ["web"]]);
  });

  it("is installed below /opt, under its name", () => {
    const path = environmentOf(fragment).artifactApps[0]?.artifact.path;
    expect(path && literal(path).value).toBe("/opt/web/web");
  });
});

describe("a provider", () => {
  it.each([
    ["{kind: aws, region: eu-west-1, project: acme}", ["key-of-another-kind"]],
    ["{kind: google, region: europe-west1}", ["missing-key"]],
    ["{kind: digitalocean}", ["missing-key"]],
    ["{kind: vagrant}", []],
  ])("as %s is reported as %j", (provider, expected) => {
    expect(codesOf(`{provider: ${provider}, instances: {web: {}}}`)).toEqual(expected);
  });
});

describe("a bool var", () => {
  it("stays a switch where it decides whether there is something", () => {
    const { switches } = environmentOf(
      '{vars: {spare: true}, instances: {web: {}, spare: {enabled: "${vars.spare}"}}}',
    );
    expect(switches).toEqual([{ at: ["instances", "spare", "enabled"], variable: "spare", value: true }]);
  });
});

describe("a former name", () => {
  it("is kept", () => {
    expect(environmentOf("{instances: {web: {was: old}}}").renames).toEqual([
      { at: ["instances", "web", "was"], section: "instances", name: "web", was: "old" },
    ]);
  });
});

describe("who operates", () => {
  const rule = (access: string, from: string) =>
    environmentOf(
      `{access: ${access}, instances: {web: {}}, firewall: {ssh: {from: [${from}], to: [instances.web], allow: [22]}}}`,
    ).firewall[0];

  it("comes from the VPN's addresses", () =>
    expect(rule("{vpn: {cidr: 203.0.113.0/24}}", "vpn")?.from.map(({ value }) => value)).toEqual([
      { kind: "cidr", cidr: "203.0.113.0/24" },
    ]));

  it("comes from the bastion, which is no element", () => {
    const ssh = rule("{bastion: {}}", "bastion");
    expect([ssh?.from, ssh?.bastion.from]).toEqual([[], ["firewall", "ssh", "from", 0]]);
  });

  it("comes from neither where `access` has none", () =>
    expect(codesOf("{instances: {web: {}}, firewall: {ssh: {from: [vpn], to: [instances.web], allow: [22]}}}")).toEqual(
      ["unknown-element"],
    ));
});

describe("a database of ours", () => {
  it("is none of the provider's", () => {
    const { databases, selfHostedDatabases } = environmentOf(
      '{instances: {db: {}}, database: {main: {engine: mariadb, version: "10.6", runsOn: db}}}',
    );
    expect([databases, selfHostedDatabases[0]?.group?.name]).toEqual([[], "db"]);
  });
});
