import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { containerName } from "../parts/docker-cluster.ts";
import { lasting } from "./app-container.ts";
import { type Container, option } from "./container.ts";
import { imageWord } from "./image-word.ts";
import { here, plain, said, word } from "./shell-word.ts";

/** nginx before the apps, with the configuration that lies beside the script. */
export function proxyContainer(cluster: Cluster, proxy: ReverseProxy): Container {
  const file = (path: string) =>
    option("--volume", word([here, said(`/../${proxy.name}/nginx/${path}:/etc/nginx/${path}:ro`)], [{ at: proxy.at }]));
  return {
    name: proxy.name,
    at: proxy.at,
    container: containerName(cluster, proxy),
    image: proxy.image === undefined ? official(proxy) : imageWord(proxy.image.reference, proxy.image),
    archive: undefined,
    isData: false,
    isPrepared: false,
    options: [
      ...lasting(cluster, proxy),
      ...proxy.listeners.map(({ port }) =>
        option("--publish", plain({ ...port, value: `${port.value}:${port.value}` })),
      ),
      file("nginx.conf"),
      file("conf.d"),
      ...(proxy.certificate === undefined ? [] : certificates(proxy)),
    ],
    command: [],
  };
}

/** What certbot and the deployer put onto the machine. */
const certificates = ({ at }: ReverseProxy): Container["options"] =>
  ["/etc/letsencrypt", "/etc/nginx/tls", "/var/www/letsencrypt"].map((folder) =>
    option("--volume", word([said(`${folder}:${folder}:ro`)], [{ at }])),
  );

function official({ version, at }: ReverseProxy): Container["image"] {
  if (version === undefined) return word([said("nginx:stable")], [by("nginx-stable", at)]);
  return imageWord(text(["nginx:", ...version.parts], version[ORIGINS]), undefined);
}
