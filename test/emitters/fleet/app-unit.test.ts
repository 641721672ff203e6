import { describe, expect, it } from "vitest";
import { commentOf, directivesOf, unitNames, unitOf } from "./units-of.ts";

describe("the unit of a service", () => {
  it("runs a copy on each of several machines", () => {
    const fragment = `
      apps:
        web: {image: 'acme/web:1.4.2', port: 8080, replicas: 3, resources: {cpu: 250m, memory: 256MiB}, env: {LEVEL: info}}`;
    expect(unitOf("web@.service", fragment)).toMatchInlineSnapshot(`
      "[Unit]
      Description=web %i
      Requires=docker.service
      After=docker.service

      [Service]
      TimeoutStartSec=0
      Environment="LEVEL=info"
      ExecStartPre=-/usr/bin/docker stop web-%i
      ExecStartPre=-/usr/bin/docker rm --force web-%i
      ExecStartPre=/usr/bin/docker pull acme/web:1.4.2
      ExecStart=/usr/bin/docker run --rm \\
        --name web-%i \\
        --log-driver none \\
        --security-opt no-new-privileges \\
        --publish 8080:8080 \\
        --cpu-shares 256 \\
        --memory 268435456b \\
        --env LEVEL \\
        acme/web:1.4.2
      ExecStop=/usr/bin/docker stop web-%i
      Restart=always
      RestartSec=5

      [X-Fleet]
      MachineMetadata=group=web
      Conflicts=web@*.service
      "
    `);
  });

  it("needs no port", () => {
    const fragment = "apps: {mailer: {image: 'acme/mailer:1'}}";
    expect(unitNames(fragment)).toEqual(["fleet/mailer@.service"]);
    expect(unitOf("mailer@.service", fragment)).not.toContain("--publish");
  });

  it("says how the image starts", () => {
    const fragment = "apps: {web: {image: 'acme/web:1', command: [/bin/serve, --quiet], args: ['100% $HOME', '']}}";
    expect(directivesOf("ExecStart", "web@.service", fragment)).toMatchInlineSnapshot(`
      [
        "ExecStart=/usr/bin/docker run --rm \\
        --name web-%i \\
        --log-driver none \\
        --security-opt no-new-privileges \\
        --entrypoint /bin/serve \\
        acme/web:1 \\
        --quiet \\
        "100%% $$HOME" \\
        """,
      ]
    `);
  });

  it("knows its number and its machine's address", () => {
    const fragment =
      "apps: {web: {image: 'acme/web:1', args: ['--id=${self.index}', '--bind=${self.address}'], env: {NODE: 'web-${self.index} 100%'}}}";
    expect(directivesOf("ExecStart", "web@.service", fragment)[0]).toContain(
      "--id=%i \\\n  --bind=${COREOS_PRIVATE_IPV4}",
    );
    expect(directivesOf("Environment", "web@.service", fragment)).toEqual(['Environment="NODE=web-%i 100%%"']);
    expect(directivesOf("EnvironmentFile", "web@.service", fragment)).toEqual(["EnvironmentFile=/etc/environment"]);
  });
});

describe("the unit of a daemon", () => {
  it("runs on every machine of its group", () => {
    const fragment = "apps: {agent: {kind: daemon, image: 'acme/agent:1', port: 9100}}";
    expect(unitNames(fragment)).toEqual(["fleet/agent-discovery.service", "fleet/agent.service"]);
    expect(unitOf("agent.service", fragment)).toMatchInlineSnapshot(`
      "[Unit]
      Description=agent
      Requires=docker.service
      After=docker.service

      [Service]
      TimeoutStartSec=0
      ExecStartPre=-/usr/bin/docker stop agent-%m
      ExecStartPre=-/usr/bin/docker rm --force agent-%m
      ExecStartPre=/usr/bin/docker pull acme/agent:1
      ExecStart=/usr/bin/docker run --rm \\
        --name agent-%m \\
        --log-driver none \\
        --security-opt no-new-privileges \\
        --publish 9100:9100 \\
        acme/agent:1
      ExecStop=/usr/bin/docker stop agent-%m
      Restart=always
      RestartSec=5

      [X-Fleet]
      Global=true
      MachineMetadata=group=web
      "
    `);
    expect(unitOf("agent-discovery.service", fragment)).toMatchInlineSnapshot(`
      "[Unit]
      Description=Registration of agent
      BindsTo=agent.service
      After=agent.service etcd2.service

      [Service]
      EnvironmentFile=/etc/environment
      ExecStart=/bin/bash -c "while true; do printf '%%s\\\\0' \\"$$@\\" | xargs -0 -n 2 etcdctl set --ttl 60 > /dev/null; sleep 45; done" registration \\
        /traefik/backends/agent/servers/agent-%m/url http://\${COREOS_PRIVATE_IPV4}:9100
      ExecStopPost=-/usr/bin/etcdctl rm --recursive /traefik/backends/agent/servers/agent-%m
      Restart=always
      RestartSec=5
      StartLimitInterval=0

      [X-Fleet]
      Global=true
      MachineMetadata=group=web
      "
    `);
  });
});

describe("the unit of a job", () => {
  const fragment = "apps: {report: {kind: job, schedule: '0 6 1 * 1-5', image: 'acme/report:1'}}";

  it("ends, and a timer starts it again", () => {
    expect(unitOf("report@.service", fragment)).toMatchInlineSnapshot(`
      "[Unit]
      Description=report %i
      Requires=docker.service
      After=docker.service

      [Service]
      Type=oneshot
      TimeoutStartSec=0
      ExecStartPre=-/usr/bin/docker stop report-%i
      ExecStartPre=-/usr/bin/docker rm --force report-%i
      ExecStartPre=/usr/bin/docker pull acme/report:1
      ExecStart=/usr/bin/docker run --rm \\
        --name report-%i \\
        --log-driver none \\
        --security-opt no-new-privileges \\
        acme/report:1

      [X-Fleet]
      MachineMetadata=group=web
      "
    `);
    expect(unitOf("report@.timer", fragment)).toMatchInlineSnapshot(`
      "[Unit]
      Description=Schedule of report %i

      [Timer]
      OnCalendar=*-*-01 06:00:00 UTC
      OnCalendar=Mon..Fri *-*-* 06:00:00 UTC

      [X-Fleet]
      MachineOf=report@%i.service
      "
    `);
  });

  it("has no timer when it runs once", () => {
    expect(unitNames("apps: {migrate: {kind: job, image: 'acme/migrate:1'}}")).toEqual(["fleet/migrate@.service"]);
  });
});

describe("settings that only the deployment knows", () => {
  const fragment = `
    secrets: {key: {env: KEY}, dsn: {template: 'a:\${secrets.key}@\${database.main.host}'}}
    database: {main: {engine: postgres, version: '16'}}
    apps: {web: {image: 'acme/web:1', env: {DSN: '\${secrets.dsn}', KEY: '\${secrets.key}', USER: '\${database.main.user}'}}}`;

  it("are in a file that somebody writes", () => {
    expect(directivesOf("EnvironmentFile", "web@.service", fragment)).toEqual([
      "EnvironmentFile=/etc/shop/fleet/web.env",
    ]);
    expect(commentOf("web@.service", fragment)).toMatchInlineSnapshot(`
      "# Code generated by specc from shop (dev). DO NOT EDIT.
      #
      # Settings in /etc/shop/fleet/web.env of the machines:
      #   DSN: \${secrets.key}, \${database.main.host}
      #   KEY: \${secrets.key}
      "
    `);
  });

  it("stand beside those that the spec knows", () => {
    expect(directivesOf("Environment", "web@.service", fragment)).toEqual(['Environment="USER=shop"']);
  });
});
