import { describe, expect, it } from "vitest";
import { compileMerged } from "../../../src/compiler/compile.ts";
import { showPath } from "../../../src/compiler/spec/reference.ts";
import { emitters } from "../../../src/emitters/index.ts";
import { type Review, reviewOf } from "../../../src/review/diff/review.ts";
import { compileText } from "../../support/specc.ts";

const spec = `
specc: 1
name: shop
targets: [kubernetes]
apps:
  web: {image: "registry.example.com/web:1.0", port: 8080, replicas: 2}
  api: {image: "registry.example.com/api:1.0", port: 9090, replicas: 2}
`;

const reviewed = (before: string, after: string): Review => {
  const [old, next] = [compileText(before, emitters), compileText(after, emitters)];
  if (old.merged === undefined || old.files.size === 0 || next.files.size === 0)
    throw new Error("a side does not compile");
  const { merged } = old;
  return reviewOf(
    old,
    next,
    (root) => compileMerged({ value: { ...merged, root }, diagnostics: [] }, {}, emitters).files,
  );
};

const shown = ({ groups, unexplained }: Review) => ({
  groups: groups.map(({ edit, hunks }) => [
    `${edit?.kind} ${showPath(edit?.at ?? [])}`,
    ...hunks.flatMap(({ path, changes }) => changes.map(({ sign, text }) => `${path} ${sign}${text.trim()}`)),
  ]),
  unexplained: unexplained.length,
});

describe("a review", () => {
  it("groups what changes under the edit that causes it", () =>
    expect(shown(reviewed(spec, spec.replace("9090, replicas: 2", "9090, replicas: 3").replace("web:1.0", "web:1.1"))))
      .toMatchInlineSnapshot(`
      {
        "groups": [
          [
            "changed apps.api.replicas",
            "kubernetes/api.deployment.yaml -replicas: 2",
            "kubernetes/api.deployment.yaml +replicas: 3",
          ],
          [
            "changed apps.web.image",
            "kubernetes/web.deployment.yaml -image: registry.example.com/web:1.0",
            "kubernetes/web.deployment.yaml +image: registry.example.com/web:1.1",
          ],
        ],
        "unexplained": 0,
      }
    `));

  it("tells a rename from a removal and an addition", () =>
    expect(shown(reviewed(spec, spec.replace("  api:", "  backend:"))).groups.map(([first]) => first)).toEqual([
      "renamed apps.backend",
    ]));

  it("has an edit without any effect too", () =>
    expect(shown(reviewed(spec, `${spec}description: A shop\n`)).groups).toMatchInlineSnapshot(`
      [
        [
          "added description",
        ],
      ]
    `));
});
