import { defineConfig } from "vitest/config";

/** Tests that ask the real tools; `.ci/run` has them, and a missing one fails. */
export default defineConfig({
  test: { include: ["test/real/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000 },
});
