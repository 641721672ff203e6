import type { Environment } from "../../compiler/environment/environment.ts";
import type { ProviderKind } from "../../compiler/environment/provider.ts";
import { aws } from "./aws/platform.ts";
import { digitalocean } from "./digitalocean/platform.ts";
import { google } from "./google/platform.ts";
import type { Platform } from "./platform.ts";

const platforms: Readonly<Partial<Record<ProviderKind, Platform>>> = { aws, digitalocean, google };

export const platformOf = ({ provider }: Environment): Platform | undefined =>
  provider === undefined ? undefined : platforms[provider.kind.value];
