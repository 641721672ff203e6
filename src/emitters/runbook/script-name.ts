/** `startNoStop` is the script `start-no-stop.sh`. */
export const scriptName = (operation: string): string =>
  `${operation
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .replaceAll("_", "-")
    .toLowerCase()}.sh`;
