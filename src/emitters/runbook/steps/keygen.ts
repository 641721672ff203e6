import type { Action } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled } from "../../../formats/text/template.ts";
import { privateKeyFile } from "../../parts/ssh-key-file.ts";
import { tasksOf } from "../elements.ts";
import type { Lowering } from "../step-script.ts";
import { keygenSh } from "./templates.gen.ts";

/** A key that is not there yet. */
export const keygen: Lowering<Action & { readonly kind: "keygen" }> = ({ environment }, { of }) =>
  tasksOf(
    of.value,
    (environment.access?.sshKeys ?? []).filter((key) => privateKeyFile(environment, key) !== undefined),
    (key) => ({
      name: `keygen_${key.name}`,
      text: `make the SSH key ${key.name} unless it is there`,
      where: "here",
      tools: ["ssh-keygen"],
      commands: filled(keygenSh, { name: key.name, file: privateKeyFile(environment, key) }, [from(key.at)]),
    }),
  );
