import { renderText } from "../../compiler/diagnostics/render/text.ts";
import { visible } from "../../compiler/source/characters.ts";
import type { SpecPath } from "../../formats/origin.ts";
import { type ExplainedValue, explainSpec, showSpec } from "../../review/explain-spec.ts";
import { styleFor } from "../colour.ts";
import { compileSpec, exitCodeOf } from "../compile-spec.ts";
import { EXIT, raiseExitCode } from "../exit-code.ts";
import type { FormatOption, SpecOptions } from "../options.ts";
import { give, say } from "../streams.ts";

/** Who wrote the values of a spec, and which rules imply the rest. An invalid spec may hold what must not be shown. */
export async function explainValues(
  spec: string,
  path: string | undefined,
  options: SpecOptions & FormatOption,
): Promise<void> {
  const { compilation, diagnostics } = await compileSpec(spec, options);
  const exit = exitCodeOf(diagnostics);
  raiseExitCode(exit);
  say(renderText(diagnostics, styleFor(options.color)));
  if (exit === EXIT.fine) giveValues(spec, path ?? "", explainSpec(compilation, specPath(path ?? ""), shown), options);
}

/** Files are named as diagnostics name them. */
const shown = (file: string): string => file;

function giveValues(spec: string, path: string, values: readonly ExplainedValue[], { format }: FormatOption): void {
  if (values.length === 0) nothingThere(path);
  else give(format === "json" ? jsonOf(spec, values) : textOf(values));
}

/** `apps.web.routes[0].host` as a path. */
const specPath = (written: string): SpecPath =>
  [...written.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) => (index === undefined ? name : Number(index)));

const jsonOf = (spec: string, values: readonly ExplainedValue[]): string =>
  `${JSON.stringify({ version: 1, spec, values })}\n`;

const textOf = (values: readonly ExplainedValue[]): string => `${showSpec(values).map(visible).join("\n")}\n`;

function nothingThere(path: string): void {
  raiseExitCode(EXIT.usage);
  say(`error: nothing is written or implied at \`${visible(path)}\`\n`);
}
