import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Build, ContainerImage } from "../../compiler/environment/image.ts";
import type { Text } from "../../compiler/environment/text.ts";
import { isPackedContainer } from "../parts/docker-build.ts";

/** A container image that Packer builds from sources. */
export type PackedContainer = ContainerImage & { readonly build: Build };

export const packedContainers = ({ containerImages }: Environment): readonly PackedContainer[] =>
  containerImages.filter((image): image is PackedContainer => isPackedContainer(image));

/** The apps that run an image. */
export const usersOf = ({ apps }: Environment, { name }: ContainerImage): readonly App[] =>
  apps.filter(({ builtFrom }) => builtFrom?.name === name);

/** The texts of a template, by the field that they stand in. */
export const containerTexts = ({ reference, registry }: PackedContainer): readonly (readonly [string, Text])[] => [
  ["reference", reference],
  ...Object.entries({ user: registry?.login?.user, password: registry?.login?.password }).flatMap(([field, text]) =>
    text === undefined ? [] : [[field, text] as const],
  ),
];
