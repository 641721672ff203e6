import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isLiteral, literal } from "../../../compiler/environment/text.ts";

/** The kubelet knows no names of an image, and the namespace lets nobody be root. */
const number = /^[1-9][0-9]{0,8}(?::[1-9][0-9]{0,8})?$/;

export const usersAreNumbers: Check = function* ({ apps }) {
  for (const { name, at, user } of apps)
    if (user !== undefined && !(isLiteral(user) && number.test(literal(user).value)))
      yield diagnose("kubernetes-user", [...at, "user"], { app: name });
};
