import type { Environment } from "../../compiler/environment/environment.ts";
import type { Provider } from "../../compiler/environment/provider.ts";

/** The provider of an environment on AWS. */
export const awsProvider = ({ provider }: Environment): Provider | undefined =>
  provider?.kind.value === "aws" ? provider : undefined;
