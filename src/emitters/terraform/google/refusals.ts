import type { Environment } from "../../../compiler/environment/environment.ts";
import type { AttributeReference } from "../../../compiler/environment/text.ts";
import { buckets } from "../buckets.ts";
import { refusal as commonRefusal } from "../refusals.ts";

/** Why Terraform cannot know an attribute on Google Cloud, where it keeps the addresses of ingresses and makes buckets. */
export function refusal(environment: Environment, asked: AttributeReference): string | undefined {
  const isKept = asked.section === "ingress" && environment.ingresses.some(({ name }) => name === asked.name);
  const isMade = asked.section === "storage" && buckets(environment).some(({ name }) => name === asked.name);
  return isKept || isMade ? undefined : commonRefusal(environment, asked);
}
