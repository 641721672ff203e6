import type { ReverseProxy } from "../../../compiler/environment/reverse-proxy.ts";
import type { Scalar } from "../../../compiler/environment/text.ts";
import { input } from "../lower.ts";

/** A port of the machine on which a proxy listens, and what it is called in its job and its configuration. */
export interface ProxyPort {
  readonly label: string;
  readonly port: ReturnType<typeof input<number>>;
  readonly number: Scalar<number>;
}

/** The ports that serve: the first goes by its protocol alone. */
export const servedPorts = ({ listeners }: ReverseProxy): readonly ProxyPort[] =>
  listeners.map(({ port, protocol }, index) => ({
    label: index === 0 ? protocol : `${protocol}_${port.value}`,
    port: input(port),
    number: port,
  }));

export const portsOf = (proxy: ReverseProxy): readonly ProxyPort[] => [
  ...servedPorts(proxy),
  ...(proxy.dashboard === undefined
    ? []
    : [{ label: "dashboard", port: input(proxy.dashboard), number: proxy.dashboard }]),
];
