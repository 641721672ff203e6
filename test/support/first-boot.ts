/** A file that the user data of a machine writes when it first boots; empty when it writes none there. */
export function bootedFile(userData: string, path: string): string {
  const lines = userData.split("\n");
  const start = lines.indexOf(`  - path: ${path}`);
  if (start < 0) return "";
  const rest = lines.slice(start + 3);
  const end = rest.findIndex((line) => line !== "" && !line.startsWith("      "));
  return rest
    .slice(0, end)
    .map((line) => line.slice(6))
    .join("\n");
}
