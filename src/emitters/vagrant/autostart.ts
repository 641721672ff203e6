import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import { derive } from "../../formats/origin.ts";
import { command, directive, section, specifier, unit, words } from "../../formats/unit/tree.ts";
import { hostsOf } from "./hosts.ts";

/** The unit of a host that brings its machines up after a power cut; its instance is the account that they belong to. */
export function autostart(environment: Environment): readonly Artifact[] {
  const started = hostsOf(environment).flatMap(({ machines }) => machines.filter(({ group }) => group.autostart.value));
  if (started.length === 0) return [];
  const name = environmentName(environment);
  const origins = [by("vagrant-autostart", environment.at)];
  const document = unit(
    [
      section("Unit", origins, [
        directive(
          "Description",
          derive(name, (text) => `Virtual machines of ${text}`),
        ),
        directive("Wants", words("network-online.target")),
        directive("After", words("network-online.target")),
      ]),
      section("Service", origins, [
        directive("Type", "oneshot"),
        directive("RemainAfterExit", "yes"),
        directive("User", specifier("i")),
        directive(
          "WorkingDirectory",
          derive(name, (text) => `/srv/${text}/vagrant`),
        ),
        directive(
          "EnvironmentFile",
          derive(name, (text) => `-/etc/default/${text}-machines`),
        ),
        directive("ExecStart", command(["/usr/bin/vagrant", "up"])),
        directive("ExecStop", command(["/usr/bin/vagrant", "halt"])),
        directive("TimeoutStartSec", "1h"),
      ]),
      section("Install", origins, [directive("WantedBy", words("multi-user.target"))]),
    ],
    `systemctl enable ${name.value}-machines@ACCOUNT.service: the machines come up with this host.\nBRIDGE=eth0 in /etc/default/${name.value}-machines names the interface to the LAN.`,
  );
  return [{ path: `${name.value}-machines@.service`, at: environment.at, document }];
}
