import type { App } from "../../compiler/environment/app.ts";
import type { Text } from "../../compiler/environment/text.ts";
import type { SpecPath } from "../../formats/origin.ts";

/** A text that a job holds from its registration on, and the key of the app that it stands under. */
export interface FixedText {
  readonly field: string;
  readonly at: SpecPath;
  readonly value: Text;
}

/** The texts of an app outside of its environment. */
export function fixedTexts({ at, image, command = [], args = [], health, routes }: App): readonly FixedText[] {
  return [
    { field: "image", at: [...at, "image"], value: image },
    ...command.map((value, index) => ({ field: "command", at: [...at, "command", index], value })),
    ...args.map((value, index) => ({ field: "args", at: [...at, "args", index], value })),
    ...(health?.http === undefined ? [] : [{ field: "health", at: [...health.at, "http"], value: health.http }]),
    ...routes.flatMap((route) => [
      { field: "routes", at: [...route.at, "host"], value: route.host },
      { field: "routes", at: [...route.at, "path"], value: route.path },
    ]),
  ];
}
