import type { Environment } from "../../compiler/environment/environment.ts";
import type { Operation } from "../../compiler/environment/operation.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { expression } from "./expression.ts";

const runtimes = ["ansible", "nomad", "fleet", "kubernetes"] as const;

/** The steps of the runbook that bring apps to their runtime. */
export const tools = ({ targets }: Environment): readonly string[] =>
  runtimes.filter((runtime) => runtime !== "ansible" && targets.some(({ value }) => value === runtime));

/** What a runner lacks to reach a runtime. */
export function deployTool(environment: Environment): readonly YamlNode[] {
  const found = tools(environment);
  return [...(found.includes("nomad") ? [nomad] : []), ...(found.includes("fleet") ? [fleetKey, fleet] : [])];
}

const onPath = 'echo "$HOME/bin" >> "$GITHUB_PATH"';

const nomad: YamlNode = {
  name: "Install Nomad",
  run: [
    "curl -fsSLo nomad.zip https://releases.hashicorp.com/nomad/1.9.3/nomad_1.9.3_linux_amd64.zip",
    'unzip -q nomad.zip nomad -d "$HOME/bin"',
    onPath,
    'echo "NOMAD_ADDR=$ADDRESS" >> "$GITHUB_ENV"',
  ].join("\n"),
  env: { ADDRESS: expression("vars.NOMAD_ADDR") },
};

const fleetKey: YamlNode = {
  name: "Sign in to the machines",
  env: { KEY: expression("secrets.SSH_PRIVATE_KEY"), TUNNEL: expression("vars.FLEETCTL_TUNNEL") },
  run: [
    'eval "$(ssh-agent -s)"',
    'ssh-add - <<< "$KEY"',
    'mkdir -p ~/.fleetctl && ssh-keyscan -H "$TUNNEL" > ~/.fleetctl/known_hosts',
    'printf \'%s\\n\' "SSH_AUTH_SOCK=$SSH_AUTH_SOCK" "FLEETCTL_TUNNEL=$TUNNEL" >> "$GITHUB_ENV"',
  ].join("\n"),
};

const fleet: YamlNode = {
  name: "Install fleetctl",
  run: [
    'mkdir -p "$HOME/bin"',
    "curl -fsSL https://github.com/coreos/fleet/releases/download/v1.0.0/fleet-v1.0.0-linux-amd64.tar.gz |",
    '  tar -xz -C "$HOME/bin" --strip-components=1 fleet-v1.0.0-linux-amd64/fleetctl',
    onPath,
  ].join("\n"),
};

/** The operation that makes an environment from nothing, and the one that leaves nothing of it. */
export const bootstrapOperation = (environment: Environment): Operation | undefined =>
  operationWith(environment, "create");
export const cleanupOperation = (environment: Environment): Operation | undefined =>
  operationWith(environment, "delete");

const operationWith = ({ operations }: Environment, kind: "create" | "delete"): Operation | undefined =>
  operations.find(
    ({ steps, args }) =>
      args.length === 0 && steps.some(({ action }) => action.kind === kind && action.what.value === "project"),
  );
