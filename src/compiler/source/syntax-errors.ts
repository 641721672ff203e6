import type { ErrorCode } from "yaml";

export interface Sentence {
  readonly problem: string;
  readonly advice?: string;
}

/** What the parser's codes mean, in our own words; where one code covers several mistakes, its text tells them apart. */
const BY_CODE: Readonly<Record<ErrorCode, Sentence>> = {
  ALIAS_PROPS: { problem: "an alias cannot have an anchor of its own", advice: "remove the `&` name before the alias" },
  BAD_ALIAS: {
    problem: "the name of this anchor or alias ends in `:`",
    advice: "put a space before the `:`",
  },
  BAD_COLLECTION_TYPE: { problem: "the tag does not fit the value" },
  BAD_DIRECTIVE: { problem: "the directive is malformed", advice: "remove the line" },
  BAD_DQ_ESCAPE: {
    problem: "this escape is not known in a double-quoted string",
    advice: "write `\\\\` for a backslash, or use single quotes",
  },
  BAD_INDENT: {
    problem: "the indentation does not fit the lines above",
    advice: "begin all keys of a map, and all items of a list, in the same column",
  },
  BAD_PROP_ORDER: { problem: "an anchor stands before the indicator that it should follow" },
  BAD_SCALAR_START: { problem: "a plain value cannot begin with this character", advice: "quote the value" },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: "a second `key:` stands on the same line",
    advice: "put it on a line of its own, or quote a value that holds `: `",
  },
  BLOCK_IN_FLOW: {
    problem: "an indented block stands inside `{ }` or `[ ]`",
    advice: "write the whole in braces, or the whole as an indented block",
  },
  DUPLICATE_KEY: { problem: "the key is written twice in one map" },
  IMPOSSIBLE: { problem: "YAML has no meaning for this text" },
  KEY_OVER_1024_CHARS: { problem: "the key is too long" },
  MISSING_CHAR: { problem: "a character is missing here" },
  MULTILINE_IMPLICIT_KEY: {
    problem: "this is neither a key nor a value",
    advice: "write `key: value`, with a space after the `:`",
  },
  MULTIPLE_ANCHORS: { problem: "a value has two anchors", advice: "keep one" },
  MULTIPLE_DOCS: { problem: "a second document begins here" },
  MULTIPLE_TAGS: { problem: "a value has two tags", advice: "remove both" },
  NON_STRING_KEY: { problem: "the key is not text" },
  RESOURCE_EXHAUSTION: { problem: "the text is too large or too deeply nested to be read" },
  TAB_AS_INDENT: { problem: "a tab is used as indentation", advice: "indent with spaces" },
  TAG_RESOLVE_FAILED: { problem: "the tag is not known" },
  UNEXPECTED_TOKEN: { problem: "this text cannot stand here", advice: "quote the value when it is meant as text" },
};

const BY_TEXT: readonly (readonly [RegExp, Sentence])[] = [
  [
    /cannot be an empty string$/,
    { problem: "an anchor or alias has no name", advice: "quote the value when it is meant as text" },
  ],
  [
    /^Missing closing .quote/,
    { problem: "the closing quote is missing", advice: "close the quote that opens before this place" },
  ],
  [/end with a \}$/, { problem: "the closing `}` is missing" }],
  [/end with a \]$/, { problem: "the closing `]` is missing" }],
  [/^Implicit map keys need to be followed by map values/, { problem: "a `:` is missing after this key" }],
  [/^Missing space after :/, { problem: "a space is missing after `:`" }],
  [/^Missing , (or : )?between/, { problem: "a `,` is missing before this" }],
  [/^Comments must be separated/, { problem: "a space is missing before `#`" }],
  [/^Tags and anchors must be separated/, { problem: "a space is missing after the anchor" }],
  [/^Sequence item without - indicator/, { problem: "a list item lacks its `-`" }],
  [/^Block collection cannot start on same line/, { problem: "a map cannot begin on the line of `---`" }],
  [
    /^Block scalar header includes extra/,
    { problem: "text stands after the `|` or `>` of a block", advice: "begin the block's text on the next line" },
  ],
  [/^Unexpected (,|empty item)/, { problem: "a value is missing before this `,`" }],
  [/^Unexpected flow-(map|seq)-end/, { problem: "this bracket closes nothing" }],
  [
    /^A block sequence may not be used as an implicit map key/,
    { problem: "a list stands where a key of the map belongs" },
  ],
];

/** Our own sentence for a complaint of the parser. */
export const sentenceOf = (code: ErrorCode, text: string): Sentence =>
  BY_TEXT.find(([pattern]) => pattern.test(text))?.[1] ?? BY_CODE[code];
