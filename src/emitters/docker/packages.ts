import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { because, code, type Instruction, instruction, pair } from "../../formats/dockerfile/tree.ts";
import { derive, ORIGINS, type Traced, tracedBy } from "../../formats/origin.ts";
import { knownText } from "../parts/known-text.ts";
import type { BuiltImage } from "../parts/docker-build.ts";

/** Packages of Debian or Ubuntu, from the cache of the spec where the image names one. */
export function packageInstructions(environment: Environment, image: BuiltImage): readonly Instruction[] {
  const cache = cacheOf(environment, image);
  return [
    ...(cache === undefined ? [] : asking(cache, image)),
    ...(image.packages.length === 0 ? [] : [installing(image)]),
  ];
}

const asking = (cache: Traced<string>, { at }: BuiltImage): readonly Instruction[] => [
  because(cache[ORIGINS], instruction("ARG", pair("APT_CACHE", cache))),
  because(
    [...cache[ORIGINS], by("docker-cache", at)],
    instruction("RUN", code(`echo "Acquire::http::Proxy \\"$APT_CACHE\\";" > /etc/apt/apt.conf.d/01cache`)),
  ),
];

/** One layer, so that no layer keeps the lists. */
const installing = ({ packages, at }: BuiltImage): Instruction =>
  because(
    [...packages.flatMap((name) => name[ORIGINS]), by("docker-packages", at)],
    instruction(
      "RUN",
      code(
        "apt-get update",
        "&& DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends",
        ...packages.map(({ value }) => `  ${value}`),
        "&& rm -rf /var/lib/apt/lists/*",
      ),
    ),
  );

/** `http://ubuntu.cache.internal:3124`: the name of the cache's machine, and the port that leads to it. */
function cacheOf({ apps }: Environment, { packageCache }: BuiltImage): Traced<string> | undefined {
  const app = apps.find(({ name }) => name === packageCache?.value);
  if (packageCache === undefined || app === undefined) return undefined;
  const [port] = app.publish;
  const host = app.hostname === undefined ? app.name : knownText(app.hostname);
  const number = port?.machine.from ?? app.port?.value ?? 80;
  const address = derive(packageCache, () => `http://${host}:${number}`);
  return tracedBy(address.value, packageCache, ...(app.hostname ? [{ ...app.hostname, value: undefined }] : []));
}
