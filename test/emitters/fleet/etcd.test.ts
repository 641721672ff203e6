import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { argumentsOf, directivesOf, unitOf } from "./units-of.ts";

const routed = (routes: string, more = "") =>
  `apps: {web: {image: 'acme/web:1', port: 8080, ${more}routes: ${routes}}}`;

const keysOf = (fragment: string): readonly string[] =>
  directivesOf("ExecStart", "web-discovery@.service", fragment)[0]?.match(/\/traefik.*(?<! \\)/gm) ?? [];

const replaced = { "%i": "1", "${COREOS_PRIVATE_IPV4}": "10.0.0.1" };

/** What a command does where `etcdctl` and others are programs of the test. */
function run(argv: readonly string[], programs: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(`${tmpdir()}/fleet-`);
  for (const [name, body] of Object.entries(programs))
    writeFileSync(`${folder}/${name}`, `#!/bin/bash\n${body}\n`, { mode: 0o755 });
  const here = argv.map((word) => word.replaceAll("/run/shop", folder));
  execFileSync(here[0] ?? "", here.slice(1), {
    env: { PATH: `${folder}:/usr/bin:/bin`, LOG: `${folder}/log`, COREOS_PRIVATE_IPV4: "10.0.0.1" },
    stdio: "ignore",
  });
  return (file: string) => readFileSync(`${folder}/${file}`, "utf8");
}

describe("a sidekick", () => {
  it("registers a copy as long as it is healthy", () => {
    expect(unitOf("web-discovery@.service", routed("[{host: shop.example.com, path: /api}]", "health: {http: /up}, ")))
      .toMatchInlineSnapshot(`
      "[Unit]
      Description=Registration of web %i
      BindsTo=web@%i.service
      After=web@%i.service etcd2.service

      [Service]
      EnvironmentFile=/etc/environment
      ExecStart=/bin/bash -c "while curl --fail --silent --show-error --output /dev/null --max-time 3 \\"$$1\\"; do printf '%%s\\\\0' \\"$\${@:2}\\" | xargs -0 -n 2 etcdctl set --ttl 60 > /dev/null; sleep 45; done" registration \\
        http://\${COREOS_PRIVATE_IPV4}:8080/up \\
        /traefik/backends/web/servers/web-%i/url http://\${COREOS_PRIVATE_IPV4}:8080 \\
        /traefik/frontends/web/backend web \\
        /traefik/frontends/web/routes/1/rule "Host:shop.example.com;PathPrefix:/api"
      ExecStopPost=-/usr/bin/etcdctl rm --recursive /traefik/backends/web/servers/web-%i
      Restart=always
      RestartSec=10
      StartLimitInterval=0

      [X-Fleet]
      MachineOf=web@%i.service
      "
    `);
  });

  it("writes Traefik's keys until the copy does not answer", () => {
    const fragment = routed("[{host: shop.example.com, path: /a-b}]", "health: {http: '/up?a=1&b'}, ");
    const [command = ""] = directivesOf("ExecStart", "web-discovery@.service", fragment);
    const log = run(argumentsOf(command, replaced), {
      curl: 'echo "curl ${*: -1}" >> "$LOG"; [ "$(grep -c curl "$LOG")" -lt 2 ]',
      etcdctl: 'printf "<%s>" "$@" >> "$LOG"; echo >> "$LOG"',
      sleep: 'echo "sleep $1" >> "$LOG"',
    })("log");
    expect(log).toMatchInlineSnapshot(`
      "curl http://10.0.0.1:8080/up?a=1&b
      <set><--ttl><60></traefik/backends/web/servers/web-1/url><http://10.0.0.1:8080>
      <set><--ttl><60></traefik/frontends/web/backend><web>
      <set><--ttl><60></traefik/frontends/web/routes/1/rule><Host:shop.example.com;PathPrefix:/a-b>
      sleep 45
      curl http://10.0.0.1:8080/up?a=1&b
      "
    `);
  });

  it("connects to the port where no path answers", () => {
    const fragment = "apps: {web: {image: 'a/b:1', port: 5432, health: {tcp: true, interval: 5s}}}";
    expect(directivesOf("ExecStart", "web-discovery@.service", fragment)).toMatchInlineSnapshot(`
      [
        "ExecStart=/bin/bash -c "while timeout 3 bash -c \\"</dev/tcp/$$1\\"; do printf '%%s\\\\0' \\"$\${@:2}\\" | xargs -0 -n 2 etcdctl set --ttl 60 > /dev/null; sleep 45; done" registration \\
        \${COREOS_PRIVATE_IPV4}/5432 \\
        /traefik/backends/web/servers/web-%i/url http://\${COREOS_PRIVATE_IPV4}:5432",
      ]
    `);
    expect(directivesOf("RestartSec", "web-discovery@.service", fragment)).toEqual(["RestartSec=5"]);
  });
});

describe("routes", () => {
  it("are a frontend each, since rules of one must all match", () => {
    expect(keysOf(routed("[{host: a.example.com}, {host: '*.example.com', path: /b}]"))).toMatchInlineSnapshot(`
      [
        "/traefik/backends/web/servers/web-%i/url http://\${COREOS_PRIVATE_IPV4}:8080 ",
        "/traefik/frontends/web/backend web ",
        "/traefik/frontends/web/routes/1/rule Host:a.example.com ",
        "/traefik/frontends/web_2/backend web ",
        "/traefik/frontends/web_2/routes/1/rule "HostRegexp:{label:[^.]+}.example.com;PathPrefix:/b"",
      ]
    `);
  });

  it("are none of an app that only others call", () => {
    expect(keysOf("apps: {web: {image: 'a/b:1', port: 80}}")).toMatchInlineSnapshot(`
      [
        "/traefik/backends/web/servers/web-%i/url http://\${COREOS_PRIVATE_IPV4}:80",
      ]
    `);
  });
});

describe("addresses of other apps", () => {
  const fragment = (env: string) =>
    `apps: {search-index: {image: 'a/b:1', port: 9090}, web: {image: 'a/b:1', env: ${env}}}`;
  const etcdctl = `case $1 in
    ls) [ "$3" = /traefik/backends/search-index/servers ] && printf '%s\\n' "$3/search-index-1" "$3/search-index-2" "$3/search-index-2/url" ;;
    get) [ "$2" = /traefik/backends/search-index/servers/search-index-2/url ] && echo http://10.0.0.2:9090 ;;
  esac`;
  const settings = (env: string) => {
    const script = directivesOf("ExecStartPre", "web@.service", fragment(env)).find((line) => line.includes("etcdctl"));
    return run(argumentsOf(script ?? "", replaced), { etcdctl })("web-1.env");
  };

  it("are looked up when a copy starts", () => {
    expect(settings("{URL: '${apps.search-index.url}', HOST: '${apps.search-index.host}'}")).toBe(
      "HOST=10.0.0.2\nURL=http://10.0.0.2:9090\n",
    );
  });

  it("are mixed with text, the copy's number and its address", () => {
    expect(settings("{A: '\"$x\\` ${apps.search-index.url}/${self.index} it''s ${self.address}'}")).toBe(
      'A="\\"\\$x\\\\\\` http://10.0.0.2:9090/1 it\'s 10.0.0.1"\n',
    );
  });

  it("stop the start while there is none", () => {
    const [script = ""] = directivesOf(
      "ExecStartPre",
      "web@.service",
      fragment("{U: '${apps.search-index.url}'}"),
    ).slice(-1);
    expect(() => run(argumentsOf(script, replaced), { etcdctl: '[ -n "$2" ] && [ "$1" = ls ]' })).toThrow();
  });

  it("are read from the file that the command writes", () => {
    expect(directivesOf("EnvironmentFile", "web@.service", fragment("{U: '${apps.search-index.url}'}"))).toEqual([
      "EnvironmentFile=-/run/shop/web-%i.env",
    ]);
  });
});
