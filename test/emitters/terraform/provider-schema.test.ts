import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkAgainstProvider } from "../../../src/emitters/terraform/provider-schema/check.ts";
import type { Block, Expression } from "../../../src/formats/hcl/tree.ts";
import { attribute, block, call, hcl, object, operation, reference, template } from "../../../src/formats/hcl/tree.ts";
import { traced } from "../../../src/formats/origin.ts";
import { aws, providerSchemas } from "../../support/provider-schemas.ts";

const faultsOf = (...blocks: readonly Block[]): readonly string[] =>
  checkAgainstProvider([hcl(blocks)], providerSchemas);

const output = (value: Expression): Block => block(["output", "o"], { value });
const vpc = block(["resource", "aws_vpc", "main"], { cidr_block: "10.0.0.0/16" });
const role = (attributes: Block["attributes"]): Block =>
  block(["resource", "aws_iam_role", "app"], { assume_role_policy: "{}", ...attributes });
const machine = (attributes: Block["attributes"], blocks: readonly Block[] = []): Block =>
  block(["resource", "aws_instance", "web"], attributes, blocks);
const group = (attributes: Block["attributes"], blocks: readonly Block[] = []): Block =>
  block(["resource", "aws_autoscaling_group", "web"], attributes, blocks);

describe("schema/providers/aws.json", () => {
  it("is what scripts/derive-provider-schema.mjs derives from the installed package", () => {
    const script = ["scripts/derive-provider-schema.mjs", "node_modules/@cdktf/provider-aws", "--print"];
    const derived = execFileSync(process.execPath, script, { encoding: "utf8" });
    expect(derived).toBe(readFileSync("schema/providers/aws.json", "utf8"));
  });

  it("has the types that schema/providers/types.json lists", () => {
    const types = JSON.parse(readFileSync("schema/providers/types.json", "utf8")) as Record<string, unknown>;
    expect({ resources: Object.keys(aws.resources), data: Object.keys(aws.data) }).toEqual(types.aws);
    expect(aws).toMatchObject({ source: "hashicorp/aws", version: "6.25.0" });
  });

  it("tells arguments, blocks, objects and computed attributes apart", () => {
    const { arguments: written, computed } = aws.resources.aws_route_table ?? {};
    expect(written?.vpc_id).toEqual({ kind: "string", required: true });
    expect(written?.route).toMatchObject({ kind: "set(object)" });
    expect(written?.timeouts).toMatchObject({ block: "single" });
    expect(computed?.owner_id).toEqual({ kind: "string" });
    expect(computed?.id).toEqual({ kind: "string" });
    expect(aws.resources.aws_lb?.computed?.arn_suffix).toEqual({ kind: "string" });
  });
});

describe("arguments", () => {
  it("finds every fault of a bad aws_instance", () => {
    const bad = machine(
      {
        instance_tpye: "t3.small",
        monitoring: "yes",
        root_block_device: object({ volume_size: 8 }),
        vpc_security_group_ids: "sg-1",
        arn: "arn:aws:ec2:::instance",
      },
      [
        block(["metadata_options"], { http_token: "required" }),
        block(["tags"], { Name: "web" }),
        block(["root_block_device"], { volume_size: 8 }),
        block(["root_block_device"], { volume_size: "9" }),
      ],
    );
    expect(faultsOf(bad)).toEqual([
      "aws_instance.web.instance_tpye: no such argument",
      "aws_instance.web.monitoring: wants bool, got string",
      "aws_instance.web.root_block_device: is a block (`root_block_device { … }`), written as an attribute",
      "aws_instance.web.vpc_security_group_ids: wants set(string), got string",
      "aws_instance.web.arn: is computed by the provider, so nobody sets it",
      "aws_instance.web.metadata_options.http_token: no such argument",
      "aws_instance.web.tags: is an attribute (`tags = …`), written as a block",
      "aws_instance.web.root_block_device.volume_size: wants number, got string",
      "aws_instance.web.root_block_device: at most one block, got 2",
    ]);
  });

  it("finds every fault of a bad aws_autoscaling_group", () => {
    const bad = group({ min_size: 1, availability_zone: "eu-west-1a", tag: object({ key: "Name" }) }, [
      block(["tag"], { key: "Name", value: "web" }),
      block(["instance_refresh"]),
    ]);
    expect(faultsOf(bad)).toEqual([
      "aws_autoscaling_group.web.availability_zone: no such argument",
      "aws_autoscaling_group.web.tag: is a block (`tag { … }`), written as an attribute",
      "aws_autoscaling_group.web.tag.propagate_at_launch: required argument is missing",
      "aws_autoscaling_group.web.instance_refresh.strategy: required argument is missing",
      "aws_autoscaling_group.web.max_size: required argument is missing",
    ]);
  });

  it("has nothing to say about good ones", () => {
    const good = group(
      {
        count: 2,
        min_size: traced(1, { at: ["instances", "web"] }),
        max_size: 3,
        depends_on: [reference("aws_vpc.main")],
      },
      [
        block(["tag"], { key: "Name", value: template("web-", reference("count.index")), propagate_at_launch: true }),
        block(["dynamic", "tag"], { for_each: object({ a: "1" }) }, [
          block(["content"], { key: reference("tag.key"), value: reference("tag.value"), propagate_at_launch: true }),
        ]),
        block(["lifecycle"], { create_before_destroy: true, ignore_changes: [reference("desired_capacity")] }),
        block(["provisioner", "local-exec"], { command: "true", when: reference("destroy") }),
      ],
    );
    expect(faultsOf(vpc, good)).toEqual([]);
  });

  it.each([
    ["a required argument that is null", { min_size: 1, max_size: null }, [], "max_size: required argument is missing"],
    [
      "a wrong element",
      { min_size: 1, max_size: 2, target_group_arns: ["a", 1] },
      [],
      "target_group_arns[1]: wants string, got number",
    ],
    [
      "a dynamic block without content",
      { min_size: 1, max_size: 2 },
      [block(["dynamic", "tag"], { for_each: [] })],
      "tag: a dynamic block wants `for_each` and `content`",
    ],
    [
      "a dynamic block nobody knows",
      { min_size: 1, max_size: 2 },
      [block(["dynamic", "tagg"], { for_each: [] })],
      "tagg: no such argument",
    ],
    [
      "a wrong lifecycle",
      { min_size: 1, max_size: 2 },
      [block(["lifecycle"], { prevent_destroy: "true" })],
      "lifecycle.prevent_destroy: wants bool, got string",
    ],
    [
      "an ignored change nobody knows",
      { min_size: 1, max_size: 2 },
      [block(["lifecycle"], { ignore_changes: [reference("capacity")] })],
      "lifecycle.ignore_changes: no such argument `capacity`",
    ],
    [
      "a provider nobody declares",
      { min_size: 1, max_size: 2, provider: reference("aws.replica") },
      [],
      "provider: no provider `aws.replica` is declared",
    ],
  ])("finds %s", (_, attributes, blocks, fault) => {
    expect(faultsOf(group(attributes, blocks))).toEqual([`aws_autoscaling_group.web.${fault}`]);
  });

  it("wants whole objects where they are values, and lets blocks leave some out", () => {
    const table = (attributes: Block["attributes"], blocks: readonly Block[]): Block =>
      block(["resource", "aws_route_table", "main"], { vpc_id: "vpc-1", ...attributes }, blocks);
    expect(faultsOf(table({}, [block(["route"], { cidr_block: "0.0.0.0/0", gateway_id: "igw-1" })]))).toEqual([]);
    const faults = faultsOf(table({ route: [object({ cidr_block: "0.0.0.0/0", gateway: "igw-1" })] }, []));
    expect(faults).toContain("aws_route_table.main.route[0].gateway: no such argument");
    expect(faults).toContain("aws_route_table.main.route[0].gateway_id: an object must say it, be it null");
  });

  it("knows the kinds of what is referred to", () => {
    const faults = faultsOf(
      vpc,
      role({ tags: reference("aws_vpc.main.tags"), max_session_duration: reference("aws_vpc.main.id") }),
      machine({
        subnet_id: reference("aws_vpc.main.*.id"),
        vpc_security_group_ids: reference("aws_vpc.main.default_security_group_id"),
        secondary_private_ips: reference("aws_vpc.main[*].id"),
      }),
    );
    expect(faults).toEqual([
      "aws_instance.web.subnet_id: wants string, got list(string)",
      "aws_instance.web.vpc_security_group_ids: wants set(string), got string",
    ]);
  });

  it("finds types nobody knows and addresses declared twice", () => {
    const unknown = block(["resource", "aws_vcp", "main"]);
    const dataOnly = block(["resource", "aws_caller_identity", "me"]);
    expect(faultsOf(unknown, dataOnly, vpc, vpc)).toEqual([
      "aws_vpc.main: is declared more than once",
      "aws_vcp.main: no provider schema knows the resource type `aws_vcp`",
      "aws_caller_identity.me: no provider schema knows the resource type `aws_caller_identity`",
    ]);
  });
});

describe("references", () => {
  const key = block(["resource", "aws_key_pair", "each"], {
    for_each: object({ a: "k" }),
    public_key: reference("each.value"),
  });
  const certificate = block(["resource", "aws_acm_certificate", "c"], { domain_name: "example.com" });
  const password = block(["resource", "random_password", "p"], { length: 32 });

  it.each<[string, Expression]>([
    ["an attribute", reference("aws_vpc.main.id")],
    ["a computed attribute", call("upper", reference("random_password.p.result"))],
    ["a key of a map", reference("aws_vpc.main.tags.Name")],
    ["one of several", reference('aws_key_pair.each["a.b"].arn')],
    ["all of several", operation`{ for name, one in ${reference("aws_key_pair.each")} : name => one.arn }`],
    ["an operand with an index", operation`${reference("aws_key_pair.each")}["a"].arn`],
    [
      "a set of objects",
      operation`[for option in ${reference("aws_acm_certificate.c.domain_validation_options")} : option.domain_name]`,
    ],
    ["a file beside it", template(reference("path.module"), "/${aws_vpc.mian.id}")],
    ["code that reads", operation`aws_vpc.main.id == "aws_vpc.x.y" ? length(aws_key_pair.each) : null`],
  ])("lets through %s", (_, value) => {
    expect(faultsOf(vpc, key, certificate, password, output(value))).toEqual([]);
  });

  it.each<[Expression, string]>([
    [reference("aws_vpc.mian.id"), "reads `aws_vpc.mian.id`, which nothing declares"],
    [template("x", reference("aws_subnet.main.id")), "reads `aws_subnet.main.id`, which nothing declares"],
    [reference("aws_vpc.main.vpc_id"), "reads `aws_vpc.main.vpc_id`, which has no attribute `vpc_id`"],
    [reference("aws_vpc.main.constructor"), "reads `aws_vpc.main.constructor`, which has no attribute `constructor`"],
    [
      reference("aws_vpc.main[0].id"),
      "reads `aws_vpc.main[0].id`, but aws_vpc.main has neither `count` nor `for_each`",
    ],
    [
      reference("aws_key_pair.each.arn"),
      "reads `aws_key_pair.each.arn`, but aws_key_pair.each has `count` or `for_each`",
    ],
    [reference("aws_key_pair.each[var.k].arn"), "reads `var.k`, which nothing declares"],
    [object({ a: [reference("data.aws_ami.base.id")] }), "reads `data.aws_ami.base.id`, which nothing declares"],
    [call("join", ",", reference("local.names")), "reads `local.names`, which nothing declares"],
    [reference("module.network.id"), "reads `module.network.id`, which nothing declares"],
    [reference("each.value"), "reads `each.value`, which nothing declares"],
    [reference("name"), "reads `name`, which nothing declares"],
    [operation`[for one in ${reference("aws_key_pair.each")} : two.arn]`, "reads `two.arn`, which nothing declares"],
    [operation`"a-\${var.a}" == "$\${var.b}" ? 1 : 2`, "reads `var.a`, which nothing declares"],
    [
      reference("aws_acm_certificate.c.domain_validation_options[0].domain_name"),
      "reads `aws_acm_certificate.c.domain_validation_options[0].domain_name`, but goes into a set(object) with `[0]`",
    ],
    [reference("aws_vpc.main.id.text"), "reads `aws_vpc.main.id.text`, but goes into a string with `.text`"],
  ])("refuses %j", (value, fault) => {
    expect(faultsOf(vpc, key, certificate, output(value))).toEqual([`output.o.value: ${fault}`]);
  });

  it("says which argument reads it", () => {
    expect(faultsOf(machine({ subnet_id: reference("aws_subnet.main.id") }))).toEqual([
      "aws_instance.web.subnet_id: reads `aws_subnet.main.id`, which nothing declares",
    ]);
  });

  it("finds them across documents", () => {
    expect(checkAgainstProvider([hcl([vpc]), hcl([output(reference("aws_vpc.main.id"))])], providerSchemas)).toEqual(
      [],
    );
  });
});

describe("what nobody reads", () => {
  const variable = block(["variable", "size"], { type: reference("string") }, [
    block(["validation"], { condition: operation`length(${reference("var.size")}) > 0`, error_message: "say it" }),
  ]);
  const locals = block(["locals"], { name: "web" });
  const ami = block(["data", "aws_ami", "base"], { most_recent: true });

  it("is a fault", () => {
    expect(faultsOf(variable, locals, ami)).toEqual([
      "var.size: nothing reads it",
      "local.name: nothing reads it",
      "data.aws_ami.base: nothing reads it",
    ]);
  });

  it("is none when something reads it", () => {
    const web = machine({
      ami: reference("data.aws_ami.base.id"),
      instance_type: operation`${reference("var.size")} == "" ? "t3.micro" : var.size`,
      tags: object({ Name: reference("local.name") }),
    });
    expect(faultsOf(variable, locals, ami, web)).toEqual([]);
  });

  it("includes a value for a variable that is not declared", () => {
    const values = hcl([attribute("size", "t3.micro"), attribute("sise", "t3.micro")]);
    expect(checkAgainstProvider([hcl([variable, output(reference("var.size"))]), values], providerSchemas)).toEqual([
      "var.sise: has a value, but is not declared",
    ]);
  });
});
