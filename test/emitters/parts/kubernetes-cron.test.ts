import { describe, expect, it } from "vitest";
import { kubernetesCron } from "../../../src/emitters/parts/kubernetes-cron.ts";

describe("kubernetesCron", () => {
  it.each([
    ["0 6 * * 7", "0 6 * * 0"],
    ["0 6 * * 5-7", "0 6 * * 0,5,6"],
    ["0 6 * * 1,7", "0 6 * * 0,1"],
  ])("writes the Sunday of %s as %s", (line, written) => expect(kubernetesCron(line)).toBe(written));

  it.each(["0 6 * * 1-5", "*/7 7 7 7 *", "0 6 * * sun", "0 0 1 * */7"])("leaves %s as it is", (line) =>
    expect(kubernetesCron(line)).toBe(line),
  );
});
