import { describe, expect, it } from "vitest";
import { blockOf, labelsOf, moduleOf } from "./module.ts";

const fixed = moduleOf(`
vars: {machines: {default: 2, min: 1}}
instances: {web: {count: "\${vars.machines}", hostname: "web-\${self.index}.example.com", disks: {data: {size: 200GiB, kind: hdd}}}}
dns: {main: {domain: example.com, managed: false}}
`);

const scaled = moduleOf(`
instances: {web: {resources: {cpu: 4, memory: 8GiB}, disks: {root: {size: 30GiB}}}}
apps: {shop: {image: "ghcr.io/acme/shop:1", port: 8080, health: {http: /ok, grace: 60s}, routes: [{host: shop.example.com}]}}
scaling: {web: {min: 2, max: 6, cpu: 60%}}
`);

describe("a fixed group", () => {
  it("is one resource with a count", () => {
    expect(blockOf(fixed, 'resource "aws_instance" "web"')).toMatchInlineSnapshot(`
      "resource "aws_instance" "web" {
        count                  = var.machines
        ami                    = data.aws_ami.ubuntu_24_04.id
        instance_type          = "t3.small"
        subnet_id              = element(aws_subnet.main_private[*].id, count.index)
        vpc_security_group_ids = [aws_security_group.web_instances.id]
        iam_instance_profile   = aws_iam_instance_profile.web_instances.name

        user_data = templatefile("\${path.module}/user-data/web.yaml.tftpl", {
          hostname = "web-\${count.index + 1}.example.com"
        })

        user_data_replace_on_change = true

        tags = {
          Name = "web-\${count.index + 1}.example.com"
        }

        volume_tags = merge(local.tags, {
          Name = "web-\${count.index + 1}.example.com"
        })

        depends_on = [
          aws_iam_role_policy.web_instances,
          aws_route.main_private_nat,
          aws_route_table_association.main_private,
          aws_vpc_security_group_egress_rule.web_instances_out,
        ]

        metadata_options {
          http_endpoint               = "enabled"
          http_tokens                 = "required"
          http_put_response_hop_limit = 1
        }

        root_block_device {
          volume_size = 20
          volume_type = "gp3"
          encrypted   = true
        }

        ebs_block_device {
          device_name           = "/dev/sdf"
          volume_size           = 200
          volume_type           = "st1"
          encrypted             = true
          delete_on_termination = true
        }

        lifecycle {
          ignore_changes = [ami]
        }
      }"
    `);
  });

  it("gets records for its names", () => {
    expect(blockOf(fixed, 'resource "aws_route53_record" "web_machines"')).toMatchInlineSnapshot(`
      "resource "aws_route53_record" "web_machines" {
        count   = length(aws_instance.web)
        zone_id = data.aws_route53_zone.main.zone_id
        name    = "web-\${count.index + 1}.example.com"
        type    = "A"
        ttl     = 300
        records = [aws_instance.web[count.index].private_ip]
      }"
    `);
  });

  it("reads its count from the input", () => {
    expect(blockOf(fixed, 'variable "machines"')).toMatchInlineSnapshot(`
      "variable "machines" {
        description = "Value of \`vars.machines\` in the spec."
        type        = number
        default     = 2

        validation {
          condition     = var.machines >= 1
          error_message = "The value of machines must be at least 1."
        }
      }"
    `);
  });
});

describe("a scaled group", () => {
  it("launches machines from a template", () => {
    expect(blockOf(scaled, 'resource "aws_launch_template" "web"')).toMatchInlineSnapshot(`
      "resource "aws_launch_template" "web" {
        name                   = "shop-dev-web"
        image_id               = data.aws_ami.ubuntu_24_04.id
        instance_type          = "c7i.xlarge"
        vpc_security_group_ids = [aws_security_group.web_instances.id]

        user_data = base64encode(templatefile("\${path.module}/user-data/web.yaml.tftpl", {
          region     = data.aws_region.current.region
          shop_image = "ghcr.io/acme/shop:1"
        }))

        update_default_version = true

        iam_instance_profile {
          arn = aws_iam_instance_profile.web_instances.arn
        }

        metadata_options {
          http_endpoint               = "enabled"
          http_tokens                 = "required"
          http_put_response_hop_limit = 1
        }

        block_device_mappings {
          device_name = data.aws_ami.ubuntu_24_04.root_device_name

          ebs {
            volume_size = 30
            volume_type = "gp3"
            encrypted   = "true"
          }
        }

        tag_specifications {
          resource_type = "volume"

          tags = merge(local.tags, {
            Name = "shop-dev-web"
          })
        }
      }"
    `);
  });

  it("is an autoscaling group behind the balancer", () => {
    expect(blockOf(scaled, 'resource "aws_autoscaling_group" "web"')).toMatchInlineSnapshot(`
      "resource "aws_autoscaling_group" "web" {
        name                      = "shop-dev-web"
        min_size                  = 2
        max_size                  = 6
        vpc_zone_identifier       = aws_subnet.main_private[*].id
        target_group_arns         = [aws_lb_target_group.main_shop.arn]
        health_check_type         = "ELB"
        health_check_grace_period = 360

        depends_on = [
          aws_iam_role_policy.web_instances,
          aws_route.main_private_nat,
          aws_route_table_association.main_private,
          aws_vpc_security_group_egress_rule.web_instances_out,
        ]

        launch_template {
          id      = aws_launch_template.web.id
          version = aws_launch_template.web.latest_version
        }

        instance_refresh {
          strategy = "Rolling"

          preferences {
            min_healthy_percentage = 100
            max_healthy_percentage = 150
          }
        }

        dynamic "tag" {
          for_each = merge(local.tags, {
            Name = "shop-dev-web"
          })

          content {
            key                 = tag.key
            value               = tag.value
            propagate_at_launch = true
          }
        }
      }"
    `);
  });

  it("follows the use of its processors", () => {
    expect(blockOf(scaled, 'resource "aws_autoscaling_policy" "web"')).toMatchInlineSnapshot(`
      "resource "aws_autoscaling_policy" "web" {
        name                   = "shop-dev-web"
        autoscaling_group_name = aws_autoscaling_group.web.name
        policy_type            = "TargetTrackingScaling"

        target_tracking_configuration {
          target_value = 60

          predefined_metric_specification {
            predefined_metric_type = "ASGAverageCPUUtilization"
          }
        }
      }"
    `);
  });

  it("has no machines that Terraform numbers", () => {
    expect(labelsOf(scaled, "aws_instance")).toEqual([]);
    expect(labelsOf(scaled, "aws_lb_target_group_attachment")).toEqual([]);
  });
});

describe("an image", () => {
  const image = (base: string): string =>
    blockOf(moduleOf(`${base}\ninstances: {web: {image: node}}`), 'data "aws_ami" "node"');

  it("that we build is looked up by its name", () => {
    expect(image("images: {node: {kind: machine, base: ubuntu-24.04, builder: packer}}")).toMatchInlineSnapshot(`
      "data "aws_ami" "node" {
        owners      = ["self"]
        most_recent = true

        filter {
          name   = "name"
          values = ["shop-dev-node-*"]
        }

        filter {
          name   = "tag:Name"
          values = ["shop-dev-node"]
        }

        filter {
          name   = "architecture"
          values = ["x86_64"]
        }
      }"
    `);
  });

  it("of an operating system is its maker's newest", () => {
    expect(blockOf(moduleOf("instances: {web: {image: debian-12}}"), 'data "aws_ami" "debian_12"'))
      .toMatchInlineSnapshot(`
      "data "aws_ami" "debian_12" {
        owners      = ["136693071363"]
        most_recent = true

        filter {
          name   = "name"
          values = ["debian-12-amd64-*"]
        }

        filter {
          name   = "architecture"
          values = ["x86_64"]
        }
      }"
    `);
  });
});
