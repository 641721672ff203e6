import { describe, expect, it } from "vitest";
import { type Body, systemOf } from "../support/systems.ts";

const cluster = systemOf("cluster");

/** The files of a component's Terraform state, as one text. */
const state = (component: string): string =>
  cluster.paths
    .filter((path) => path.startsWith(`${component}/infra/`) && path.endsWith(".tf"))
    .map((path) => cluster.text(path))
    .join("\n");

/** What makes the servers and the workers. */
const machines = (): string =>
  ["consul-nomad", "nomad-workers"]
    .map((name) => cluster.text(`infrastructure/infra/modules/${name}/main.tf`))
    .join("");

const resource = async (type: string, name: string): Promise<Body> => {
  const found = await cluster.block("resource", type, name);
  if (found === undefined) throw new Error(`there is no ${type}.${name}`);
  return found;
};

const rulesOf = async (direction: "ingress" | "egress"): Promise<readonly Body[]> => {
  const type = `aws_vpc_security_group_${direction}_rule`;
  const names = (await cluster.blocks("resource")).filter((name) => name.startsWith(`${type}.`));
  return Promise.all(names.map((name) => resource(type, name.slice(type.length + 1))));
};

describe("cluster, the network", () => {
  it("S4-11 S4-39 has public and private subnets in three zones, and a gateway for each private one", async () => {
    expect(await resource("aws_vpc", "main")).toMatchObject({ cidr_block: "10.0.0.0/16" });
    expect(cluster.text("infrastructure/infra/modules/vpc/main.tf")).toContain(
      "slice(data.aws_availability_zones.available.names, 0, 3)",
    );
    const perZone = "${length(aws_subnet.main_private)}";
    expect(await resource("aws_nat_gateway", "main")).toMatchObject({
      count: perZone,
      allocation_id: "${aws_eip.main_nat[count.index].id}",
      subnet_id: "${aws_subnet.main_public[count.index].id}",
    });
    expect(await resource("aws_route_table", "main_private")).toMatchObject({ count: perZone });
    expect(await resource("aws_route", "main_private_nat")).toMatchObject({
      route_table_id: "${aws_route_table.main_private[count.index].id}",
      nat_gateway_id: "${aws_nat_gateway.main[count.index].id}",
    });
    expect(await resource("aws_route", "main_public_internet")).toMatchObject({
      gateway_id: "${aws_internet_gateway.main.id}",
    });
  });

  it("S4-11 S4-38 has a bastion in each zone, which alone takes SSH from outside", async () => {
    expect(await resource("aws_instance", "bastion")).toMatchObject({
      count: 3,
      instance_type: "t2.micro",
      subnet_id: "${element(aws_subnet.main_public[*].id, count.index)}",
      key_name: "${var.key_pair_main_key_name}",
    });
    const ssh = (await rulesOf("ingress")).filter(({ from_port }) => from_port === 22);
    const sources = ssh.map((rule) => rule.referenced_security_group_id ?? rule.cidr_ipv4);
    const bastion = "${module.vpc.security_group_bastion_instances_id}";
    expect([...sources].sort()).toEqual([bastion, bastion, bastion, "0.0.0.0/0"].sort());
    expect(ssh.find(({ cidr_ipv4 }) => cidr_ipv4 === "0.0.0.0/0")).toMatchObject({ security_group_id: bastion });
  });

  it("S4-50 lets through what the spec says, and everybody to the balancer and the bastion alone", async () => {
    const open = (await rulesOf("ingress")).filter(({ cidr_ipv4 }) => cidr_ipv4 === "0.0.0.0/0");
    expect(open.map(({ security_group_id, from_port, to_port }) => [security_group_id, from_port, to_port])).toEqual(
      expect.arrayContaining([
        ["${aws_security_group.edge_load_balancer.id}", 80, 80],
        ["${module.vpc.security_group_bastion_instances_id}", 22, 22],
      ]),
    );
    expect(open).toHaveLength(2);
    const inside = (await rulesOf("ingress")).filter(
      ({ cidr_ipv4 }) => cidr_ipv4 === "${module.vpc.vpc_main_cidr_block}",
    );
    expect(inside).toHaveLength(6);
    expect(inside.every(({ from_port, to_port }) => from_port === 1 && to_port === 65535)).toBe(true);
    expect(await rulesOf("ingress")).toHaveLength(2 + 6 + 3 + 1 + 2);
  });

  it("S4-50 warns that the network is open and that the world may try the bastion", () => {
    const { findings } = systemOf("cluster", {
      overlay: "policy: {accept: {admin-port-open: null, network-wide-open: null}}",
    });
    expect(findings).toContain("admin-port-open firewall.bastion-ssh.from.0");
    expect(findings).toContain("network-wide-open firewall.cluster.allow.0");
  });
});

describe("cluster, the modules", () => {
  it("S4-11 S4-12 S4-13 makes the network, the servers and the workers in modules of their own", async () => {
    const calls = (await cluster.blocks("module")).toSorted();
    expect(calls).toEqual(["consul_nomad", "nomad_workers", "vpc"]);
    expect(await cluster.block("module", "nomad_workers")).toMatchObject({
      source: "./modules/nomad-workers",
      vpc_main_id: "${module.vpc.vpc_main_id}",
      nomad_worker_ami: "${var.nomad_worker_ami}",
    });
  });

  it("S4-39 gives subnets away when their way out is there", async () => {
    expect(cluster.text("infrastructure/infra/modules/vpc/outputs.tf")).toContain(
      "depends_on  = [aws_route.main_private_nat, aws_route_table_association.main_private]",
    );
  });
});

describe("cluster, the machines", () => {
  it("S4-12 has three servers, spread over the zones", async () => {
    expect(await resource("aws_instance", "servers")).toMatchObject({
      count: 3,
      subnet_id: "${element(var.subnet_main_private_ids, count.index)}",
      ami: "${data.aws_ami.consul_nomad.id}",
    });
  });

  it("S4-12 replaces no two servers at once", async () => {
    const servers = await resource("aws_instance", "servers");
    expect(servers.lifecycle).toEqual([{ ignore_changes: ["${ami}", "${user_data}"] }]);
    expect(servers.user_data_replace_on_change).toBeUndefined();
  });

  it("S4-13 S4-45 S4-49 has groups of public and private workers of a size that the spec says", async () => {
    for (const [group, subnets] of [
      ["public", "main_public"],
      ["private", "main_private"],
    ] as const) {
      expect(await resource("aws_autoscaling_group", group)).toMatchObject({
        min_size: 2,
        max_size: 2,
        vpc_zone_identifier: `\${var.subnet_${subnets}_ids}`,
      });
      expect(await resource("aws_launch_template", group)).toMatchObject({
        image_id: "${data.aws_ami.nomad_workers.id}",
        instance_type: "c4.large",
      });
    }
    const prod = systemOf("cluster", { environment: "prod" });
    expect(await prod.block("resource", "aws_autoscaling_group", "public")).toMatchObject({ min_size: 2, max_size: 6 });
  });

  it("S4-13 warns of copies that share one worker", () => {
    const { findings } = systemOf("cluster", { overlay: "scaling: {public: {min: 1, max: 1}}" });
    expect(findings).toContain("lone-worker scaling.public.max");
  });

  it("S4-14 lets all machines find the servers by a tag", async () => {
    const all = machines();
    expect(all.match(/consul-cluster = "cluster-int"/g)).toHaveLength(3);
    for (const group of ["servers", "public", "private"]) {
      const policy = await cluster.block("data", "aws_iam_policy_document", `${group}_instances`);
      expect(JSON.stringify(policy)).toContain("ec2:DescribeInstances");
    }
    expect(JSON.stringify(await cluster.block("data", "aws_iam_policy_document", "bastion_instances"))).not.toContain(
      "ec2:",
    );
  });

  it("S4-49 writes the labels of workers onto them", () => {
    const all = machines();
    for (const subnet of ["public", "private"]) expect(all).toMatch(new RegExp(`subnet +=? *"${subnet}"`));
  });

  it("S4-33 boots the images whose ids the build gave", async () => {
    expect(await cluster.block("data", "aws_ami", "consul_nomad")).toMatchObject({
      filter: [{ name: "image-id", values: ["${var.consul_server_ami}"] }],
    });
    expect(await cluster.block("data", "aws_ami", "nomad_workers")).toMatchObject({
      filter: [{ name: "image-id", values: ["${var.nomad_worker_ami}"] }],
    });
  });
});

describe("cluster, what is before Traefik", () => {
  it("S4-06 S4-10 leads the balancer to Traefik on the public workers, and asks its admin port", async () => {
    expect(await resource("aws_lb_target_group", "edge_traefik")).toMatchObject({
      port: 8080,
      health_check: [{ path: "/health", port: "8081", interval: 30, timeout: 3, healthy_threshold: 2 }],
    });
    expect(await resource("aws_lb_listener", "edge_http")).toMatchObject({
      port: 80,
      default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.edge_traefik.arn}" }],
    });
    expect(await resource("aws_autoscaling_attachment", "edge_traefik")).toMatchObject({
      autoscaling_group_name: "${data.terraform_remote_state.infrastructure.outputs.autoscaling_group_public_name}",
    });
  });

  it("S4-09 S4-10 has the balancer and Traefik agree on the port", async () => {
    const port = (await resource("aws_lb_target_group", "edge_traefik")).port as number;
    expect(cluster.text("traefik/deploy/traefik.nomad.hcl")).toContain(`static = ${port}`);
  });

  it("S4-34 S4-40 points the domain at the balancer, in a zone that is given by its id", async () => {
    expect(await cluster.block("data", "aws_route53_zone", "main")).toMatchObject({ zone_id: "${var.zone_id}" });
    expect(await resource("aws_route53_record", "domain")).toMatchObject({
      name: "${var.domain}",
      alias: [{ name: "${aws_lb.edge.dns_name}", zone_id: "${aws_lb.edge.zone_id}" }],
    });
    expect(await resource("aws_route53_record", "frontend_domain")).toMatchObject({ name: "frontend.${var.domain}" });
  });
});

describe("cluster, the states", () => {
  it("S4-31 S4-32 keeps each environment's state in a bucket of its own, encrypted and locked", async () => {
    const versions = await cluster.hcl("infrastructure/infra/versions.tf");
    expect(versions).toMatchObject({
      terraform: [
        { backend: { s3: [{ key: "cluster/infrastructure/terraform.tfstate", encrypt: true, use_lockfile: true }] } },
      ],
    });
    for (const environment of ["int", "test", "prod"]) {
      const { text } = systemOf("cluster", { environment });
      expect(text("frontend/infra/state.tf")).toContain(`"\${var.state_bucket}-${environment}"`);
      expect(text("infrastructure/infra/providers.tf")).toContain(`environment = "${environment}"`);
    }
  });

  it("S4-20 lets apps refer to the shared infrastructure and not repeat it", () => {
    for (const component of ["backend", "frontend", "traefik"]) {
      expect(state(component)).toContain('data "terraform_remote_state" "infrastructure"');
      expect(state(component)).not.toContain('resource "aws_vpc"');
    }
    expect(state("infrastructure")).not.toContain("terraform_remote_state");
  });

  it("S4-44 gives in one state each output that another reads", () => {
    const read = cluster.paths
      .filter((path) => path.endsWith(".tf"))
      .flatMap((path) => [...cluster.text(path).matchAll(/terraform_remote_state\.(\w+)\.outputs\.(\w+)/g)]);
    expect(read.length).toBeGreaterThan(8);
    for (const [, producer = "", output = ""] of read) expect(state(producer)).toContain(`output "${output}" {`);
    expect(state("backend")).toContain("outputs.bastion_address");
  });

  it("S4-27 holds no key of the account", () => {
    for (const path of cluster.paths) expect(cluster.text(path)).not.toMatch(/access_key|secret_key|AKIA/);
    expect(cluster.text("infrastructure/infra/providers.tf")).toContain("region = var.region");
  });

  it("S4-17 gives every component the same folders", () => {
    const folders = new Set(cluster.paths.map((path) => path.split("/").slice(0, 2).join("/")));
    for (const app of ["backend", "frontend"])
      for (const folder of ["dev", "build", "infra", "deploy"]) expect(folders).toContain(`${app}/${folder}`);
    for (const folder of ["consul-nomad/build", "nomad-workers/build", "traefik/deploy", "infrastructure/infra"])
      expect(folders).toContain(folder);
  });
});
