import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { lineage } from "../../parts/boot-images.ts";
import { nginxChecks } from "../../parts/nginx-checks.ts";
import { proxyBackends } from "../../parts/proxy-backends.ts";
import { packagedVersion } from "../database-systems.ts";
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
