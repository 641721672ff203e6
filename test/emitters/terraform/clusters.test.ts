import { describe, expect, it } from "vitest";
import { blockOf, findingsOf, labelsOf, moduleOf } from "./module.ts";

const fragment = (cluster: string, nodes = "count: 2", more = ""): string =>
  `cluster: {main: {kind: kubernetes, ${cluster}}}\ninstances: {nodes: {${nodes}}}\n${more}`;

const clustered = (...words: Parameters<typeof fragment>): ReturnType<typeof moduleOf> => moduleOf(fragment(...words));

const cluster = (from: string): string =>
  blockOf(clustered(`api: {from: ${from}}`), 'resource "aws_eks_cluster" "main"');
const nodes = (written: string, more = ""): string =>
  blockOf(clustered("api: {from: [internal]}", written, more), 'resource "aws_eks_node_group" "nodes"');

describe("a cluster", () => {
  it("is encrypted, logged and ruled by those who are named", () => {
    expect(cluster("[203.0.113.0/24]")).toMatchInlineSnapshot(`
      "resource "aws_eks_cluster" "main" {
        name                          = "shop-dev-main"
        role_arn                      = aws_iam_role.main_cluster.arn
        enabled_cluster_log_types     = ["api", "audit", "authenticator"]
        bootstrap_self_managed_addons = false
        deletion_protection           = false

        depends_on = [
          aws_cloudwatch_log_group.main_cluster,
          aws_iam_role_policy_attachment.main_cluster_eks_cluster,
        ]

        access_config {
          authentication_mode                         = "API"
          bootstrap_cluster_creator_admin_permissions = true
        }

        encryption_config {
          resources = ["secrets"]

          provider {
            key_arn = aws_kms_key.main_cluster.arn
          }
        }

        upgrade_policy {
          support_type = "STANDARD"
        }

        vpc_config {
          subnet_ids              = aws_subnet.main_private[*].id
          endpoint_private_access = true
          endpoint_public_access  = true
          public_access_cidrs     = ["203.0.113.0/24"]
        }
      }"
    `);
  });

  it("is reached from inside alone when nobody from outside is named", () => {
    expect(cluster("[internal]")).toMatch(/endpoint_public_access += false/);
    expect(cluster("[internal]")).not.toContain("public_access_cidrs");
    expect(
      blockOf(
        clustered("api: {from: [internal]}"),
        'resource "aws_vpc_security_group_ingress_rule" "main_cluster_from_main"',
      ),
    ).toMatch(/cidr_ipv4 += aws_vpc\.main\.cidr_block/);
  });

  it("lets pods act by roles of their own", () => {
    const module = clustered("api: {from: [internal]}");
    expect(labelsOf(module, "aws_iam_openid_connect_provider")).toEqual(["main"]);
    expect(blockOf(module, 'data "aws_iam_policy_document" "main_network"')).toContain(
      "system:serviceaccount:kube-system:aws-node",
    );
  });

  it("runs what every cluster does, the first of it before there are nodes", () => {
    const module = clustered("api: {from: [internal]}");
    expect(labelsOf(module, "aws_eks_addon")).toEqual([
      "main_vpc_cni",
      "main_kube_proxy",
      "main_eks_pod_identity_agent",
      "main_coredns",
      "main_metrics_server",
    ]);
    expect(nodes("count: 2")).toContain("aws_eks_addon.main_vpc_cni");
    expect(blockOf(module, 'resource "aws_eks_addon" "main_coredns"')).toContain("[aws_eks_node_group.nodes]");
  });

  it("alone is let through to the databases that its apps use", () => {
    const module = clustered(
      "api: {from: [internal]}",
      "count: 2",
      'database: {main: {engine: postgres, version: "16"}}\napps: {web: {image: acme/web:1.0.0, env: {DB: "${database.main.url}"}}}',
    );
    expect(blockOf(module, 'resource "aws_vpc_security_group_ingress_rule" "main_database_from_main_cluster"')).toMatch(
      /referenced_security_group_id = aws_eks_cluster\.main\.vpc_config\[0\]\.cluster_security_group_id/,
    );
  });

  it("stands in two zones at least", () => {
    expect(findingsOf(fragment("api: {from: [internal]}", "count: 2", "network: {main: {zones: 1}}"))).toEqual([
      "aws-cluster cluster.main",
    ]);
  });

  it("has nodes, which are nothing that the provider does not set up", () => {
    expect(findingsOf("cluster: {main: {kind: kubernetes}}\ninstances: {web: {}, db: {}}")).toContain(
      "terraform-cluster cluster.main",
    );
    expect(findingsOf(fragment("api: {from: [internal]}", "count: 2, hostname: node.example.com"))).toContain(
      "terraform-node-key instances.nodes.hostname",
    );
  });
});

describe("nodes", () => {
  it("are machines of a size and market, from an image of Amazon's", () => {
    expect(nodes("count: 3, size: m7i.large, labels: {pool: main}")).toMatchInlineSnapshot(`
      "resource "aws_eks_node_group" "nodes" {
        cluster_name    = aws_eks_cluster.main.name
        node_group_name = "shop-dev-nodes"
        node_role_arn   = aws_iam_role.nodes_nodes.arn
        subnet_ids      = aws_subnet.main_private[*].id
        ami_type        = "AL2023_x86_64_STANDARD"
        capacity_type   = "ON_DEMAND"
        instance_types  = ["m7i.large"]

        labels = {
          pool = "main"
        }

        depends_on = [
          aws_iam_role_policy_attachment.nodes_nodes_eks_worker_node,
          aws_iam_role_policy_attachment.nodes_nodes_ec2_container_registry_pull_only,
          aws_eks_addon.main_vpc_cni,
          aws_eks_addon.main_kube_proxy,
          aws_eks_addon.main_eks_pod_identity_agent,
        ]

        launch_template {
          id      = aws_launch_template.nodes_nodes.id
          version = aws_launch_template.nodes_nodes.latest_version
        }

        scaling_config {
          desired_size = 3
          min_size     = 3
          max_size     = 3
        }

        update_config {
          max_unavailable = 1
        }
      }"
    `);
    expect(nodes("preemptible: true")).toMatch(/capacity_type += "SPOT"/);
  });

  it("grow and shrink where they are scaled, and Terraform leaves them so", () => {
    expect(nodes("count: 2", "scaling: {nodes: {max: 6}}")).toMatch(
      /max_size += 6[\s\S]*ignore_changes = \[scaling_config\[0\]\.desired_size\]/,
    );
  });

  it("keep their credentials to themselves", () => {
    expect(blockOf(clustered("api: {from: [internal]}"), 'resource "aws_launch_template" "nodes_nodes"')).toMatch(
      /http_tokens += "required"\n +http_put_response_hop_limit = 1/,
    );
  });
});

describe("machines that may be taken back", () => {
  it("stop when they are, and those of a group are replaced", () => {
    const alone = moduleOf("instances: {web: {preemptible: true}}");
    expect(blockOf(alone, 'resource "aws_instance" "web"')).toMatch(
      /market_type = "spot"\n\n +spot_options \{\n +instance_interruption_behavior = "stop"/,
    );
    const many = moduleOf("instances: {web: {preemptible: true}}\nscaling: {web: {max: 4}}");
    expect(blockOf(many, 'resource "aws_launch_template" "web"')).toMatch(/market_type = "spot"\n +\}/);
  });
});
