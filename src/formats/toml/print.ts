import { commentLines, inherited, join, noReason, type Piece, piece, printed, type Reason, reveal } from "../lines.ts";
import type { Printed } from "../origin.ts";
import { inline, isDefined } from "./inline.ts";
import { tomlKey, tomlPath } from "./scalar.ts";
import type { TomlDocument, TomlNode, TomlTable } from "./tree.ts";

type Path = readonly string[];

/** A key with what stands below its traces. */
interface Entry {
  readonly key: string;
  readonly given: TomlNode;
  readonly reason: Reason;
}

export function printToml(document: TomlDocument): Printed {
  const header = document.comment === undefined ? [] : [[piece(commentLines(document.comment).join("\n"), noReason)]];
  const [root, reason] = reveal(document.root, noReason);
  const groups = [...header, ...tables(root, [], reason, [])];
  return printed(groups.length === 0 ? [] : [...join(groups, "\n\n", noReason), piece("\n", noReason)]);
}

/** A table's values below its header, then the tables in it. A header that only tables follow goes without saying. */
function tables(table: TomlTable, path: Path, reason: Reason, header: readonly Piece[]): readonly (readonly Piece[])[] {
  const entries = entriesOf(table, reason);
  const values = entries.filter((entry) => !isTable(entry) && !isTables(entry)).map(assignment);
  const inner = entries.flatMap((entry) => nested(entry, [...path, entry.key]));
  const isImplied = values.length === 0 && inner.length > 0 && !isElement(header);
  const lines = header.length === 0 || isImplied ? values : [header, ...values];
  return lines.length === 0 ? inner : [join(lines, "\n", reason), ...inner];
}

function nested(entry: Entry, path: Path): readonly (readonly Piece[])[] {
  const { given, reason } = entry;
  if (isTable(entry)) return tables(tableOf(given), path, reason, [piece(`[${tomlPath(path)}]`, inherited(reason))]);
  return isTables(entry) ? itemsOf(given).flatMap((item) => element(item, path, reason)) : [];
}

function element(given: TomlNode, path: Path, parent: Reason): readonly (readonly Piece[])[] {
  const [, reason] = reveal(given, inherited(parent));
  return tables(tableOf(given), path, reason, [piece(`[[${tomlPath(path)}]]`, inherited(reason))]);
}

const isElement = (header: readonly Piece[]): boolean => header[0]?.text.startsWith("[[") === true;

function assignment({ key, given, reason }: Entry): readonly Piece[] {
  const start = `${tomlKey(key)} = `;
  return [piece(start, inherited(reason)), ...inline(given, start.length, reason)];
}

const entriesOf = (table: TomlTable, parent: Reason): readonly Entry[] =>
  Object.entries(table)
    .filter(([, given]) => isDefined(given))
    .map(([key, given]) => ({ key, given, reason: reveal(given, inherited(parent))[1] }));

const isMap = (given: TomlNode): boolean => {
  const [value] = reveal(given, noReason);
  return typeof value === "object" && !Array.isArray(value);
};

const isTable = ({ given }: Entry): boolean => isMap(given);

/** A list of nothing but tables, which stand below each other; any other list is a value. */
const isTables = ({ given }: Entry): boolean => {
  const items = itemsOf(given);
  return items.length > 0 && items.every(isMap);
};

const tableOf = (given: TomlNode): TomlTable => reveal(given, noReason)[0] as TomlTable;

function itemsOf(given: TomlNode): readonly TomlNode[] {
  const [value] = reveal(given, noReason);
  return Array.isArray(value) ? value.filter(isDefined) : [];
}
