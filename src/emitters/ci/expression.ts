/** What GitHub fills in when a job runs. */
export const expression = (code: string): string => `\${{ ${code} }}`;

/** Text that GitHub must not take for an expression. */
export const plain = (text: string): string => text.replaceAll("${{", expression("'${{'"));
