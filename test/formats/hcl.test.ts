import { getExpressionAst, parse } from "@cdktf/hcl2json";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { printHcl } from "../../src/formats/hcl/print.ts";
import {
  attribute,
  because,
  block,
  call,
  type Expression,
  type HclDocument,
  hcl,
  object,
  operation,
  reference,
  template,
} from "../../src/formats/hcl/tree.ts";
import { type Origins, traced } from "../../src/formats/origin.ts";
import { anyString, anyTree, hostileStrings, surrounded, type Tree } from "./strings.ts";

const at = (...path: readonly string[]): Origins[number] => ({ at: path });

const print = (...blocks: HclDocument["blocks"]): string => printHcl(hcl(blocks)).text;

const expressionOf = (tree: Tree): Expression => {
  if (typeof tree !== "object" || tree === null) return tree;
  return isList(tree)
    ? tree.map(expressionOf)
    : { kind: "object", entries: Object.entries(tree).map(([key, value]) => [key, expressionOf(value)]) };
};

const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);

/** hcl2json undoes all escapes but those of template markers. */
const decode = (text: string): string => text.replaceAll(/([$%])\1\{/g, "$1{");

const decoded = (tree: Tree): Tree => {
  if (typeof tree === "string") return decode(tree);
  if (typeof tree !== "object" || tree === null) return tree;
  return isList(tree)
    ? tree.map(decoded)
    : Object.fromEntries(Object.entries(tree).map(([key, value]) => [decode(key), decoded(value)]));
};

const readBack = async (tree: Tree): Promise<Tree> =>
  decoded(
    (await parse(
      "x.tf",
      print(attribute("first", 1), attribute("value", expressionOf(tree)), attribute("last", 2)),
    )) as Tree,
  );

interface Node {
  readonly type: string;
  readonly children: readonly Node[];
}

const countReferences = ({ type, children }: Node): number =>
  (type === "scopeTraversal" ? 1 : 0) + children.reduce((sum, child) => sum + countReferences(child), 0);

const nfc = (text: string): string => text.normalize("NFC");

describe("what HCL's own parser reads", () => {
  test.each(hostileStrings.map(nfc))("%j", async (text) => {
    expect(await readBack(surrounded(text))).toEqual({ first: 1, value: surrounded(text), last: 2 });
    expect(await readBack(text)).toEqual({ first: 1, value: text, last: 2 });
  });

  it("is the tree that was printed", async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (tree) => {
        expect(await readBack(tree)).toEqual({ first: 1, value: tree, last: 2 });
      }),
      { numRuns: 300 },
    );
  });

  it("is a literal for each string of a template and an interpolation for each expression", async () => {
    const part = fc.oneof(anyString, fc.constant(reference("a.b")));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), fc.constantFrom("", "\n", "\nx\n"), async (parts, end) => {
        const printed = print(attribute("value", template("<", ...parts, ">", end)));
        const { value } = await parse("x.tf", printed);
        const wanted = parts.map((given) => (typeof given === "string" ? given : "[reference]")).join("");
        expect(value.split("${a.b}").map(decode).join("[reference]")).toBe(nfc(`<${wanted}>${end}`));
        // An escaped interpolation would read the same, but be no reference.
        const syntax = (await getExpressionAst("x.tf", printed.slice("value = ".length))) as unknown as Node;
        expect(countReferences(syntax)).toBe(parts.filter((given) => typeof given !== "string").length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the layout", () => {
  it("aligns as terraform fmt does, attributes first, then blocks", () => {
    const instance = block(
      ["resource", "aws_instance", "web"],
      {
        count: 3,
        ami: reference("data.aws_ami.node.id"),
        instance_type: "t3.medium",
        vpc_security_group_ids: [reference("aws_security_group.web.id")],
        key_name: undefined,
        user_data: "#!/bin/sh\n\necho ${HOME}\n  exit\n",
        tags: object({
          Name: template("web-", operation`${reference("count.index")} + 1`),
          "kubernetes.io/role": "node",
          äöü: 1,
        }),
      },
      [block(["root_block_device"], { volume_size: 30 }), block(["lifecycle"], { create_before_destroy: true })],
    );
    expect(
      printHcl(hcl([{ ...instance, comment: "One machine a zone" }, block(["variable", "name"])], "Code generated"))
        .text,
    ).toMatchInlineSnapshot(`
      "# Code generated

      # One machine a zone
      resource "aws_instance" "web" {
        count                  = 3
        ami                    = data.aws_ami.node.id
        instance_type          = "t3.medium"
        vpc_security_group_ids = [aws_security_group.web.id]

        user_data = <<-EOT
          #!/bin/sh

          echo $\${HOME}
            exit
        EOT

        tags = {
          Name                 = "web-\${count.index + 1}"
          "kubernetes.io/role" = "node"
          "äöü"                = 1
        }

        root_block_device {
          volume_size = 30
        }

        lifecycle {
          create_before_destroy = true
        }
      }

      variable "name" {}
      "
    `);
  });

  it("breaks what is nested or long", () => {
    const values: { readonly [name: string]: Expression } = {
      short: ["a", 1, true, null, reference("x.y")],
      empty: [[], object({})],
      long: Array.from({ length: 8 }, (_, index) => `subnet-${index}-of-the-network`),
      nested: [object({ a: 1, long_name: [1, 2] }), [[3]]],
      policy: call("jsonencode", object({ Version: "2012-10-17", Statement: [object({ Effect: "Allow", for: "x" })] })),
      merged: call("merge", object({ a: 1 }), reference("local.tags")),
      tagged: call("merge", reference("local.tags"), object({ a: 1 })),
      encoded: call("base64encode", template("#cloud-config\nname: ", reference("var.name"), "\n")),
      joined: call("format", "x".repeat(60), "y".repeat(60)),
    };
    expect(print(block(["locals"], values))).toMatchInlineSnapshot(`
      "locals {
        short = ["a", 1, true, null, x.y]
        empty = [[], {}]

        long = [
          "subnet-0-of-the-network",
          "subnet-1-of-the-network",
          "subnet-2-of-the-network",
          "subnet-3-of-the-network",
          "subnet-4-of-the-network",
          "subnet-5-of-the-network",
          "subnet-6-of-the-network",
          "subnet-7-of-the-network",
        ]

        nested = [
          {
            a         = 1
            long_name = [1, 2]
          },
          [
            [3],
          ],
        ]

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [
            {
              Effect = "Allow"
              "for"  = "x"
            },
          ]
        })

        merged = merge(
          {
            a = 1
          },
          local.tags,
        )

        tagged = merge(local.tags, {
          a = 1
        })

        encoded = base64encode(<<-EOT
          #cloud-config
          name: \${var.name}
        EOT
        )

        joined = format(
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
          "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
        )
      }
      "
    `);
  });

  it("writes expressions", () => {
    const each = reference("var.machines");
    const values: { readonly [name: string]: Expression } = {
      sole: template("", reference("a.b"), ""),
      url: template("http://", reference("a.host"), ":", 80, "/${path}"),
      price: template("costs $", reference("a.price")),
      inner: template("x", object({ a: 1 }), call("join", ",", ["a", "b"])),
      choice: operation`${reference("a.b")} == ${"x"} ? ${1} : ${operation`${reference("c")} ? ${2} : ${3}`}`,
      list: operation`[for machine in ${each} : ${reference("machine.id")}]`,
      map: operation`{ for name, machine in ${each} : name => ${object({ id: reference("machine.id"), one: 1 })} }`,
    };
    expect(print(block(["locals"], values))).toMatchInlineSnapshot(`
      "locals {
        sole   = a.b
        url    = "http://\${a.host}:80/$\${path}"
        price  = "costs \${"$"}\${a.price}"
        inner  = "x\${ { a = 1 } }\${join(",", ["a", "b"])}"
        choice = a.b == "x" ? 1 : (c ? 2 : 3)
        list   = [for machine in var.machines : machine.id]

        map = { for name, machine in var.machines : name => {
          id  = machine.id
          one = 1
        } }
      }
      "
    `);
  });

  it("ends a heredoc where the text ends", () => {
    const values: { readonly [name: string]: Expression } = {
      marker: "EOT\n  EOT_\n",
      indented: "  a\n b\n",
      blank: "a\n \nb\n",
      control: "a\n\u0007\n",
      open: "a\nb",
      dollar: template("a\n$", reference("x.y"), "\n%", "{", "\n"),
    };
    expect(print(block(["locals"], values))).toMatchInlineSnapshot(`
      "locals {
        marker = <<-EOT__
          EOT
            EOT_
        EOT__

        indented = <<EOT
        a
       b
      EOT

        blank = <<EOT
      a
       
      b
      EOT

        control = "a\\n\\u0007\\n"
        open    = "a\\nb"

        dollar = <<-EOT
          a
          \${"$"}\${x.y}
          %%{
        EOT
      }
      "
    `);
  });

  it("puts values without blocks side by side", () => {
    expect(print(attribute("a", 1), attribute("long", "x"), attribute("tags", object({ a: 1 })), block(["b"])))
      .toMatchInlineSnapshot(`
      "a    = 1
      long = "x"

      tags = {
        a = 1
      }

      b {}
      "
    `);
  });
});

describe("what cannot be quoted", () => {
  test.each(["a b", "1a", "a.b", "", "a\n", "ä", "${x}"])("is no name: %j", (name) => {
    expect(() => print(block([name]))).toThrow("identifier");
    expect(() => print(attribute(name, 1))).toThrow("identifier");
    expect(() => print(block(["a"], { [name]: 1 }))).toThrow("identifier");
  });

  test.each(['a"b', "a b", "", "a\n", "ä", "${x}"])("is no label: %j", (label) => {
    expect(() => print(block(["a", label]))).toThrow("label");
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("is no number: %d", (number) => {
    expect(() => print(attribute("a", number))).toThrow(String(number));
  });
});

it("knows of each line why it is there", () => {
  const inner = block(["inner"], { plain: 1, own: traced("x", at("own")) });
  const script = template("#!/bin/sh\n", traced(reference("a.b"), at("part")), " and ", traced("c", at("c")), "\n");
  const values = {
    list: [traced(1, at("one")), traced(2, at("two"), at("one")), 3],
    tags: traced(object({ a: 1 }), at("tags")),
  };
  const outer = because([at("outer")], block(["outer"], { ...values, script: traced(script, at("script")) }, [inner]));
  const printed = printHcl(hcl([{ ...outer, comment: "why" }], "header"));
  expect(
    printed.text.split("\n").map((line, index) => [line, printed.origins[index]?.map(({ at }) => at.join("."))]),
  ).toEqual([
    ["# header", []],
    ["", []],
    ["# why", ["outer"]],
    ["outer {", ["outer"]],
    ["  list = [1, 2, 3]", ["one", "two"]],
    ["", ["outer"]],
    ["  tags = {", ["tags"]],
    ["    a = 1", ["tags"]],
    ["  }", ["tags"]],
    ["", ["outer"]],
    ["  script = <<-EOT", ["script"]],
    ["    #!/bin/sh", ["script"]],
    ["    ${a.b} and c", ["part", "c"]],
    ["  EOT", ["script"]],
    ["", ["outer"]],
    ["  inner {", ["outer"]],
    ["    plain = 1", ["outer"]],
    ['    own   = "x"', ["own"]],
    ["  }", ["outer"]],
    ["}", ["outer"]],
    ["", undefined],
  ]);
});

it("prints the same each time", () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const document = hcl([attribute("value", expressionOf(tree))]);
      expect(printHcl(document)).toEqual(printHcl(structuredClone(document)));
    }),
    { numRuns: 100 },
  );
});
