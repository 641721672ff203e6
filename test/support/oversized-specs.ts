/** Specs that are too large to keep as files, by the code that refuses them. */
export const oversizedSpecs: Readonly<Record<string, () => string>> = {
  "file-too-large": () => `# ${"x".repeat(8 * 1024 * 1024)}\n`,
  "too-many-lines": () => "\n".repeat(500_001),
  "too-deep": () => `specc: ${"[".repeat(65)}${"]".repeat(65)}\n`,
  "too-many-nodes": () => `specc: [${"a,".repeat(500_000)}]\n`,
  "too-many-keys": () => `specc: 1\nx-keys:\n${lines(20_001, (index) => `  k${index}: a`)}`,
  "too-many-aliases": () => `x-a: &a b\nx-b: [${"*a,".repeat(51)}]\n`,
  "alias-expansion": () => `x-a: &a [${"longer than an alias, ".repeat(50)}]\nx-b: [${"*a, ".repeat(50)}]\n`,
  "scalar-too-long": () => `description: ${"a".repeat(65_537)}\n`,
  "key-too-long": () => `${"k".repeat(1025)}: 1\n`,
  "reference-limit": () => `specc: 1
name: shop
provider: {kind: aws, region: eu-west-1}
vars:
${lines(70, (index) => `  v${index}: "\${vars.v${index + 1}}"`)}
  v70: end
`,
};

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");
