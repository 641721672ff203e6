import { styleText } from "node:util";
import { plainStyle, type Role, type Style } from "../compiler/diagnostics/render/style.ts";

export const COLOUR_CHOICES = ["auto", "always", "never"] as const;
export type ColourChoice = (typeof COLOUR_CHOICES)[number];

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Role, Format>> = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  help: ["bold", "cyan"],
  frame: "blue",
  message: "bold",
};

/** What was asked for on the command line counts most, then what the environment says, then where the text goes. */
export function isColoured(
  choice: ColourChoice,
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (choice !== "auto") return choice === "always";
  const { NO_COLOR = "", FORCE_COLOR = "", TERM } = environment;
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}

/** Whether to colour has been decided, so Node need not decide it again. */
const colouredStyle: Style = (role, text) => styleText(FORMATS[role], text, { validateStream: false });

/** Decides when something is told: only then is the stream worth opening. */
export function styleFor(choice: ColourChoice): Style {
  let style: Style | undefined;
  return (role, text) => {
    style ??= isColoured(choice, process.env, process.stderr.isTTY === true) ? colouredStyle : plainStyle;
    return style(role, text);
  };
}
