import type { Environment } from "../../compiler/environment/environment.ts";
import { headerOf } from "../../compiler/header.ts";

/** Lines of the program that fetches a release onto a machine that no image brought it along for. */
export const installScript = (environment: Environment): readonly string[] => [
  "#!/bin/sh",
  `# ${headerOf(environment)}`,
  `# ${environment.name.value}-install APP FILE [SHA256]: fetches the release of an app to FILE.`,
  "set -eu",
  "",
  'mkdir -p "$(dirname "$2")"',
  `curl --fail --silent --show-error --location --retry 5 --output "$2.new" "$(cat "/etc/${environment.name.value}/$1.url")"`,
  'if [ "$#" -gt 2 ]; then echo "$3  $2.new" | sha256sum --check --status; fi',
  'chmod 0755 "$2.new"',
  'mv "$2.new" "$2"',
];
