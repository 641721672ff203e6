import type { Action } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled } from "../../../formats/text/template.ts";
import { containerName, dockerClusterOf } from "../../parts/docker-cluster.ts";
import { privateKeyFile } from "../../parts/ssh-key-file.ts";
import { tasksOf } from "../elements.ts";
import type { Lowering } from "../step-script.ts";
import { createRepositoriesSh } from "./templates.gen.ts";

/** The repositories of a gitolite, which keeps its own configuration in one of them. */
export const createRepositories: Lowering<Action & { readonly kind: "createRepositories" }> = (
  { environment },
  { of },
) => {
  const [key] = environment.access?.sshKeys ?? [];
  const file = key && privateKeyFile(environment, key);
  return tasksOf(of.value, environment.apps, ({ name, at }) => ({
    name: `create_repositories_${name}`,
    text: `create the repositories of ${name}`,
    where: "node" as const,
    tools: ["docker"],
    commands: filled(
      createRepositoriesSh,
      {
        app: name,
        container: containerOf(name),
        admin: key?.name ?? "admin",
        key: file?.value.split("/").at(-1) ?? "id_rsa",
      },
      [from(at)],
    ),
  })).filter(({ element }) => containerOf(element ?? "") !== undefined);

  function containerOf(name: string): string | undefined {
    const app = environment.apps.find((each) => each.name === name);
    const cluster = app && dockerClusterOf(environment, { cluster: app.cluster, group: app.runsOn });
    return app && cluster && containerName(cluster, app).value;
  }
};
