import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { type Call, deployment, lineOf } from "./deployment.ts";

const shop = `
targets: [terraform, packer, ansible, nomad, fleet, kubernetes]
images:
  node: {kind: machine, base: ubuntu-24.04, builder: packer}
  web: {kind: container, repository: ghcr.io/acme/web, tag: "1.4.2", build: {context: web}}
instances: {web: {image: node, count: 2}, tools: {image: node}}
apps:
  web:
    image: web
    runsOn: web
    port: 8080
    replicas: 2
    routes: [{host: shop.example.com}]
    env: {DATABASE_HOST: "\${database.main.host}", DATABASE_PASSWORD: "\${database.main.password}", KEY: "\${secrets.key}"}
  report: {kind: job, schedule: "0 6 * * *", image: "ghcr.io/acme/report:1", runsOn: tools, env: {DSN: "\${secrets.dsn}"}}
database: {main: {engine: postgres, version: "16"}}
loadBalancer: {public: {}}
secrets:
  key: {env: PAYMENT_KEY}
  dsn: {template: "app:\${secrets.key}@\${database.main.host}/shop"}
policy: {accept: {end-of-life: {at: [targets], reason: fleet is still in use}}}
`;

/** A value that a shell, jq, systemd or a list of processes must not get hold of. */
const secret = `it's "$HOME" \`id\` \\ <&>`;

const { paths, text, run } = deployment(shop);
const { status, errors, calls } = run("up.sh", [], { PAYMENT_KEY: secret });
const inputsOf = (line: string): readonly Call[] => calls.filter((call) => lineOf(call).startsWith(line));

describe("up.sh", () => {
  it("takes the steps of all tools in their order", () => {
    expect([status, errors]).toEqual([0, ""]);
    const lines = calls.map(lineOf).filter((line) => !/ output | list-machines /.test(line));
    expect(lines.map((line) => line.replace(/\S*\/tmp\S*|\S*runbook-\S*/g, "FILE"))).toMatchInlineSnapshot(`
      [
        "docker build --file FILE --tag ghcr.io/acme/web:1.4.2 FILE",
        "docker push ghcr.io/acme/web:1.4.2",
        "packer plugins install github.com/hashicorp/amazon",
        "packer plugins install github.com/hashicorp/ansible",
        "ansible-galaxy collection install -r ../ansible/requirements.yml",
        "packer build node.json",
        "terraform -chdir=../terraform init -input=false",
        "terraform -chdir=../terraform apply",
        "nomad var put -force -in json nomad/jobs/report -",
        "nomad job run ../nomad/report.nomad.hcl",
        "nomad var put -force -in json nomad/jobs/web -",
        "nomad job run ../nomad/web.nomad.hcl",
        "fleetctl ssh m2 sudo install -D -m 0600 /dev/stdin /etc/shop/fleet/report.env",
        "fleetctl ssh m1 sudo install -D -m 0600 /dev/stdin /etc/shop/fleet/web.env",
        "fleetctl ssh m3 sudo install -D -m 0600 /dev/stdin /etc/shop/fleet/web.env",
        "fleetctl submit --replace report@.service report@.timer web@.service web-discovery@.service",
        "fleetctl load --replace report@1.service",
        "fleetctl start --replace report@1.timer",
        "fleetctl start --replace web@1.service web@2.service web-discovery@1.service web-discovery@2.service",
        "kubectl apply --server-side --filename ../kubernetes/namespace.yaml",
        "kubectl apply --server-side --filename -",
        "kubectl apply --server-side --filename -",
        "kubectl apply --server-side --filename -",
        "kubectl apply --kustomize ../kubernetes",
        "kubectl --namespace shop-dev rollout status deployment/web",
      ]
    `);
  });

  it("shows no secret to a list of processes", () => {
    expect(
      calls.map(lineOf).filter((line) => line.includes(secret) || line.includes("value of database_main_password")),
    ).toEqual([]);
  });

  it("puts what the jobs read into Nomad's variables", () => {
    const [, web] = inputsOf("nomad var put");
    expect(JSON.parse(web?.input ?? "")).toEqual({
      Items: {
        database_main_host: "value of database_main_host",
        database_main_password: "value of database_main_password",
        key: secret,
      },
    });
  });

  it("writes the settings of fleet's units onto the machines that may run them", () => {
    const written = inputsOf("fleetctl ssh").map(({ argv, input }) => `${argv.join(" ")}\n${input}`);
    expect(written).toMatchInlineSnapshot(`
      [
        "ssh m2 sudo install -D -m 0600 /dev/stdin /etc/shop/fleet/report.env
      DSN="app:it's \\"\\$HOME\\" \\\`id\\\` \\\\ <&>@value of database_main_host/shop"
      ",
        "ssh m1 sudo install -D -m 0600 /dev/stdin /etc/shop/fleet/web.env
      DATABASE_HOST="value of database_main_host"
      DATABASE_PASSWORD="value of database_main_password"
      KEY="it's \\"\\$HOME\\" \\\`id\\\` \\\\ <&>"
      ",
        "ssh m3 sudo install -D -m 0600 /dev/stdin /etc/shop/fleet/web.env
      DATABASE_HOST="value of database_main_host"
      DATABASE_PASSWORD="value of database_main_password"
      KEY="it's \\"\\$HOME\\" \\\`id\\\` \\\\ <&>"
      ",
      ]
    `);
  });

  it("makes the objects that the manifests read", () => {
    const objects = inputsOf("kubectl apply --server-side --filename -").map(({ input }) => JSON.parse(input));
    expect(objects).toEqual([
      expect.objectContaining({ kind: "ConfigMap", data: { host: "value of database_main_host" } }),
      expect.objectContaining({ kind: "Secret", stringData: { password: "value of database_main_password" } }),
      expect.objectContaining({ kind: "Secret", stringData: { key: secret } }),
    ]);
  });

  it("does single steps", () => {
    expect(run("up.sh", ["images"]).calls.map(({ argv }) => argv[0])).toEqual(["build", "push"]);
  });

  it("stops where the environment lacks a secret", () => {
    const stopped = run("up.sh", ["terraform"]);
    expect(stopped.status).toBe(1);
    expect(stopped.errors).toBe("PAYMENT_KEY is not set: it holds the secret key\n");
    expect(stopped.calls).toEqual([]);
  });
});

describe("what the scripts provide", () => {
  it("is what the Nomad jobs read", () => {
    for (const app of ["web", "report"]) {
      const read = new Set([...text(`nomad/${app}.nomad.hcl`).matchAll(/\.(\w+)\.Value/g)].map(([, key]) => key));
      const [put] = inputsOf(`nomad var put -force -in json nomad/jobs/${app} `);
      expect(new Set(Object.keys(JSON.parse(put?.input ?? "").Items))).toEqual(read);
    }
  });

  it("is what the manifests of Kubernetes read", () => {
    const manifests = paths
      .filter((path) => path.startsWith("kubernetes/"))
      .map(text)
      .join("\n---\n");
    const read = [...manifests.matchAll(/(configMap|secret)KeyRef:\n\s+name: (\S+)\n\s+key: (\S+)/g)].map(
      ([, kind = "", name, key]) => `${kind.toLowerCase()} ${name} ${key}`,
    );
    const made = inputsOf("kubectl apply --server-side --filename -").flatMap(({ input }) => {
      const { kind, metadata, data, stringData } = JSON.parse(input);
      return Object.keys(data ?? stringData).map((key) => `${kind.toLowerCase()} ${metadata.name} ${key}`);
    });
    expect(new Set(made)).toEqual(new Set(read));
  });

  it("is in the namespace of the manifests", () => {
    const [namespace] = parseAllDocuments(text("kubernetes/namespace.yaml")).map((document) => document.toJS());
    const [object] = inputsOf("kubectl apply --server-side --filename -");
    expect(JSON.parse(object?.input ?? "").metadata.namespace).toBe(namespace.metadata.name);
  });

  it("are outputs that Terraform has", () => {
    const asked = calls.filter(({ argv }) => argv.includes("output")).map(({ argv }) => argv.at(-1));
    const known = [...text("terraform/outputs.tf").matchAll(/^output "(\w+)"/gm)].map(([, name]) => name);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("are units that fleet has", () => {
    const started = calls.filter(({ tool, argv }) => tool === "fleetctl" && /start|load|submit/.test(argv[0] ?? ""));
    const files = started.flatMap(({ argv }) => argv.slice(2)).map((unit) => `fleet/${unit.replace(/@\d+/, "@")}`);
    expect([...new Set(files)].sort()).toEqual(paths.filter((path) => path.startsWith("fleet/")));
  });
});

describe("plan.sh", () => {
  it("shows what would change", () => {
    const planned = run("plan.sh", [], { PAYMENT_KEY: secret });
    expect(planned.calls.map(lineOf)).toMatchInlineSnapshot(`
      [
        "packer validate node.json",
        "terraform -chdir=../terraform init -input=false",
        "terraform -chdir=../terraform plan",
        "nomad job plan ../nomad/report.nomad.hcl",
        "nomad job plan ../nomad/web.nomad.hcl",
        "kubectl diff --kustomize ../kubernetes",
      ]
    `);
  });
});

describe("down.sh", () => {
  it("asks for the name of the environment", () => {
    const refused = run("down.sh", [], { PAYMENT_KEY: secret });
    expect([refused.status, refused.calls]).toEqual([2, []]);
  });

  it("takes everything down in the reverse order", () => {
    const { calls } = run("down.sh", ["shop-dev"], { PAYMENT_KEY: secret });
    expect(calls.map(lineOf)).toMatchInlineSnapshot(`
      [
        "kubectl delete --kustomize ../kubernetes --ignore-not-found",
        "fleetctl destroy report@1.service report@1.timer web@1.service web@2.service web-discovery@1.service web-discovery@2.service report@.service report@.timer web@.service web-discovery@.service",
        "nomad job stop -purge report",
        "nomad var purge nomad/jobs/report",
        "nomad job stop -purge web",
        "nomad var purge nomad/jobs/web",
        "terraform -chdir=../terraform init -input=false",
        "terraform -chdir=../terraform destroy",
      ]
    `);
  });
});

describe("secrets", () => {
  const runtimes = (secrets: string) => `targets: [nomad, kubernetes]
apps: {web: {image: "a/b:1", env: {KEY: "\${secrets.key}"}}}
secrets: {key: ${secrets}}`;
  const keysIn = (given: readonly Call[]): readonly string[] =>
    given.flatMap(({ input }) => {
      const object = input.startsWith("{") ? JSON.parse(input) : {};
      return object.Items?.key ?? object.stringData?.key ?? [];
    });

  it("that are generated are the same for all runtimes and the next time", () => {
    const { run } = deployment(runtimes("{generate: random}"));
    const [first, second] = [run("up.sh"), run("up.sh")];
    expect(keysIn(first.calls)[0]).toMatch(/^made in \d+$/);
    expect(new Set([...keysIn(first.calls), ...keysIn(second.calls)]).size).toBe(1);
  });

  it("that are in a file are read from there", () => {
    const { run } = deployment(runtimes("{file: bin/docker}"));
    expect(keysIn(run("up.sh").calls)[0]).toMatch(/^#!\/bin\/bash/);
  });
});

describe("inputs", () => {
  const fragment = `targets: [terraform, nomad]
vars: {release: {default: "1.4.2", env: RELEASE}}
images: {web: {kind: container, repository: ghcr.io/acme/web, tag: "\${vars.release}", build: {}}}
apps: {web: {image: web}}`;

  it("have the spec's defaults", () => {
    expect(deployment(fragment).run("up.sh", ["images"]).calls.map(lineOf)[1]).toBe(
      "docker push ghcr.io/acme/web:1.4.2",
    );
  });

  it("are read when deploying", () => {
    const { calls } = deployment(fragment).run("up.sh", ["images"], { RELEASE: "2.0.0" });
    expect(calls.map(lineOf)[1]).toBe("docker push ghcr.io/acme/web:2.0.0");
  });
});

describe("a runbook", () => {
  it("is not there for a single tool that asks for nothing", () => {
    expect(deployment("apps: {web: {image: 'a/b:1'}}").paths.filter((path) => path.startsWith("runbook/"))).toEqual([]);
  });

  it("says what the deployer must know", () => {
    expect(text("runbook/README.md")).toMatchInlineSnapshot(`
      "<!-- Code generated by specc from shop (dev). DO NOT EDIT. -->

      # shop-dev

      \`plan.sh\` shows what would change, \`up.sh\` deploys, \`down.sh shop-dev\` takes all of it down. Each takes
      names of steps, to do only those. They run from any folder; container images are built from the sources in the folder
      where you call them, or in \`SOURCES\`.

      ## Order

      \`\`\`mermaid
      graph LR
        images --> packer
        packer --> terraform
        terraform --> nomad
        nomad --> fleet
        fleet --> kubernetes
      \`\`\`

      1. **images** builds the container images and pushes them; log in to their registry before.
      1. **packer** builds the images of its templates; Terraform looks those of machines up.
      1. **terraform** makes what the provider has: networks, machines, databases. It asks before it changes anything.
      1. **nomad** puts what the jobs read into Nomad's variables and runs the jobs on the cluster of NOMAD\\_ADDR.
      1. **fleet** writes the settings files onto the machines and starts the units on the cluster of FLEETCTL\\_TUNNEL.
      1. **kubernetes** makes the objects that hold what only the deployment knows and applies the manifests in the current context.

      ## Parts

      \`\`\`mermaid
      graph LR
        apps.report -->|calls| database.main
        apps.report -->|runs on| instances.tools
        apps.web -->|calls| database.main
        apps.web -->|runs on| instances.web
        ingress.main -->|leads to| apps.web
        loadBalancer.public -->|leads to| apps.web
      \`\`\`

      ## What the environment must say

      | variable | what it is |
      |---|---|
      | \`PAYMENT_KEY\` | the secret key |

      ## What the deployment alone knows

      | where | name | from |
      |---|---|---|
      | \`nomad/jobs/report\` | \`database_main_host\` | \`\${database.main.host}\` |
      | \`nomad/jobs/report\` | \`key\` | \`\${secrets.key}\` |
      | \`nomad/jobs/web\` | \`database_main_host\` | \`\${database.main.host}\` |
      | \`nomad/jobs/web\` | \`database_main_password\` | \`\${database.main.password}\` |
      | \`nomad/jobs/web\` | \`key\` | \`\${secrets.key}\` |
      | \`/etc/shop/fleet/report.env\` | \`DSN\` | \`\${secrets.key} \${database.main.host}\` |
      | \`/etc/shop/fleet/web.env\` | \`DATABASE_HOST\` | \`\${database.main.host}\` |
      | \`/etc/shop/fleet/web.env\` | \`DATABASE_PASSWORD\` | \`\${database.main.password}\` |
      | \`/etc/shop/fleet/web.env\` | \`KEY\` | \`\${secrets.key}\` |
      | \`configmap/database-main\` | \`host\` | \`\${database.main.host}\` |
      | \`secret/database-main\` | \`password\` | \`\${database.main.password}\` |
      | \`secret/key\` | \`key\` | \`\${secrets.key}\` |
      "
    `);
  });
});
