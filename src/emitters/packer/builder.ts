import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import type { ProviderKind } from "../../compiler/environment/provider.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { awsBuilder } from "./aws-builder.ts";
import { digitaloceanBuilder } from "./digitalocean-builder.ts";

type Builder = (environment: Environment, image: MachineImage) => JsonNode;

const builders: Readonly<Partial<Record<ProviderKind, Builder>>> = {
  aws: awsBuilder,
  digitalocean: digitaloceanBuilder,
};

const builderOf = ({ provider }: Environment): Builder | undefined => provider && builders[provider.kind.value];

/** Whether the provider has machines that Packer is told how to make. */
export const hasBuilder = (environment: Environment): boolean => builderOf(environment) !== undefined;

/** The machine that an image is made of. */
export const builder: Builder = (environment, image) => builderOf(environment)?.(environment, image);
