/** Neither a shell nor a file of UTF-8 can hold a NUL or half a character. */
export function checked(text: string, language: string): string {
  if (/\0|\p{Cs}/u.test(text)) throw refusal(text, language);
  return text;
}

export const refusal = (text: string, language: string): Error =>
  new Error(`${language} cannot say ${JSON.stringify(text)} here`);
