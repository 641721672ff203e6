/** The text of docs/language.md. */
export function languageDocs(): string;
