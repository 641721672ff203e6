import type { App } from "../environment/app.ts";
import type { Certificate } from "../environment/certificate.ts";
import type { Ingress } from "../environment/ingress.ts";
import type { Context } from "./context.ts";
import type { Front } from "./front.ts";
import { optional } from "./lookup.ts";
import { ingressName, isController } from "./proxies.ts";
import { string } from "./read.ts";

export const resolveIngresses = (
  context: Context,
  front: Front,
  apps: readonly App[],
  certificates: readonly Certificate[],
): readonly Ingress[] =>
  front.ingresses.filter(isController).map((element) => ({
    name: element.name,
    at: element.at,
    impliedBy: element.impliedBy,
    class: string(context, element, "class"),
    ...ingressName(context, element),
    certificate: optional(context, element, "tls", [{ section: "tls", elements: certificates }]),
    apps: apps.filter(({ routes }) => routes.length > 0),
  }));
