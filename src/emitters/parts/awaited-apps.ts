import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { ORIGINS, type SpecPath } from "../../formats/origin.ts";

/** An app that waits for another, and the place that says so. */
export interface Awaited {
  readonly at: SpecPath;
  readonly app: string;
  readonly other: string;
}

/** Apps that wait for other apps; a database is there before, since Terraform made it. */
export const awaitedApps = ({ apps }: Environment): readonly Awaited[] =>
  apps.flatMap(({ name, at, dependsOn }) =>
    dependsOn.flatMap(({ value, [ORIGINS]: origins }) => {
      const [section, other] = value.split(".");
      return section === "apps" && other !== undefined ? [{ at: origins.at(-1)?.at ?? at, app: name, other }] : [];
    }),
  );

/** Whether another app waits for this one. */
export const isAwaited = (environment: Environment, app: App): boolean =>
  awaitedApps(environment).some(({ other }) => other === app.name);
