import { type Code, catalogue } from "../../compiler/diagnostics/catalogue.ts";
import { type RuleId, rules } from "../../compiler/rules.ts";
import { visible } from "../../compiler/source/characters.ts";
import { nearest } from "../../compiler/spec/nearest.ts";
import { EXIT, raiseExitCode } from "../exit-code.ts";
import type { FormatOption } from "../options.ts";
import { give, say } from "../streams.ts";
import { messageShape } from "./message-shape.ts";

/** The long text about a finding or a rule. */
export function explainId(id: string, { format }: FormatOption): void {
  const explained = Object.hasOwn(catalogue, id)
    ? finding(id as Code)
    : Object.hasOwn(rules, id)
      ? rule(id as RuleId)
      : undefined;
  if (explained === undefined) refuse(id);
  else give(format === "json" ? `${JSON.stringify({ version: 1, ...explained })}\n` : textOf(explained));
}

interface Explained {
  readonly id: string;
  readonly kind: "error" | "warning" | "rule";
  readonly message?: string;
  readonly about: string;
}

function finding(id: Code): Explained {
  const { severity, about } = catalogue[id];
  return { id, kind: severity, message: messageShape(id), about };
}

const rule = (id: RuleId): Explained => ({ id, kind: "rule", about: rules[id] });

const textOf = ({ id, kind, message, about }: Explained): string =>
  `${kind}[${id}]${message === undefined ? "" : `: ${message}`}\n\n${about}\n`;

function refuse(id: string): void {
  const near = nearest(id, [...Object.keys(catalogue), ...Object.keys(rules)]);
  raiseExitCode(EXIT.usage);
  say(
    `error: there is no finding or rule \`${visible(id)}\`\n  help: ${
      near === undefined
        ? "for a line of the output write FILE:LINE, for a value of a spec use --spec"
        : `did you mean \`${near}\`?`
    }\n`,
  );
}
