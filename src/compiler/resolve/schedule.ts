interface Field {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const fields: readonly Field[] = [
  { title: "minute", first: 0, last: 59, names: [] },
  { title: "hour", first: 0, last: 23, names: [] },
  { title: "day of the month", first: 1, last: 31, names: [] },
  { title: "month", first: 1, last: 12, names: months },
  { title: "day of the week", first: 0, last: 7, names: days },
];

/** What is wrong with a five-field cron line, or undefined. */
export function scheduleFault(schedule: string): string | undefined {
  const written = schedule.split(" ");
  return fields.map((field, index) => fieldFault(field, written[index] ?? "")).find((fault) => fault !== undefined);
}

const fieldFault = (field: Field, written: string): string | undefined =>
  written
    .split(",")
    .map((item) => itemFault(field, item))
    .find((fault) => fault !== undefined);

/** `*`, `5`, `1-5`, `mon-fri`, each with a step such as `/2`. */
function itemFault(field: Field, item: string): string | undefined {
  const { title, first, last } = field;
  const [, from, to, step] =
    /^(\*|[0-9]{1,2}|[A-Za-z]{3})(?:-([0-9]{1,2}|[A-Za-z]{3}))?(?:\/([0-9]{1,2}))?$/.exec(item) ?? [];
  if (from === undefined || (from === "*" && to !== undefined)) return `\`${item}\` is no ${title}`;
  const numbers = [from, to].flatMap((word) => (word === undefined || word === "*" ? [] : [numberOf(field, word)]));
  if (numbers.some((number) => !(number >= first && number <= last)))
    return `the ${title} goes from ${first} to ${last}`;
  if ((numbers[0] ?? 0) > (numbers[1] ?? last)) return `the range \`${item}\` of the ${title} ends before it begins`;
  return step !== undefined && Number(step) === 0 ? `the step of the ${title} is at least 1` : undefined;
}

function numberOf({ first, names }: Field, word: string): number {
  const index = names.indexOf(word.toLowerCase());
  return index < 0 ? Number(word) : first + index;
}
