import type { Environment } from "../../../compiler/environment/environment.ts";
import type { AttributeReference } from "../../../compiler/environment/text.ts";
import { refusal as commonRefusal } from "../refusals.ts";

/** Why Terraform cannot know an attribute on Google Cloud, where it keeps the addresses of ingresses. */
export function refusal(environment: Environment, asked: AttributeReference): string | undefined {
  const isKept = asked.section === "ingress" && environment.ingresses.some(({ name }) => name === asked.name);
  return isKept ? undefined : commonRefusal(environment, asked);
}
