import { describe, expect, it } from "vitest";
import { environmentOf, specc } from "../../support/specc.ts";

const appOf = (fragment: string) => environmentOf(fragment).apps[0];

const codesOf = (fragment: string) => specc(fragment).diagnostics.map(({ code }) => code);

const app = 'apps: {web: {image: "ghcr.io/acme/web:1.4.2"}}';
const nomad = "{kind: nomad, servers: [servers], clients: [clients]}";

describe("where apps run", () => {
  it("is the only cluster, before any group", () => {
    const web = appOf(`{cluster: {main: ${nomad}}, instances: {servers: {}, clients: {}}, ${app}}`);
    expect([web?.cluster?.name, web?.runsOn]).toEqual(["main", undefined]);
  });

  it("is the only group without a cluster", () => {
    const web = appOf(`{instances: {web: {}}, ${app}}`);
    expect([web?.cluster, web?.runsOn?.name]).toEqual([undefined, "web"]);
  });

  it("is what runsOn names, be it a group beside a cluster", () => {
    const web = appOf(
      `{cluster: {main: ${nomad}}, instances: {servers: {}, clients: {}}, apps: {web: {image: "a:1", runsOn: clients}}}`,
    );
    expect([web?.cluster, web?.runsOn?.name]).toEqual([undefined, "clients"]);
  });

  it("is a choice between several clusters", () =>
    expect(codesOf(`{cluster: {a: ${nomad}, b: ${nomad}}, instances: {servers: {}, clients: {}}, ${app}}`)).toEqual([
      "missing-choice",
    ]));

  it("needs section.name where a cluster and a group share a name", () =>
    expect(
      codesOf(
        '{cluster: {web: {kind: docker, nodes: [web]}}, instances: {web: {}}, apps: {a: {image: "a:1", runsOn: web}}}',
      ),
    ).toEqual(["ambiguous-element"]));
});

describe("the machines of a cluster", () => {
  it("are node pools where the provider runs Kubernetes", () => {
    const { instances, nodePools, clusters } = environmentOf(
      "{cluster: {main: {kind: kubernetes}}, instances: {nodes: {count: 3}}}",
    );
    expect([instances, nodePools.map(({ name }) => name), clusters[0]?.managed]).toEqual([[], ["nodes"], true]);
  });

  it("are machines where the servers are ours", () => {
    const { instances, nodePools, clusters } = environmentOf(
      "{cluster: {main: {kind: kubernetes, servers: [servers], nodes: [nodes]}}, instances: {servers: {}, nodes: {}}}",
    );
    expect([instances.map(({ name }) => name), nodePools, clusters[0]?.managed]).toEqual([
      ["nodes", "servers"],
      [],
      false,
    ]);
  });

  it("are the only group", () => {
    const { clusters } = environmentOf("{cluster: {main: {kind: nomad}}, instances: {all: {}}}");
    expect([clusters[0]?.servers[0]?.name, clusters[0]?.clients[0]?.name]).toEqual(["all", "all"]);
  });

  it("that exist are not made", () => {
    const { instances, physicalMachines } = environmentOf("{instances: {office: {kind: physical}, node: {}}}");
    expect([instances.map(({ name }) => name), physicalMachines.map(({ name }) => name)]).toEqual([
      ["node"],
      ["office"],
    ]);
  });
});

describe("targets", () => {
  it.each([
    ["{instances: {web: {}}}", ["terraform"]],
    ["{provider: {kind: vagrant}, instances: {web: {}}}", ["vagrant"]],
    ["{images: {node: {kind: machine, base: ubuntu-24.04, builder: packer}}}", ["terraform", "packer", "ansible"]],
    [
      "{cluster: {a: {kind: fleet}, b: {kind: kubernetes}}, instances: {web: {}}}",
      ["terraform", "fleet", "kubernetes"],
    ],
    ["{targets: [compose], instances: {web: {}}}", ["compose"]],
  ])("of %s are %j", (fragment, expected) => {
    expect(environmentOf(fragment).targets.map(({ value }) => value)).toEqual(expected);
  });
});
