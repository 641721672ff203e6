import { parse as parseYaml } from "yaml";
import { type Asked, systemOf } from "../support/systems.ts";

interface File {
  readonly path: string;
  readonly permissions?: string;
  readonly encoding?: string;
  readonly content: string;
}

interface Unit {
  readonly name: string;
  readonly command?: string;
  readonly enable?: boolean;
  readonly content?: string;
  readonly "drop-ins"?: readonly { readonly name: string; readonly content: string }[];
}

/** What a machine of CoreOS reads when it first boots, as Terraform fills it in. */
export interface CloudConfig {
  readonly hostname: string;
  readonly write_files: readonly File[];
  readonly coreos: {
    readonly etcd2: Readonly<Record<string, string>>;
    readonly fleet: Readonly<Record<string, string>>;
    readonly units: readonly Unit[];
  };
}

export const values = {
  hostname: "vm-app-1",
  discovery_url: "https://discovery.etcd.io/0123456789abcdef",
  front_end_settings: Buffer.from('NEWSFEED_SERVICE_TOKEN="a token"\n').toString("base64"),
};

/** `${name}` is filled in, and a doubled dollar is one before a brace. */
export const rendered = (template: string): string =>
  template.replace(/\$?\$\{(\w*)(\}?)/g, (all, name: string, end: string) =>
    all.startsWith("$$") || end === "" ? all.replace("$$", "$") : (values[name as keyof typeof values] ?? all),
  );

const FOLDER = "terraform/modules/tw-instance";

export function cloudConfig(asked: Asked = {}): CloudConfig {
  const text = rendered(systemOf("tw-apps", asked).text(`${FOLDER}/cloud-config.yaml.tftpl`));
  if (!text.startsWith("#cloud-config\n")) throw new Error("no cloud-config begins so");
  return parseYaml(text) as CloudConfig;
}

export const fileOf = (config: CloudConfig, path: string): string =>
  config.write_files.find((file) => file.path === path)?.content ?? "";

export const unitOf = (config: CloudConfig, name: string): Unit | undefined =>
  config.coreos.units.find((unit) => unit.name === name);

/** The values of a directive in a unit, with those lines that continue it. */
export const directive = (unit: string, name: string): readonly string[] =>
  [...unit.matchAll(new RegExp(`^${name}=((?:.*\\\\\\n)*.*)$`, "gm"))].map(([, value = ""]) => value);
