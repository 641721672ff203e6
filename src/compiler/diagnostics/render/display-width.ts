// Explicit ranges, since Unicode property classes change with Node. Where a terminal disagrees, a caret stands beside its place.
const COMBINING =
  "0300-036f 0483-0489 0591-05bd 064b-065f 0e34-0e3a 0e47-0e4e 1ab0-1aff 1dc0-1dff 20d0-20ff 3099-309a fe00-fe0f fe20-fe2f";
const WIDE =
  "1100-115f 2e80-303e 3041-3098 309b-3247 3250-4dbf 4e00-a4c6 a960-a97c ac00-d7a3 f900-faff fe30-fe6b ff01-ff60 ffe0-ffe6 1f300-1f64f 1f680-1f6ff 1f900-1f9ff 20000-3fffd";

type Range = readonly [first: number, last: number];

const rangesOf = (text: string): readonly Range[] =>
  text.split(" ").map((range) => {
    const [first = "", last = ""] = range.split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });

const combining = rangesOf(COMBINING);
const wide = rangesOf(WIDE);

/** How many cells of a terminal one character takes. */
export function displayWidth(character: string): 0 | 1 | 2 {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  if (isIn(combining, point)) return 0;
  return isIn(wide, point) ? 2 : 1;
}

const isIn = (ranges: readonly Range[], point: number): boolean =>
  ranges.some(([first, last]) => first <= point && point <= last);
