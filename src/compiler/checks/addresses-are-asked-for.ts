import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { App } from "../environment/app.ts";
import type { Environment } from "../environment/environment.ts";
import { isLiteral, literal } from "../environment/text.ts";

/** `10.0.1.7`, `http://10.0.1.7:8080`, `backend.internal:8080`: what leads to one machine, or to one port of one name. */
const ADDRESS = /(?:^|[/@])(?:\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|[a-z0-9-]+(?:\.[a-z0-9-]+)*:\d{1,5}(?:[/?]|$))/i;

/** Whoever asks where an app is each time it calls it has no use for an address that stays when the app moves. */
export const addressesAreAskedFor: Check = function* (environment) {
  for (const app of environment.apps) {
    const consumed = consumedBy(environment, app);
    if (consumed.length === 0) continue;
    for (const { at, value } of app.env)
      if (isLiteral(value) && ADDRESS.test(literal(value).value))
        yield diagnose("fixed-address", at, { app: app.name, others: consumed });
  }
};

const consumedBy = ({ reach }: Environment, { name, at }: App): readonly string[] =>
  reach.flatMap(({ from, to, origins }) =>
    from === name && to.section === "apps" && origins.some(({ at: place }) => place[at.length] === "consumes")
      ? [to.name]
      : [],
  );
