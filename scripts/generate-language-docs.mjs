// Makes docs/language.md from the schema: the preface, then every section with every key.
import { readFileSync, writeFileSync } from "node:fs";
import { stringify } from "yaml";

const schema = JSON.parse(readFileSync("schema/environment.schema.json", "utf8"));

/** Keys that are described in prose at the top. */
const layering = ["$schema"];

/** Lists of steps hold the same steps as `steps`. */
const repeated = ["operations.<name>.onFailure", "operations.<name>"];

const target = (reference) =>
  reference
    .slice(2)
    .split("/")
    .reduce((node, key) => node[key], schema);

/** `$ref` and `allOf` flattened, what stands nearer first. */
const whole = ({ $ref, allOf = [], ...own }) => {
  const bases = [
    ...($ref === undefined ? [] : [{ ...target($ref), definition: $ref.split("/").at(-1) }]),
    ...allOf,
  ].map(whole);
  return Object.assign({}, ...bases, own);
};

/** What values of these definitions are called. */
const kinds = {
  elementName: "name",
  environmentName: "environment",
  name: "name",
  identifier: "identifier",
  duration: "duration",
  size: "size",
  cores: "cores",
  share: "share",
  cidr: "network",
  schedule: "schedule",
  hostname: "host name",
  portRange: "port",
  listener: "listener",
  peer: "peer",
  setting: "text, integer or boolean",
};

const typesOf = ({ type }) => [type ?? []].flat().filter((each) => each !== "null");

const isObject = (node) => node.properties !== undefined || typeof node.additionalProperties === "object";

const words = {
  integer: "integer",
  number: "number",
  boolean: "boolean",
  string: "text",
  array: "list",
  object: "map",
};

/** A key that is no text takes a reference as one, which goes without saying. */
const typeOf = (node) => {
  if (node.enum !== undefined) return "word";
  if (kinds[node.definition] !== undefined) return kinds[node.definition];
  const types = typesOf(node);
  if (types.includes("array") && types.includes("object")) return "list or map";
  if (types.includes("array")) return `list of ${plural(typeOf(whole(node.items)))}`;
  if (types.includes("object")) return types.length > 1 ? "value or map" : "map";
  const said = types.length > 1 ? types.filter((type) => type !== "string" || isWordToo(node)) : types;
  return said.map((type) => words[type]).join(" or ") || "value";
};

const plural = (word) => (word === "duration" || !word.endsWith("s") ? word.replace(/^(\w+ ?\w*)$/, "$1s") : word);

/** Whether a number may be written as a word of its own, such as `250m` or `53/udp`. */
const isWordToo = ({ pattern }) => pattern?.includes("|");

const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");

const flow = (value) =>
  stringify(value, {
    collectionStyle: "flow",
    lineWidth: 0,
    flowCollectionPadding: false,
    defaultStringType: "PLAIN",
  }).trimEnd();

const code = (value) => `\`${cell(flow(value))}\``;

const descriptionOf = (node) => {
  const values = (node.enum ?? []).filter((value) => value !== null);
  const meanings = node.markdownEnumDescriptions ?? [];
  const list = values.map(
    (value, index) => `\`${value}\`${meanings[index] === undefined ? "" : ` ${lower(meanings[index])}`}`,
  );
  return [node.description, ...(list.length === 0 ? [] : [`One of ${list.join("; ")}.`])].join(" ");
};

/** A sentence within a sentence; names keep their capital. */
const lower = (text) =>
  /^(?:A|An|The|Not|Only|Virtual|Machines|Through|Read|Own|Before|Always|Nothing|By)\b/.test(text)
    ? text[0].toLowerCase() + text.slice(1)
    : text;

const exampleOf = (node) => node.examples?.[0];

const row = (key, node) => {
  const example = exampleOf(node);
  const cells = [
    `\`${key}\``,
    typeOf(node),
    node.default === undefined ? "" : code(node.default),
    cell(descriptionOf(node)),
    example === undefined || isObject(node) ? "" : code(example),
  ];
  return `| ${cells.join(" | ")} |`;
};

/** A key and all that is below it; the keys of an element begin with their own name. */
const rowsBelow = (path, key, node) => {
  const own = key === "" ? [] : [row(key, node)];
  if (repeated.includes(path) && key !== "") return own;
  const join = (name) => (key === "" ? name : `${key}.${name}`);
  const named = node.additionalProperties;
  return [
    ...own,
    ...Object.entries(node.properties ?? {}).flatMap(([name, child]) =>
      rowsBelow(`${path}.${name}`, join(name), whole(child)),
    ),
    ...(typeof named === "object" ? rowsBelow(`${path}.<name>`, join("<name>"), whole(named)) : []),
    ...(isObject(whole(node.items ?? {})) && !repeated.includes(path) ? itemRows(path, key, whole(node.items)) : []),
  ];
};

const itemRows = (path, key, item) =>
  Object.entries(item.properties ?? {}).flatMap(([name, child]) =>
    rowsBelow(`${path}[].${name}`, `${key}[].${name}`, whole(child)),
  );

const head = ["| key | type | default | meaning | example |", "|---|---|---|---|---|"];

/** The rows of one element where a section is a collection. */
const tableOf = (name, node) => {
  const named = node.additionalProperties;
  const isCollection = node.properties === undefined && typeof named === "object";
  if (!isCollection) return isObject(node) ? rowsBelow(name, "", node) : [];
  const element = whole(named);
  // An overlay has the keys of the spec itself.
  if (name === "environments") return [];
  return isObject(element) ? rowsBelow(`${name}.<name>`, "", element) : [row("<name>", element)];
};

const section = (name, node) => {
  const rows = tableOf(name, node);
  const example = stringify({ [name]: exampleOf(node) }, { lineWidth: 0 }).trimEnd();
  return [
    `### \`${name}\``,
    "",
    `${descriptionOf(node)}${node.default === undefined ? "" : ` Default: ${code(node.default)}.`}`,
    "",
    "<!-- fragment -->",
    "```yaml",
    example,
    "```",
    ...(rows.length === 0 ? [] : ["", ...head, ...rows]),
  ].join("\n");
};

/** The text of docs/language.md. */
export const languageDocs = () => {
  const preface = readFileSync("docs/language.preface.md", "utf8").trimEnd();
  const sections = Object.entries(schema.properties)
    .filter(([name]) => !layering.includes(name))
    .map(([name, node]) => section(name, whole(node)));
  const generated =
    "<!-- Made from schema/environment.schema.json and docs/language.preface.md by `npm run docs`. DO NOT EDIT. -->";
  return `${[generated, preface, "## Every section and key", ...sections].join("\n\n")}\n`;
};

if (process.argv[1] === import.meta.filename) writeFileSync("docs/language.md", languageDocs());
