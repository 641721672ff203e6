import { expect, it } from "vitest";
import { ORIGINS, traced } from "../../src/formats/origin.ts";
import { printDocument } from "../../src/formats/print.ts";
import { text } from "../../src/formats/text/tree.ts";

it("prints lines as they come, each with its origins", () => {
  const document = { ...text(["#!/bin/sh", "", traced("id", { at: ["own"] })]), [ORIGINS]: [{ at: ["file"] }] };
  expect(printDocument(document)).toEqual({
    text: "#!/bin/sh\n\nid\n",
    origins: [[{ at: ["file"] }], [{ at: ["file"] }], [{ at: ["own"] }]],
  });
});

it("prints nothing for no lines", () => {
  expect(printDocument(text([]))).toEqual({ text: "", origins: [] });
});
