import { emitters } from "../../../src/emitters/index.ts";
import { specc } from "../../support/specc.ts";
import { type Run, scriptsOf } from "../../support/trace.ts";

export { type Call, lineOf } from "../../support/trace.ts";

const tools = [
  "ansible-galaxy",
  "ansible-playbook",
  "docker",
  "fleetctl",
  "kubectl",
  "nomad",
  "openssl",
  "packer",
  "terraform",
];

/** What the tools say to the scripts that ask them. */
const answers = {
  "terraform *output -raw *": { bash: `printf 'value of %s' "\${*: -1}"` },
  "openssl *": { bash: 'printf "made in %s" "$RANDOM$RANDOM"' },
  "terraform *output -json *": '["10.0.0.1", "10.0.0.2"]',
  "fleetctl list-machines *": "m1\tgroup=web,region=eu\nm2\tgroup=tools\nm3\tregion=eu,group=web\n",
  "kubectl create *": "a secret of kubectl",
};

/** The scripts of a fragment, beside stand-ins for the tools that they call. */
export function deployment(fragment: string) {
  const compilation = specc(fragment, emitters);
  const { files } = compilation;
  const { run } = scriptsOf([compilation], { standIns: tools, answers });
  const text = (path: string): string => files.get(path)?.printed.text ?? "";
  return { paths: [...files.keys()], text, run: run as (...given: Parameters<typeof run>) => Run };
}
