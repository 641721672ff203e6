import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { type Backend, unroutedBackends } from "../backends.ts";
import { identifier } from "../identifiers.ts";
import { forwardsConnections, listenerLabel, listenersOf, type ServedListener } from "../listeners.ts";
import { scalar } from "../lower.ts";
import { loadBalancer as address, securityGroupId, subnetIds } from "./addresses.ts";
import { listenerRules } from "./listener-rules.ts";
import { targetGroupArn, targetGroups } from "./target-groups.ts";

export const loadBalancer = (environment: Environment): readonly Block[] =>
  environment.loadBalancers.flatMap((balancer) => [
    balancerBlock(environment, balancer),
    ...listenersOf(balancer).map((listener) => listenerBlock(balancer, listener)),
    ...targetGroups(environment, balancer),
    ...listenersOf(balancer).flatMap((listener) => listenerRules(environment, balancer, listener)),
  ]);

function balancerBlock(environment: Environment, balancer: LoadBalancer): Block {
  const { at, internal, network, name } = balancer;
  const connections = forwardsConnections(balancer);
  return because(
    [{ at }],
    block(["resource", "aws_lb", identifier(name)], {
      name: sharedName(environment, balancer),
      internal: scalar(internal),
      load_balancer_type: connections ? "network" : "application",
      security_groups: [securityGroupId("loadBalancer", name)],
      subnets: subnetIds(network, internal.value ? "private" : "public"),
      drop_invalid_header_fields: connections ? undefined : traced(true, by("strict-headers", at)),
      enable_deletion_protection: traced(false, by("unprotected-balancer", at)),
    }),
  );
}

function listenerBlock(balancer: LoadBalancer, listener: ServedListener): Block {
  const { at, certificate } = balancer;
  const secure = listener.protocol === "https" || listener.protocol === "tls";
  const byTls = by("modern-tls", certificate?.at ?? at);
  return because(
    [{ at }],
    block(
      ["resource", "aws_lb_listener", listenerLabel(balancer, listener)],
      {
        load_balancer_arn: reference(`${address(balancer)}.arn`),
        port: scalar(listener.port),
        protocol: listener.protocol.toUpperCase(),
        ssl_policy: secure ? traced("ELBSecurityPolicy-TLS13-1-2-2021-06", byTls) : undefined,
        certificate_arn:
          secure && certificate !== undefined
            ? traced(reference(`aws_acm_certificate_validation.${identifier(certificate.name)}.certificate_arn`), {
                at: certificate.at,
              })
            : undefined,
      },
      [defaultAction(balancer, listener)],
    ),
  );
}

function defaultAction(balancer: LoadBalancer, listener: ServedListener): Block {
  if (listener.redirectsTo !== undefined) return redirect(balancer, derive(listener.redirectsTo, String));
  const unrouted = unroutedBackends(balancer, listener);
  return unrouted.length === 0 ? notFound(balancer) : forward(balancer, unrouted);
}

const redirect = ({ at }: LoadBalancer, port: Expression): Block =>
  because(
    [by("https-redirect", at)],
    block(["default_action"], { type: "redirect" }, [
      block(["redirect"], { protocol: "HTTPS", port, status_code: "HTTP_301" }),
    ]),
  );

const notFound = ({ at }: LoadBalancer): Block =>
  because(
    [by("unrouted-is-not-found", at)],
    block(["default_action"], { type: "fixed-response" }, [
      block(["fixed_response"], { content_type: "text/plain", message_body: "Not found", status_code: "404" }),
    ]),
  );

function forward({ at }: LoadBalancer, backends: readonly Backend[]): Block {
  const [only] = backends;
  if (backends.length === 1 && only !== undefined)
    return because([{ at }], block(["default_action"], { type: "forward", target_group_arn: targetGroupArn(only) }));
  const targets = backends.map((backend) => block(["target_group"], { arn: targetGroupArn(backend) }));
  return because([{ at }], block(["default_action"], { type: "forward" }, [block(["forward"], {}, targets)]));
}
