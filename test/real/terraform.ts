import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { System } from "../support/systems.ts";
import { laidOut } from "./laid-out.ts";

/** What Terraform would make of a root module. */
export interface Plan {
  /** The addresses of what it creates, with their values that are known before. */
  readonly resources: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** A module that is ready to be planned: initialised, its backend and remote states local, as `check.sh` does it. */
export interface RootModule {
  plan(variables?: Readonly<Record<string, string>>, workspace?: string): Plan;
}

/** The root module of a system that lies in this folder of its output. */
export function rootModule(system: System, folder = "terraform"): RootModule {
  const output = laidOut(system);
  const module = join(output, folder);
  const home = homeFolder(output);
  writeFileSync(join(module, "zz_override.tf"), run(module, home, "tfinputs", ["override", module]));
  run(module, home, "terraform", ["init", "-input=false", "-no-color"]);
  return {
    plan(variables = {}, workspace) {
      if (workspace !== undefined) run(module, home, "terraform", ["workspace", "select", "-or-create", workspace]);
      const madeUp = run(module, home, "tfinputs", ["vars", module, home]).split("\0").filter(Boolean);
      const chosen = Object.entries(variables).map(([name, value]) => `-var=${name}=${value}`);
      run(module, home, "terraform", ["plan", "-input=false", "-lock=false", "-out=plan", ...madeUp, ...chosen]);
      return planOf(JSON.parse(run(module, home, "terraform", ["show", "-json", "plan"])) as ShownPlan);
    },
  };
}

interface ShownModule {
  readonly resources?: readonly { readonly address: string; readonly mode: string; readonly values: object }[];
  readonly child_modules?: readonly ShownModule[];
}

interface ShownPlan {
  readonly planned_values: {
    readonly root_module: ShownModule;
    readonly outputs?: Readonly<Record<string, { readonly value?: unknown }>>;
  };
}

const planOf = ({ planned_values: { root_module, outputs = {} } }: ShownPlan): Plan => ({
  resources: new Map(
    resourcesOf(root_module).map(({ address, values }) => [address, values as Readonly<Record<string, unknown>>]),
  ),
  outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value])),
});

const resourcesOf = ({ resources = [], child_modules = [] }: ShownModule): NonNullable<ShownModule["resources"]> => [
  ...resources.filter(({ mode }) => mode === "managed"),
  ...child_modules.flatMap(resourcesOf),
];

/** Modules read the key of whoever deploys from the home folder. */
function homeFolder(output: string): string {
  const home = join(output, "home");
  mkdirSync(join(home, ".ssh"), { recursive: true });
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  writeFileSync(join(home, ".ssh", "id_rsa"), privateKey);
  writeFileSync(join(home, ".ssh", "id_rsa.pub"), publicKey);
  return home;
}

function run(folder: string, home: string, command: string, args: readonly string[]): string {
  const environment = { ...process.env, HOME: home };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env: environment, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}${stdout}`);
  return stdout;
}
