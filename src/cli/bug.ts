import { visible } from "../compiler/source/characters.ts";

/** What is told when nothing else is known: specc's own findings are values, so whatever is thrown is none of them. */
export function failureText(error: unknown, argv: readonly string[], version: string): string {
  const { code, syscall, name, stack } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined)
    return `error: the system answered ${code} to ${syscall}, and specc could not go on\n`;
  const place = process.env.SPECC_DEBUG ? `${stack}\n` : "";
  return `${place}error: this is a bug in specc (${name}), not in your spec
  help: report it with the spec and these lines; with SPECC_DEBUG=1 they also say where it happened
  specc ${version}, Node ${process.version}, ${process.platform} ${process.arch}
  specc ${withoutValues(argv)}
`;
}

/** Names of files and values of variables are nobody's business. */
const withoutValues = (argv: readonly string[]): string =>
  argv
    .map((word, index) => (word.startsWith("-") || index === 0 ? visible(word.replace(/=.*/s, "=…")) : "…"))
    .join(" ");
