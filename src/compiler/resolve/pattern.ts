/** Why a pattern of a variable is refused, and what to do. */
export interface PatternFault {
  readonly problem: string;
  readonly help: string | undefined;
}

/** Longer patterns could take long to try without any repetition in a repetition. */
const longest = 200;

/** JavaScript's engine tries patterns that Terraform reads as RE2, so only what both take, and what is tried in little time. */
export function patternFault(pattern: string): PatternFault | undefined {
  if (pattern.length > longest) return { problem: `is longer than ${longest} characters`, help: undefined };
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</.test(withoutClasses(pattern)))
    return { problem: "looks around or back, which RE2 cannot", help: "match the whole text instead" };
  if (!compiles(pattern)) return { problem: "is no regular expression", help: "check its brackets and escapes" };
  if (nestsRepetition(withoutClasses(pattern)))
    return {
      problem: "repeats a group that itself repeats or chooses",
      help: "write it without a repetition around the group",
    };
  return undefined;
}

const compiles = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, "u").source !== "";
  } catch {
    return false;
  }
};

/** Classes and escapes as one letter each: what is in them repeats nothing. */
const withoutClasses = (pattern: string): string =>
  pattern.replace(/\\[1-9k]|\\.|\[(?:\\.|[^\]\\])*\]/g, (found) => (/^\\[1-9k]/.test(found) ? found : "a"));

/** Whether a repeated group holds a repetition or a choice: what such a group matches can be split in many ways. */
function nestsRepetition(pattern: string): boolean {
  const open: boolean[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] ?? "";
    if (character === "(") open.push(false);
    else if (character === ")") {
      const repeats = open.pop() ?? false;
      if (repeats && isRepeated(pattern.slice(index + 1))) return true;
      if (repeats && open.length > 0) open[open.length - 1] = true;
    } else if (/[*+{|]/.test(character) && open.length > 0) open[open.length - 1] = true;
  }
  return false;
}

const isRepeated = (rest: string): boolean => /^[*+]|^\{[0-9]+,|^\{[0-9]{2}/.test(rest);
