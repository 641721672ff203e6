import type { App } from "../../compiler/environment/app.ts";
import type { Text } from "../../compiler/environment/text.ts";
import type { SpecPath } from "../../formats/origin.ts";
import { type FixedText, fixedTexts } from "../parts/fixed-texts.ts";
import { loginOf } from "../parts/registry-login.ts";

/** The texts of an app that its job holds from its registration on. */
export function jobTexts(app: App): readonly FixedText[] {
  const login = loginOf(app);
  return [
    ...fixedTexts(app),
    ...field("user", [...app.at, "user"], app.user),
    ...field("workingDirectory", [...app.at, "workingDirectory"], app.workingDirectory),
    ...app.labels.map(({ at, value }) => ({ field: "labels", at, value })),
    ...app.volumes.map(({ at, path }) => ({ field: "volumes", at: [...at, "path"], value: path })),
    ...(login === undefined
      ? []
      : [...field("login", [...login.at, "user"], login.user), ...field("login", [...login.at, "email"], login.email)]),
  ];
}

const field = (name: string, at: SpecPath, value: Text | undefined): readonly FixedText[] =>
  value === undefined ? [] : [{ field: name, at, value }];
