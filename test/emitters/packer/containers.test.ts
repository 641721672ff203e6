import { describe, expect, it } from "vitest";
import { packer } from "../../../src/emitters/packer/index.ts";
import { specc } from "../../support/specc.ts";

const templateOf = (image: string, more = ""): Record<string, unknown> => {
  const { files } = specc(
    `targets: [packer]
images: {web: {kind: container, builder: packer, base: "debian:12", build: {context: web}, ${image}}}
${more}`,
    [packer],
  );
  return JSON.parse(files.get("packer/web.json")?.printed.text ?? "{}") as Record<string, unknown>;
};

describe("a container image", () => {
  it("is tagged after the last colon that no slash follows", () => {
    expect(templateOf('repository: "localhost:5000/acme/web", tag: "1.4.2"')).toMatchObject({
      "post-processors": [[{ type: "docker-tag", repository: "localhost:5000/acme/web", tag: ["1.4.2"] }]],
    });
  });

  it("is pushed to its registry, and without a registry stays", () => {
    const steps = templateOf("repository: web, registry: main", "registry: {main: {url: ghcr.io/acme}}")[
      "post-processors"
    ];
    expect(steps).toEqual([[{ type: "docker-tag", repository: "ghcr.io/acme/web" }, { type: "docker-push" }]]);
    expect(templateOf("repository: acme/web")["post-processors"]).toEqual([
      [{ type: "docker-tag", repository: "acme/web" }],
    ]);
  });

  it("signs in at the registry's own host, with a password that is hidden", () => {
    const registry = `registry: {main: {url: ghcr.io/acme, login: {user: acme, password: "\${secrets.token}"}}}
secrets: {token: {env: TOKEN}}`;
    const template = templateOf("repository: web, registry: main", registry);
    expect(template).toMatchObject({
      variables: { token: "{{env `TOKEN`}}" },
      "sensitive-variables": ["token"],
      "post-processors": [
        [
          {},
          {
            login: true,
            login_username: "acme",
            login_password: "{{user `token`}}",
            login_server: "ghcr.io",
          },
        ],
      ],
    });
  });
});
