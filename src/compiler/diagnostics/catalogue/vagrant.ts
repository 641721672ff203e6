import { error, warning } from "./entry.ts";
import { quoted } from "./wording.ts";

/** What may be right in the language and cannot be said in a Vagrantfile. */
export const vagrantFindings = {
  "vagrant-system": error({
    about:
      "Vagrant makes a machine from a box, and DigitalOcean from an image. Only those that the makers of a system, or the Bento project, publish are known.",
    message: (p: { system: string; known: readonly string[]; isDroplet: boolean }) =>
      `specc knows no ${p.isDroplet ? "image of DigitalOcean" : "box"} with \`${p.system}\``,
    help: (p) => `it knows ${quoted(p.known)}`,
  }),
  "vagrant-credentials": error({
    about:
      "The plugin of Vagrant that makes droplets signs in with a token. The Vagrantfile reads it from the environment, so that it stands in no file.",
    message: () => "droplets are made with a token, and the spec names none",
    help: () => "write `credentials: ${secrets.NAME}`, and take that secret from the environment by `env`",
  }),
  "vagrant-without-machines": warning({
    about:
      "Vagrant makes the machines of `provider: {kind: vagrant}`. Beside a cloud it makes machines to develop on: for apps that Nomad runs, and for machine images that Packer builds.",
    message: () => "Vagrant has no machine to make",
    help: () => "take `vagrant` out of `targets`; `compose` runs apps of any kind on one machine",
  }),
} as const;
