import type { Action } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled } from "../../../formats/text/template.ts";
import { dockerClusters } from "../../parts/docker-cluster.ts";
import { tasksOf } from "../elements.ts";
import type { Lowering } from "../step-script.ts";
import { nodeTunnelSh } from "./templates.gen.ts";

/** A port of an environment's machine; it is closed when the script ends. */
export const nodeTunnel: Lowering<Action & { readonly kind: "tunnel" }> = ({ environment, step }, { of }) =>
  tasksOf(
    of.value,
    (environment.access?.tunnels ?? []).filter(({ to }) =>
      dockerClusters(environment).some(({ nodes }) => nodes.some(({ name }) => name === to.name)),
    ),
    (each) => ({
      name: `tunnel_${each.name}`,
      text: `open the tunnel ${each.name}: port ${each.local.value} here is port ${each.port.value} of ${each.to.name}`,
      where: "here",
      tools: ["ssh"],
      commands: filled(nodeTunnelSh, { name: each.name, node: step.environment, local: each.local, port: each.port }, [
        from(each.at),
      ]),
    }),
  );
