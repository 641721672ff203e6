/** The values that each field of a five-field cron line lets through; a field that lets all through is undefined. */
export interface Cron {
  readonly minutes: readonly number[] | undefined;
  readonly hours: readonly number[] | undefined;
  readonly daysOfMonth: readonly number[] | undefined;
  readonly months: readonly number[] | undefined;
  /** Sunday is 0. */
  readonly daysOfWeek: readonly number[] | undefined;
}

interface Field {
  readonly first: number;
  readonly last: number;
  readonly names?: readonly string[];
}

const minute: Field = { first: 0, last: 59 };
const hour: Field = { first: 0, last: 23 };
const dayOfMonth: Field = { first: 1, last: 31 };
const month: Field = {
  first: 1,
  last: 12,
  names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
};
/** Cron knows Sunday as 0 and as 7. */
const dayOfWeek: Field = { first: 0, last: 7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] };

export function parseCron(line: string): Cron {
  const [minutes = "*", hours = "*", daysOfMonth = "*", months = "*", daysOfWeek = "*"] = line.split(" ");
  const weekdays = valuesOf(daysOfWeek, dayOfWeek)?.map((day) => day % 7);
  return {
    minutes: valuesOf(minutes, minute),
    hours: valuesOf(hours, hour),
    daysOfMonth: valuesOf(daysOfMonth, dayOfMonth),
    months: valuesOf(months, month),
    daysOfWeek: weekdays === undefined ? undefined : sorted(weekdays),
  };
}

function valuesOf(text: string, field: Field): readonly number[] | undefined {
  if (text === "*" || text === "*/1") return undefined;
  return sorted(text.split(",").flatMap((item) => valuesOfItem(item, field)));
}

function valuesOfItem(item: string, field: Field): readonly number[] {
  const [range = "*", step] = item.split("/");
  const { from, to } = boundsOf(range, step !== undefined, field);
  const distance = step === undefined ? 1 : Number(step);
  return Array.from({ length: Math.floor((to - from) / distance) + 1 }, (_, index) => from + index * distance);
}

function boundsOf(range: string, stepped: boolean, field: Field): { readonly from: number; readonly to: number } {
  if (range === "*") return { from: field.first, to: field.names?.length === 7 ? 6 : field.last };
  const [from = "", to] = range.split("-");
  const first = numberOf(from, field);
  if (to !== undefined) return { from: first, to: onwards(first, numberOf(to, field)) };
  return { from: first, to: stepped ? field.last : first };
}

/** `fri-sun` runs on into the next week. */
const onwards = (from: number, to: number): number => (to < from ? to + 7 : to);

function numberOf(word: string, field: Field): number {
  const index = field.names?.indexOf(word.toLowerCase()) ?? -1;
  return index === -1 ? Number(word) : index + field.first;
}

const sorted = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);
