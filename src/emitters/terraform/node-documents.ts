import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Printed, tracedLines } from "../../formats/origin.ts";
import { printJson } from "../../formats/json/print.ts";
import { json } from "../../formats/json/tree.ts";
import { type TextDocument, text } from "../../formats/text/tree.ts";
import { printYaml } from "../../formats/yaml/print.ts";
import { yaml } from "../../formats/yaml/tree.ts";
import { containerLinux } from "../parts/container-linux.ts";
import type { DeviceOf } from "../parts/fleet-node/disk-units.ts";
import { nodeSetup } from "../parts/fleet-node/node-setup.ts";
import { butane } from "./butane.ts";
import { coreosConfig } from "./coreos-config.ts";
import { ignition } from "./ignition.ts";

/** What a machine of a container Linux gets: the document that it reads, and for Ignition the source that people read. */
export interface NodeDocuments {
  readonly read: NodeDocument;
  readonly source: NodeDocument | undefined;
}

interface NodeDocument {
  /** Beside the module's files. */
  readonly path: string;
  readonly document: TextDocument;
}

export interface NodeSurroundings {
  readonly deviceOf: DeviceOf;
  /** The apps with settings that only the deployment knows. */
  readonly settings: readonly App[];
}

export function nodeDocuments(environment: Environment, group: InstanceGroup, around: NodeSurroundings): NodeDocuments {
  const setup = nodeSetup(environment, group, around.deviceOf);
  const node = { environment, group, setup, settings: around.settings };
  const origins = [by("first-boot", group.at)];
  const documentOf = (printed: Printed): TextDocument => ({ ...text(tracedLines(printed)), [ORIGINS]: origins });
  if (containerLinux(environment, group.image)?.kind === "flatcar")
    return {
      read: { path: "ignition.json.tftpl", document: documentOf(printJson(json(ignition(node)))) },
      source: {
        path: "butane.yaml.tftpl",
        document: documentOf(printYaml(yaml(butane(node), headerOf(environment)))),
      },
    };
  const comment = `#cloud-config\n${headerOf(environment)}`;
  return {
    read: { path: "cloud-config.yaml.tftpl", document: documentOf(printYaml(yaml(coreosConfig(node), comment))) },
    source: undefined,
  };
}
