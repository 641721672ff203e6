import { error, warning } from "./entry.ts";
import { quoted } from "./wording.ts";

/** What may be right in the language and cannot be said in a Packer template. */
export const packerFindings = {
  "packer-without-provider": error({
    about: "Packer builds an image on a machine of a cloud provider, so a spec for it says which provider that is.",
    message: (p: { image: string }) => `Packer has no provider to build \`${p.image}\` at`,
    help: () => "write `provider: {kind: aws, region: …}` or one for `digitalocean`, or take `packer` out of `targets`",
  }),
  "packer-without-image": warning({
    about: "Packer builds the machine images of `images` that name it as their `builder`; here there is none.",
    message: (_: Record<string, never>) => "there is no machine image for Packer to build",
    help: () => "give one `builder: packer`, or leave `packer` out of `targets`",
  }),
  "packer-without-ansible": error({
    about: "Packer installs into an image what the playbook says that the target `ansible` writes.",
    message: (p: { image: string }) => `Packer reads a playbook for \`${p.image}\` that nobody writes`,
    help: () => "add `ansible` to `targets`",
  }),
  "packer-system": error({
    about:
      "An image is built on another image of `images`, or on the image that the makers of an operating system publish at the provider.",
    message: (p: { base: string }) => `specc knows no image of \`${p.base}\` to build on`,
    help: (p: { base: string; known: readonly string[] }) => `it knows ${quoted(p.known)}`,
  }),
  "packer-snapshot-base": error({
    about:
      "At DigitalOcean Packer starts a build from a public image, or from a snapshot whose number is known. Which one is the newest build of another image is known to nobody when the template is written.",
    message: (p: { image: string; base: string }) =>
      `\`${p.image}\` cannot be built on the newest \`${p.base}\` at DigitalOcean`,
    help: () => "build it on an operating system, such as `ubuntu-24.04`",
  }),
  "packer-cycle": error({
    about: "An image that is built on another needs that one first, so at the bottom there is an operating system.",
    message: (p: { image: string }) => `\`${p.image}\` is built on itself`,
    help: () => "build it on an operating system, such as `ubuntu-24.04`",
  }),
  "packer-image-name": error({
    about:
      "AWS takes names of images of 3 to 128 characters, made of letters, digits, spaces and `()[]./-'@_`. The time of the build takes the last eleven. Two opening braces would be code of Packer, and nothing could escape them.",
    message: (p: { name: string; problem: string }) => `AWS takes no image \`${p.name}\`: ${p.problem}`,
    help: () => "choose another name, or write another `provider.naming`",
  }),
  "packer-nothing-installed": warning({
    about:
      "Packer installs what apps need on the machines that boot the image. Without any, the image is a copy of its base.",
    message: (p: { image: string }) => `nothing is installed into \`${p.image}\`: no app runs on a group that boots it`,
    help: () => "boot it in a group that apps run on, or take `builder` out",
  }),
  "packer-container-base": error({
    about: "Packer makes a container image of a container that starts from another image, which `base` names.",
    message: (p: { image: string }) => `Packer has nothing to start \`${p.image}\` from`,
    help: () => 'write its `base`, such as `"debian:12-slim"`',
  }),
  "packer-container-late-bound": error({
    about: "An image is built before anything is deployed, so its name, and who pushes it, are known.",
    message: (p: { source: string; field: string }) =>
      `Packer cannot know \`${p.source}\` in the \`${p.field}\` of an image`,
    help: () => "write the value, or read it from `vars` or `secrets`",
  }),
  "packer-container-braces": error({
    about: "Packer evaluates what stands between two braces in a template, and knows no escape for them.",
    message: () => "Packer would evaluate what follows `{{`",
    help: () => "write it without two braces in a row",
  }),
  "packer-installs": error({
    about:
      "Packer installs Consul, Nomad, Docker, dnsmasq and nginx from packages for Debian and Ubuntu, and their agents are services of systemd.",
    message: (p: { tool: string; where: string }) => `specc cannot install \`${p.tool}\` on \`${p.where}\``,
    help: () => "take a newer Ubuntu or Debian as `base`, or install it with an app",
  }),
};
