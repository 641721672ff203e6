import type { Artifact } from "../../../../compiler/emitter.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { AttributeReference } from "../../../../compiler/environment/text.ts";
import { by } from "../../../../compiler/rules.ts";
import { type Block, because, block, hcl, object, reference, template } from "../../../../formats/hcl/tree.ts";
import { type SpecPath, traced } from "../../../../formats/origin.ts";
import { identifier } from "../../identifiers.ts";
import type { Lowered, RequiredProvider } from "../../platform.ts";
import { namesBehind, referencesIn } from "../../walk.ts";
import { type Service, serviceAddress } from "../services.ts";
import { balancersInModules, groupsInModules } from "./apart.ts";
import { balancerInputs, balancerLabel, balancerModule, balancerOutputs } from "./balancer-module.ts";
import { machineInputs } from "./machine-inputs.ts";
import { machineModule, machineOutputs } from "./machine-module.ts";
import { machineDocuments } from "./machine-user-data.ts";
import { inputBlocks, moduleCall, type ModuleInput } from "../../modules/module-input.ts";

/** A module: what it makes, asks for and tells, and how the root module names it. */
interface Module {
  readonly label: string;
  readonly folder: string;
  readonly at: SpecPath;
  readonly blocks: readonly Block[];
  readonly inputs: readonly ModuleInput[];
  readonly outputs: readonly Block[];
  readonly templates: readonly Artifact[];
}

const machineModules = (environment: Environment): readonly Module[] =>
  groupsInModules(environment).map((group) => {
    const { read, source } = machineDocuments(environment, group);
    return {
      label: identifier(group.module.value),
      folder: group.module.value,
      at: group.at,
      blocks: machineModule(environment, group),
      inputs: machineInputs(environment, group),
      outputs: machineOutputs(environment, group),
      templates: [read, ...(source === undefined ? [] : [source])].map((file) => ({ ...file, at: group.at })),
    };
  });

const balancerModules = (environment: Environment): readonly Module[] =>
  balancersInModules(environment).map((balancer) => ({
    label: balancerLabel(balancer),
    folder: balancer.module.value,
    at: balancer.at,
    blocks: balancerModule(environment, balancer),
    inputs: balancerInputs(environment, balancer),
    outputs: balancerOutputs(balancer),
    templates: [],
  }));

const callOf = (environment: Environment, { label, folder, inputs, blocks, at }: Module): Block =>
  moduleCall(environment, label, folder, inputs, blocks, [{ at }], {
    depends_on: traced(servicesOf(inputs).map(serviceAddress), by("google-services", at)),
  });

/** Nothing stands in a module before the project has what it needs. */
const servicesOf = (inputs: readonly ModuleInput[]): readonly Service[] => [
  "compute",
  ...(inputs.some(({ name }) => name === "dns_resource_name") ? (["dns"] as const) : []),
];

export const machineCalls = (environment: Environment): readonly Block[] =>
  machineModules(environment).map((module) => callOf(environment, module));

export const balancerCalls = (environment: Environment): readonly Block[] =>
  balancerModules(environment).map((module) => callOf(environment, module));

/** The files of all modules, each in a folder of its own. */
export const modules =
  (provider: RequiredProvider) =>
  (environment: Environment): readonly Artifact[] =>
    [...machineModules(environment), ...balancerModules(environment)].flatMap((module) => [
      ...files(environment, provider, module),
      ...module.templates.map((file) => ({ ...file, path: `modules/${module.folder}/${file.path}` })),
    ]);

function files(environment: Environment, provider: RequiredProvider, module: Module): readonly Artifact[] {
  const { folder, at, blocks, inputs, outputs } = module;
  const documents = {
    "main.tf": blocks,
    "variables.tf": inputBlocks(environment, inputs, blocks),
    "outputs.tf": outputs,
    "versions.tf": [versions(module, provider)],
  };
  return Object.entries(documents).map(([name, content]) => ({
    path: `modules/${folder}/${name}`,
    at,
    document: hcl(content),
  }));
}

const http: RequiredProvider = { name: "http", source: "hashicorp/http", version: "~> 3.5" };

/** A module says what it was written for; the root module decides. */
function versions({ blocks, at }: Module, provider: RequiredProvider): Block {
  const readsHttp = namesBehind("data.http.", referencesIn(blocks)).size > 0;
  const required = [provider, ...(readsHttp ? [http] : [])];
  return because(
    [by("module-versions", at)],
    block(["terraform"], { required_version: ">= 1.5.0" }, [
      block(
        ["required_providers"],
        Object.fromEntries(required.map(({ name, source, version }) => [name, object({ source, version })])),
      ),
    ]),
  );
}

/** What only the deployment knows of an element that a module makes. */
export function moduleAttribute(environment: Environment, asked: AttributeReference): Lowered | undefined {
  const group = groupsInModules(environment).find(({ name }) => asked.section === "instances" && name === asked.name);
  if (group !== undefined) {
    const output = asked.attribute === "hostnames" && group.hostname === undefined ? "names" : asked.attribute;
    return { value: reference(`module.${identifier(group.module.value)}.${output}`), isList: true };
  }
  const balancer = balancersInModules(environment).find(
    ({ name }) => asked.section === "loadBalancer" && name === asked.name,
  );
  if (balancer === undefined) return undefined;
  const address = reference(`module.${balancerLabel(balancer)}.address`);
  return { value: asked.attribute === "url" ? template("http://", address) : address, isList: false };
}
