import type { Artifact } from "../../compiler/emitter.ts";
import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { directive, section, unit } from "../../formats/unit/tree.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { nginxFiles } from "../parts/nginx-files.ts";
import { proxyBackends } from "../parts/proxy-backends.ts";
import { programPath, publicFolder, releaseUrl } from "../parts/releases.ts";
import { staticsOf } from "../parts/residents.ts";
import { runningGroups } from "./groups.ts";
import { lower, lowerRelease } from "./lower.ts";
import { installPackages } from "./packages.ts";
import { IMAGE_BUILD, ownedByRoot, task } from "./task.ts";

export const proxyRole = ({ name }: Named): string => `proxy_${name.replaceAll("-", "_")}`;

/** A role for each nginx of ours: the package, what it is told, and the files that it serves. */
export const proxyRoles = (environment: Environment): readonly Artifact[] =>
  runningGroups(environment).flatMap(({ proxies }) => proxies.flatMap((proxy) => roleFiles(environment, proxy)));

function roleFiles(environment: Environment, proxy: ReverseProxy): readonly Artifact[] {
  const folder = `roles/${proxyRole(proxy)}`;
  const files = nginxFiles(environment, proxy, proxyBackends(proxy), "machine");
  const paths = files.map(({ path }) => path);
  return [
    { path: `${folder}/tasks/main.yml`, at: proxy.at, document: yaml(tasks(environment, proxy, paths)) },
    { path: `${folder}/handlers/main.yml`, at: proxy.at, document: yaml([handler(proxy)]) },
    { path: `${folder}/files/again.conf`, at: proxy.at, document: again(proxy) },
    ...files.map((file) => ({ ...file, path: `${folder}/files/${file.path}` })),
  ];
}

/** Names that are not there yet keep nginx from starting. */
const again = ({ at }: ReverseProxy) =>
  unit([
    section("Service", [by("nginx-again", at)], [directive("Restart", "on-failure"), directive("RestartSec", "5")]),
  ]);

const reload = "Reload nginx";

const tasks = (environment: Environment, proxy: ReverseProxy, paths: readonly string[]): YamlNode => [
  installPackages(environment, "Install nginx", ["nginx"], [{ at: proxy.at }]),
  ...staticsOf(proxy).flatMap((app) => fileTasks(environment, app)),
  task(
    "Configure nginx",
    "ansible.builtin.copy",
    { src: "{{ item }}", dest: "/etc/nginx/{{ item }}", ...ownedByRoot("0644") },
    [{ at: proxy.at }, by("ansible-copied", proxy.at)],
    { loop: paths, notify: reload },
  ),
  task(
    "Make the folder of nginx's own settings",
    "ansible.builtin.file",
    { path: "/etc/systemd/system/nginx.service.d", state: "directory", ...ownedByRoot("0755") },
    [by("nginx-again", proxy.at)],
  ),
  task(
    "Let nginx try again",
    "ansible.builtin.copy",
    { src: "again.conf", dest: "/etc/systemd/system/nginx.service.d/again.conf", ...ownedByRoot("0644") },
    [by("nginx-again", proxy.at)],
    { notify: reload },
  ),
  task(
    "Start nginx with the machine",
    "ansible.builtin.systemd",
    { name: "nginx", enabled: true, daemon_reload: true },
    [{ at: proxy.at }],
  ),
];

const handler = ({ at }: ReverseProxy): YamlNode =>
  task(reload, "ansible.builtin.systemd", { name: "nginx", state: "reloaded" }, [{ at }], {
    when: `not ${IMAGE_BUILD}`,
  });

/** An archive is unpacked where its release lies, so that the next one takes its place. */
const fileTasks = (environment: Environment, app: ArtifactApp): readonly YamlNode[] => [
  task(
    `Make the folder of ${app.name}`,
    "ansible.builtin.file",
    { path: publicFolder(app), state: "directory", ...ownedByRoot("0755") },
    [{ at: app.artifact.at }],
  ),
  task(
    `Download ${app.name}`,
    "ansible.builtin.get_url",
    {
      url: lowerRelease(environment, app.artifact, releaseUrl(app.artifact)),
      dest: programPath(app),
      checksum: app.artifact.digest === undefined ? undefined : lower(environment, app.artifact.digest),
      force: traced(true, by("ansible-fresh-release", app.artifact.at)),
      ...ownedByRoot("0644"),
    },
    [{ at: app.artifact.at }],
  ),
  task(
    `Unpack ${app.name}`,
    "ansible.builtin.unarchive",
    { src: programPath(app), dest: publicFolder(app), remote_src: true, owner: "root", group: "root" },
    [{ at: app.artifact.at }],
  ),
];
