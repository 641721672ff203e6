import { refusal } from "./checked.ts";

/** A whole number, which every language writes alike. */
export function wholeNumber(text: string): string {
  if (!/^-?\d+$/.test(text)) throw refusal(text, "a whole number");
  return text;
}
