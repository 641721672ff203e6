/** The cookie by which a client keeps its replica of an app, also as nginx names variables. */
export const stickyCookie = (app: string): string => `${app.replaceAll("-", "_")}_replica`;

/** The variable that holds what a client without the cookie gets. */
export const stickyChoice = (app: string): string => `${app.replaceAll("-", "_")}_choice`;
