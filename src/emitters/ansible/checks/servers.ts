import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { lateBound, literal } from "../../../compiler/environment/text.ts";
import { appSettings } from "../../parts/app-settings.ts";
import { lineage } from "../../parts/boot-images.ts";
import { nginxChecks } from "../../parts/nginx-checks.ts";
import { proxyBackends } from "../../parts/proxy-backends.ts";
import { referenceName } from "../../parts/reference-name.ts";
import { packagedVersion } from "../database-systems.ts";
import { delivers, deliveredValue } from "../delivered.ts";
import { runningGroups } from "../groups.ts";

/** A server is the one that the operating system comes with. */
export const databasesArePackaged: Check = function* (environment) {
  for (const { group, databases } of runningGroups(environment)) {
    const { image } = group;
    const system =
      image.kind === "stock" ? image.system.value : (lineage(environment, image.image).at(-1)?.base.value ?? "");
    for (const database of databases) {
      const known = packagedVersion(system, database);
      const asked = literal(database.version).value;
      if (known !== asked)
        yield diagnose("ansible-database", [...database.at, "version"], {
          database: database.name,
          system,
          known: known ?? "none",
        });
    }
  }
};

/** A proxy finds machines by their names, which are known before they are there. */
export const proxiesFindApps: Check = function* (environment) {
  for (const { proxies } of runningGroups(environment)) {
    yield* nginxChecks(proxies);
    for (const proxy of proxies)
      for (const { app, servers } of proxyBackends(proxy))
        if (app.port !== undefined && servers.length === 0)
          yield diagnose("ansible-proxy", proxy.at, { proxy: proxy.name, app: app.name });
  }
};

/** Where Ansible tells machines their settings, it must know them. */
export const settingsAreKnown: Check = function* (environment) {
  if (!delivers(environment)) return;
  for (const app of runningGroups(environment).flatMap(({ apps }) => apps))
    for (const { name, at, value } of appSettings(environment, app).deployed)
      if (deliveredValue(environment, app, value) === undefined) {
        const [late] = lateBound(value);
        const source = late === undefined ? name : referenceName(late);
        yield diagnose("ansible-late-bound", at, { source, field: name });
      }
};
