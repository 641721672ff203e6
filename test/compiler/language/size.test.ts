import { describe, expect, it } from "vitest";
import { environmentIn, found } from "../../support/findings.ts";

const many = 2000;
const apps = (more: (index: number) => string): string =>
  `provider: {kind: aws, region: r}\nspecc: 1\nname: x\nloadBalancer: {l: {tls: c}}\ntls: {c: {}}\napps:\n${Array.from(
    { length: many },
    (_, index) => `  app-${index}: {image: "a:1", port: ${index + 1}, ${more(index)}}`,
  ).join("\n")}`;

/** Were a lookup linear, these would take minutes. */
describe("thousands of apps", () => {
  it("refer to each other, wait for each other and have hosts of one certificate", () => {
    const { reach, certificates } = environmentIn(
      apps(
        (index) =>
          `routes: [{host: h${index}.example.com}], env: {U: "\${apps.app-${(index * 7) % many}.url}"}, consumes: [app-${
            (index * 3) % many
          }]${index === 0 ? "" : `, dependsOn: [app-${index - 1}]`}`,
      ),
    );
    expect(certificates[0]?.hosts).toHaveLength(many);
    expect(reach.length).toBeGreaterThan(many);
  });

  it("with a mistake in each are shown a hundred", () => {
    expect(found(apps((index) => `dependsOn: [ap-${index}]`)).length).toBe(100);
    expect(found(apps((index) => `env: {U: "\${apps.ap-${index}.url}"}`)).length).toBe(100);
    expect(found(apps(() => "prot: 1")).length).toBe(100);
  });
});
