import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkAgainstProvider } from "../../src/emitters/terraform/provider-schema/check.ts";
import { documentsOf } from "../support/documents.ts";
import { providerSchemas } from "../support/provider-schemas.ts";
import { type Body, systemOf } from "../support/systems.ts";

const prod = systemOf("immutable-app");
const stage = systemOf("immutable-app", { environment: "stage" });

interface Task {
  readonly name: string;
  readonly [module: string]: unknown;
}

const tasks = parse(prod.text("ansible/roles/apps_app/tasks/main.yml")) as readonly Task[];
const calling = (module: string): readonly unknown[] =>
  tasks.flatMap((task) => task[`ansible.builtin.${module}`] ?? []);
const unit = prod.text("ansible/roles/apps_app/files/app.service").split("\n");
const template = JSON.parse(prod.text("packer/app.json")) as {
  readonly variables: Body;
  readonly builders: readonly Body[];
  readonly provisioners: readonly Body[];
};
const resource = async (type: string): Promise<Body> => (await prod.block("resource", type, "app")) ?? {};
const variable = async (name: string): Promise<Body> => (await stage.block("variable", name)) ?? {};
const settings = async (): Promise<Body> => {
  const { locals } = await prod.hcl("terraform/settings.tf");
  return (locals as readonly [{ readonly app_settings: Body }])[0].app_settings;
};

/** What an environment says of itself when something is laid over it. */
const findings = (overlay: string): readonly string[] => systemOf("immutable-app", { overlay }).findings;

describe("an app without containers", () => {
  it("S2-04 needs neither a cluster nor a container", () => {
    expect(prod.paths.filter((path) => /docker|kubernetes|nomad|fleet/.test(path))).toEqual([]);
    expect(prod.text("ansible/playbook.yml")).not.toContain("docker");
  });

  it("S2-05 S2-28 names only what DigitalOcean's provider has", () => {
    const { environment } = prod.compilation;
    expect(environment && checkAgainstProvider(documentsOf(environment, "terraform"), providerSchemas)).toEqual([]);
  });

  it("S2-06 S2-32 is installed by the playbook that Packer runs over SSH", () => {
    const ansible = template.provisioners.find(({ type }) => type === "ansible");
    expect(ansible).toMatchObject({ playbook_file: "{{template_dir}}/../ansible/playbook.yml", use_proxy: false });
    expect(prod.paths).toContain("ansible/playbook.yml");
  });

  it("S2-09 says by its own path whether it works", () => {
    const { artifactApps } = prod.compilation.environment ?? { artifactApps: [] };
    expect(artifactApps.map(({ health }) => health?.http?.parts)).toEqual([["/health/check"]]);
    expect(findings("policy: {accept: {health-by-port: null}}")).toContain("health-by-port loadBalancer.app.health");
  });

  it("S2-12 S2-29 reads five settings from the file that the first boot writes, and nothing else", async () => {
    expect(Object.keys(await settings())).toEqual(["DB_HOST", "DB_NAME", "DB_PASSWORD", "DB_PORT", "DB_USER"]);
    const { write_files: files } = parse(prod.text("terraform/user-data/app.yaml.tftpl")) as Body;
    expect(files).toEqual([
      { path: "/opt/app/conf.env", permissions: "0600", encoding: "b64", content: "${app_settings}\n" },
    ]);
  });

  it("S2-13 speaks to its database in TLS alone", () => {
    expect(findings("apps: {app: {env: {DB_SSLMODE: disable}}}")).toContain("weak-sslmode apps.app.env.DB_SSLMODE");
    expect(findings("apps: {app: {env: {DB_SSLMODE: require}}}").join()).not.toContain("weak-sslmode");
  });

  it("S2-14 is started again when its database did not answer", () => expect(unit).toContain("Restart=on-failure"));

  it("S2-16 lies in a directory of its own", () =>
    expect(calling("file")).toEqual([
      { path: "/opt/app", state: "directory", owner: "root", group: "root", mode: "0755" },
    ]));

  it("S2-17 S2-20 is downloaded by the address of its store and its version", () => {
    expect(calling("get_url")).toEqual([
      {
        url: "{{ releases_url }}/releases/download/{{ version }}/app",
        dest: "/opt/app/app",
        force: true,
        owner: "root",
        group: "root",
        mode: "0755",
      },
    ]);
    expect(prod.text("ansible/roles/apps_app/tasks/main.yml")).toContain('mode: "0755"');
    expect(prod.yaml("ansible/group_vars/all.yml")).toEqual([
      { image_build: false, version: "v1", releases_url: "https://github.com/Amygos/immutable_deploys" },
    ]);
  });

  it("S2-18 brings its unit along, as a package does", () =>
    expect(calling("copy")).toMatchObject([{ src: "app.service", dest: "/usr/lib/systemd/system/app.service" }]));

  it("S2-19 is enabled, and restarted with its unit read anew", () => {
    expect(calling("systemd")).toEqual([{ name: "app.service", enabled: true, daemon_reload: true }]);
    expect(prod.yaml("ansible/roles/apps_app/handlers/main.yml")).toMatchObject([
      [{ "ansible.builtin.systemd": { name: "app.service", state: "restarted", daemon_reload: true } }],
    ]);
  });

  it("S2-21 S2-22 runs as a unit that waits for the first boot and may miss its settings", () =>
    expect(unit).toEqual(
      expect.arrayContaining([
        "Description=App server",
        "After=network.target cloud-init.service",
        "Type=simple",
        "User=root",
        "WorkingDirectory=/opt/app",
        'Environment="GIN_MODE=release"',
        "EnvironmentFile=-/opt/app/conf.env",
        "ExecStart=/opt/app/app",
        "WantedBy=multi-user.target",
      ]),
    ));
});

describe("the rules of a twelve-factor app", () => {
  it.each([
    ["a password in the spec", "apps: {app: {env: {API_KEY: AKIAIOSFODNN7EXAMPLE}}}", "secret-in-plain-sight"],
    ["a file of logs", "apps: {app: {env: {LOG_FILE: /var/log/app.log}}}", "log-file apps.app.env.LOG_FILE"],
    ["a port that nobody names", "apps: {app: {port: null}}", "port-missing apps.app"],
  ])("S2-07 object to %s", (_, overlay, finding) => expect(findings(overlay).join("\n")).toContain(finding));
});

describe("the snapshot", () => {
  it("S2-31 is made of a small droplet of CentOS 7 as root, and named after the time", () => {
    expect(template.variables).toEqual({ region: "ams3", size: "s-1vcpu-1gb" });
    expect(template.builders).toMatchObject([
      {
        type: "digitalocean",
        image: "centos-7-x64",
        region: "{{user `region`}}",
        size: "{{user `size`}}",
        ssh_username: "root",
        snapshot_name: "app-{{timestamp}}",
      },
    ]);
  });

  it("S2-34 is looked up by a name that is an input", async () => {
    expect(await prod.block("data", "digitalocean_image", "app")).toEqual({ name: "${var.image_name}" });
    expect(await prod.block("variable", "image_name")).toMatchObject({ default: "app-1556824617" });
    const wrong = systemOf("immutable-app", { variables: { image_name: "centos" } });
    expect(wrong.findings.join()).toContain("variable-limit vars.image_name.default");
  });

  it("S2-61 is not needed: a droplet may fetch the release when it first boots", () => {
    const booted = systemOf("immutable-app", {
      overlay: "{instances: {app: {image: centos-7}}, apps: {app: {artifact: {version: v2}}}, outputs: {image: null}}",
    });
    const user = booted.text("terraform/user-data/app.yaml.tftpl");
    expect(user).toContain("[/usr/local/bin/immutable-app-install, app, /opt/app/app]");
    expect(booted.text("terraform/instances.tf")).toContain("/releases/download/v2/app");
    expect(prod.text("terraform/user-data/app.yaml.tftpl")).not.toContain("install");
  });
});

describe("the droplets", () => {
  it("S2-23 S2-35 boot the snapshot in ams3, each successor before its predecessor goes", async () => {
    expect(await resource("digitalocean_droplet")).toMatchObject({
      image: "${data.digitalocean_image.app.id}",
      region: "${local.region}",
      size: "s-1vcpu-1gb",
      lifecycle: [{ create_before_destroy: true }],
    });
    expect(prod.text("terraform/providers.tf")).toContain('region = "ams3"');
  });

  it("S2-38 S2-50 are as many as an input says, one by default", async () =>
    expect(await variable("instance_count")).toMatchObject({ type: "${number}", default: 1 }));

  it("S2-39 S2-40 are counted from 0 and carry the tag of their group", async () => {
    expect(await resource("digitalocean_droplet")).toMatchObject({
      count: "${var.instance_count}",
      name: "app-${count.index}",
      tags: "${concat(local.tags, [digitalocean_tag.app.name])}",
    });
    expect(await resource("digitalocean_tag")).toEqual({ name: "app${local.workspace_suffix}" });
  });

  it("S2-27 get their cloud-config as a plain template", async () =>
    expect((await resource("digitalocean_droplet")).user_data).toContain("templatefile("));

  it("S2-51 grow with `size`", async () => {
    const large = systemOf("immutable-app", { overlay: "instances: {app: {size: s-2vcpu-4gb}}" });
    expect(await large.block("resource", "digitalocean_droplet", "app")).toMatchObject({ size: "s-2vcpu-4gb" });
  });

  it("S2-60 let in nobody but the balancer, or everybody to the app's port where there is none", async () => {
    expect(await resource("digitalocean_firewall")).toMatchObject({
      inbound_rule: [
        {
          protocol: "tcp",
          port_range: "8080",
          source_addresses: '${var.instance_count > 1 ? [] : ["0.0.0.0/0", "::/0"]}',
          source_load_balancer_uids: "${digitalocean_loadbalancer.app[*].id}",
        },
      ],
    });
    expect(await resource("digitalocean_database_firewall")).toMatchObject({
      rule: [{ type: "tag", value: "${digitalocean_tag.app.name}" }],
    });
    const open = "firewall: {ssh: {from: [any], to: [instances.app], allow: [22/tcp]}}";
    expect(findings(open)).toContain("admin-port-open firewall.ssh.from.0");
    const bare = "firewall: {database: {from: [any], to: [database.app], allow: [25060/tcp]}}";
    expect(findings(bare)).toContain("database-open firewall.database.from.0");
  });
});

describe("the way in", () => {
  it("S2-11 S2-41 is a balancer of TCP 8080 where there are several droplets", async () =>
    expect(await resource("digitalocean_loadbalancer")).toMatchObject({
      count: "${var.instance_count > 1 ? 1 : 0}",
      name: "app${local.workspace_suffix}",
      region: "${local.region}",
      droplet_tag: "${digitalocean_tag.app.name}",
      forwarding_rule: [{ entry_port: 8080, entry_protocol: "tcp", target_port: 8080, target_protocol: "tcp" }],
      healthcheck: [{ port: 8080, protocol: "tcp" }],
    }));

  it("S2-36 S2-42 S2-44 S2-45 is a reserved address of the first droplet where it is the only one", async () =>
    expect(await resource("digitalocean_reserved_ip")).toMatchObject({
      count: "${var.instance_count > 1 ? 0 : 1}",
      droplet_id: "${digitalocean_droplet.app[0].id}",
      region: "${local.region}",
    }));

  it("S2-24 S2-25 S2-37 S2-43 has a name for a minute, which follows it", async () => {
    expect(await prod.block("resource", "digitalocean_domain", "deploy")).toEqual({
      name: "${local.workspace_prefix}deploy.example.com",
    });
    expect(await prod.block("resource", "digitalocean_record", "app_deploy_example_com")).toMatchObject({
      type: "A",
      name: "app",
      ttl: 60,
      value:
        "${var.instance_count > 1 ? digitalocean_loadbalancer.app[0].ip : digitalocean_reserved_ip.app[0].ip_address}",
    });
  });

  it("S2-52 S2-53 costs moments that somebody must have accepted", () => {
    const accepted = "policy: {accept: {scale-out-outage: null, deploy-outage: null}}";
    const one = systemOf("immutable-app", { environment: "stage", overlay: accepted }).findings;
    expect(one).toContain("deploy-outage instances.app.count");
    expect(one).toContain("scale-out-outage loadBalancer.app.mode");
    const always = "{loadBalancer: {app: {mode: always}}, policy: {accept: {scale-out-outage: null}}}";
    expect(findings(always).join()).not.toContain("outage");
  });
});

describe("the database", () => {
  it("S2-26 is a small cluster of PostgreSQL 11 with one node", async () =>
    expect(await resource("digitalocean_database_cluster")).toMatchObject({
      name: "app${local.workspace_suffix}",
      engine: "pg",
      version: "11",
      size: "db-s-1vcpu-1gb",
      region: "${local.region}",
      node_count: 1,
    }));

  it("S2-28 tells the droplets what its cluster knows", async () =>
    expect(await settings()).toEqual({
      DB_HOST: "${digitalocean_database_cluster.app.private_host}",
      DB_NAME: "${digitalocean_database_db.app.name}",
      DB_PASSWORD: "${digitalocean_database_cluster.app.password}",
      DB_PORT: "${digitalocean_database_cluster.app.port}",
      DB_USER: "${digitalocean_database_cluster.app.user}",
    }));

  it("S2-59 hands its password over without anybody writing it", async () => {
    expect(await variable("do_token")).toMatchObject({ sensitive: true });
    expect(prod.text("terraform/providers.tf")).toContain("token = var.do_token");
    const bare = systemOf("immutable-app", { overlay: "policy: {accept: {secret-in-user-data: null}}" });
    expect(bare.findings).toContain("secret-in-user-data apps.app.env.DB_PASSWORD");
  });
});

it("S2-57 keeps the names of workspaces apart", () =>
  expect(prod.text("terraform/providers.tf")).toContain(
    'workspace_suffix = terraform.workspace == "default" ? "" : "-${terraform.workspace}"',
  ));
