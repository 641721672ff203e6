import { describe, expect, it } from "vitest";
import { blocksOf, jobOf } from "./job-of.ts";

describe("the inputs of a job", () => {
  it("are the vars that it reads, with their limits", () => {
    const fragment = `
      vars:
        release: {default: '1.4.2', description: Tag of the image, pattern: '^[0-9.]+$'}
        copies: {default: 3, min: 1, max: 9}
        verbose: {default: false}
        unread: {default: x}
      apps:
        web: {image: 'acme/web:\${vars.release}', replicas: '\${vars.copies}', env: {VERBOSE: '\${vars.verbose}'}}`;
    expect(blocksOf("variable", "web", fragment)).toMatchInlineSnapshot(`
      "variable "copies" {
        type    = number
        default = 3

        validation {
          condition     = var.copies >= 1 && var.copies <= 9
          error_message = "Must be from 1 to 9."
        }
      }

      variable "release" {
        type        = string
        description = "Tag of the image"
        default     = "1.4.2"

        validation {
          condition     = regex_replace(var.release, "^[0-9.]+$", "$0.") != var.release
          error_message = "Must match ^[0-9.]+$."
        }
      }

      variable "verbose" {
        type    = bool
        default = false
      }
      "
    `);
    expect(jobOf("web", fragment)).toContain("count = var.copies");
    expect(blocksOf("config", "web", fragment)).toMatchInlineSnapshot(`
      "config {
        image        = "acme/web:\${var.release}"
        security_opt = ["no-new-privileges"]
      }
      "
    `);
    expect(blocksOf("env", "web", fragment)).toMatchInlineSnapshot(`
      "env {
        VERBOSE = var.verbose
      }
      "
    `);
  });

  it("are what the pipeline builds", () => {
    const fragment = "apps: {web: {image: 'acme/web:${build.commit}'}}";
    expect(blocksOf("variable", "web", fragment)).toMatchInlineSnapshot(`
      "variable "build_commit" {
        type        = string
        description = "Commit that the pipeline builds"
      }
      "
    `);
    expect(blocksOf("config", "web", fragment)).toContain('image        = "acme/web:${var.build_commit}"');
  });
});
