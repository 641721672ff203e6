// Judges the user data that Terraform renders: `user-data.mjs FOLDER...` renders each `*.tftpl` below the folders with
// Terraform itself, its variables made up, and asks cloud-init's own schema. One line a file, as check.sh prints them;
// exit 1 when one is refused or none was found.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const scratch = mkdtempSync(join(tmpdir(), "specc-user-data-"));

const templatesBelow = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".tftpl"))
    .map((name) => join(folder, name))
    .sort();

/** Terraform's interpolations, but not what `$${` keeps literal. */
const variablesOf = (template) => [
  ...new Set([...template.matchAll(/(?<!\$)\$\{([a-z][a-z0-9_]*)\}/g)].map(([, name]) => name)),
];

const render = (path) => {
  const variables = variablesOf(readFileSync(path, "utf8")).map((name) => `${name} = "example"`);
  const expression = `jsonencode(templatefile(${JSON.stringify(resolve(path))}, { ${variables.join(", ")} }))\n`;
  const { status, stdout, stderr } = spawnSync("terraform", ["console"], {
    cwd: scratch,
    input: expression,
    encoding: "utf8",
  });
  return status === 0 ? { text: JSON.parse(JSON.parse(stdout)) } : { complaint: stderr };
};

const judge = (path) => {
  const { text, complaint } = render(path);
  if (complaint !== undefined) return complaint;
  const file = join(scratch, "user-data.yaml");
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync("cloud-init", ["schema", "--config-file", file], { encoding: "utf8" });
  return status === 0 ? undefined : stdout + stderr;
};

const templates = process.argv.slice(2).flatMap(templatesBelow);
const complaints = templates.map((path) => [path, judge(path)]);
for (const [path, complaint] of complaints)
  console.log(complaint === undefined ? `ok    cloud-init  ${path}` : `FAIL  cloud-init  ${path}  ${complaint}`);
rmSync(scratch, { recursive: true });
process.exitCode = templates.length > 0 && complaints.every(([, complaint]) => complaint === undefined) ? 0 : 1;
