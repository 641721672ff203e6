import type { Environment } from "../../../compiler/environment/environment.ts";
import type { State } from "../../../compiler/environment/state.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, object } from "../../../formats/hcl/tree.ts";
import { ofComponent } from "../../parts/component-state.ts";
import { identifier } from "../identifiers.ts";
import { lowerFixed } from "../lower.ts";

/** The states of other components that a module reads. */
export const remoteStates = (environment: Environment, components: readonly string[]): readonly Block[] =>
  components.map((component) =>
    because(
      [by("shared-state", environment.state?.at ?? environment.at)],
      block(["data", "terraform_remote_state", identifier(component)], {
        backend: environment.state?.kind ?? "local",
        config: config(environment, component),
      }),
    ),
  );

function config(environment: Environment, component: string): Expression {
  const state = ofComponent(environment, component).state;
  if (state === undefined || state.kind.value === "local")
    return object({ path: `../../${component}/infra/terraform.tfstate` });
  const fixed = (text: State["key"]): Expression | undefined => text && lowerFixed(environment, text);
  if (state.kind.value === "gcs") return object({ bucket: fixed(state.bucket), prefix: fixed(state.key) });
  return object({
    bucket: fixed(state.bucket),
    key: fixed(state.key),
    region: fixed(state.region ?? environment.provider?.region),
  });
}
