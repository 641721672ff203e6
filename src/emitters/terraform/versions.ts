import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, object } from "../../formats/hcl/tree.ts";
import type { RequiredProvider } from "./platform.ts";

const terraformVersion = ">= 1.5.0";

/** Makes secrets; every platform may need it. */
export const randomProvider: RequiredProvider = { name: "random", source: "hashicorp/random", version: "~> 3.7" };

/** The versions that the module is written for. */
export const versionsBlock = ({ provider, at }: Environment, required: readonly RequiredProvider[]): Block =>
  because(
    [by("terraform-versions", provider?.at ?? at)],
    block(["terraform"], { required_version: terraformVersion }, [
      block(
        ["required_providers"],
        Object.fromEntries(required.map(({ name, source, version }) => [name, object({ source, version })])),
      ),
    ]),
  );
