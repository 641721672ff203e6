import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { builtSpecc, project, run, SHOP } from "../cli/support.ts";

const specc = builtSpecc();

it("diff REVISION SPEC starts from what git has, bases and all", () => {
  const folder = project({ "specs/base.yaml": SHOP, "specs/shop.yaml": "extends: [base.yaml]\n" });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], { cwd: folder });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "begin");
  writeFileSync(join(folder, "specs/base.yaml"), SHOP.replace("1.4.2", "1.5.0"));
  const { status, stdout } = run(specc, folder, ["diff", "HEAD", "specs/shop.yaml", "--exit-code"]);
  expect(status).toBe(2);
  expect(stdout).toMatch(/^vars\.release\.default 1\.4\.2 -> 1\.5\.0 {2}specs\/base\.yaml:4\n/);
  expect(run(specc, folder, ["diff", "no-such", "specs/shop.yaml"]).status).toBe(3);
});
