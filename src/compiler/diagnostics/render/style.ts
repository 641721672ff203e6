/** What a piece of text is, for whoever colours it. */
export type Role = "error" | "warning" | "help" | "frame" | "message";

/** Text as it is shown; the renderer knows no terminal. */
export type Style = (role: Role, text: string) => string;

export const plainStyle: Style = (_role, text) => text;
