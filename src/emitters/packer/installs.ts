import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { isLiteral, literal } from "../../compiler/environment/text.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { filled, type TemplateValue } from "../../formats/text/template.ts";
import { systemOf } from "../parts/boot-images.ts";
import { installScriptPath } from "../parts/image-install-script.ts";
import { installSh } from "./templates.gen.ts";

/** Released on 2025-08-13; what is newer within a version that the spec names is taken when an image is built. */
const releases: Readonly<Record<string, string>> = { consul: "1.21.4-1", nomad: "1.10.4-1" };

/** Packages of the system, by what the language calls them. */
const packages: Readonly<Record<string, string>> = { docker: "docker.io", dnsmasq: "dnsmasq", nginx: "nginx" };

/** From https://www.hashicorp.com/en/trust/security: the key that signs packages for Linux. */
const fingerprint = "798AEC654E5C15428C8E42EEAA16FCBCA621E701";

/** What specc knows how to install. */
export const knownInstalls: readonly string[] = [...Object.keys(releases), ...Object.keys(packages)];

/** The program that installs what an image has beside its apps. */
export const installScript = (environment: Environment, image: MachineImage): readonly Artifact[] =>
  image.installs.length === 0
    ? []
    : [
        {
          path: installScriptPath(image),
          at: image.at,
          executable: true,
          document: filled(installSh, view(environment, image), [by("packer-installs", [...image.at, "installs"])]),
        },
      ];

function view(environment: Environment, image: MachineImage): { readonly [name: string]: TemplateValue } {
  const system = systemOf(environment, { kind: "built", image });
  const has = (tool: string) => image.installs.some(({ value }) => value === tool);
  const ofSystem = image.installs.flatMap(({ value, [ORIGINS]: origins }) =>
    packages[value] === undefined ? [] : [traced(packages[value], ...origins)],
  );
  const known = ofSystem.map(({ value }) => value);
  const released = image.installs.filter(({ value }) => releases[value] !== undefined);
  return {
    header: headerOf(environment),
    name: image.name,
    fingerprint,
    packages: [
      ...ofSystem,
      ...(system?.packages ?? []).filter((each) => each !== "docker.io" && !known.includes(each)),
    ],
    snaps: system?.classicSnaps ?? [],
    releases:
      released.length === 0
        ? undefined
        : released.map(({ value, [ORIGINS]: origins }) => ({
            name: traced(value, ...origins),
            version: versionOf(environment, value),
          })),
    hasDocker: has("docker"),
    hasDnsmasq: has("dnsmasq"),
  };
}

/** That of the cluster where it names one. */
function versionOf({ clusters, at }: Environment, tool: string): TemplateValue {
  const version = tool === "nomad" ? clusters.find(({ kind }) => kind.value === "nomad")?.version : undefined;
  if (version === undefined || !isLiteral(version)) return traced(releases[tool] ?? "", by("packer-releases", at));
  const written = literal(version);
  return traced(`${written.value}${written.value.split(".").length === 3 ? "-1" : ".*"}`, ...written[ORIGINS]);
}
