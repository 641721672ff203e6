import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import type { Document } from "../../formats/document.ts";
import { derive, ORIGINS, type Traced } from "../../formats/origin.ts";
import { type TextDocument, text } from "../../formats/text/tree.ts";
import { appSettings } from "../parts/app-settings.ts";
import { appTimerDocument } from "../parts/app-timer.ts";
import { appUnitDocument } from "../parts/app-unit.ts";
import { timerName, unitName } from "../parts/machine-paths.ts";
import { environmentLine } from "../parts/systemd-syntax.ts";

/** A file of a role, which Ansible copies as it is. */
export interface RoleFile {
  readonly name: string;
  readonly document: Document;
}

export const appFiles = (environment: Environment, app: MachineApp): readonly RoleFile[] => [
  { name: unitName(environment, app), document: appUnitDocument(environment, app) },
  ...(app.schedule === undefined
    ? []
    : [{ name: timerName(environment, app), document: appTimerDocument(app, app.schedule) }]),
  ...(literals(environment, app).length === 0
    ? []
    : [{ name: literalsName(app), document: literalsDocument(environment, app) }]),
];

export const literalsName = ({ name }: MachineApp): string => `${name}.env`;

/** The settings of a container that are written in the spec; a released program has them in its unit. */
export const literals = (environment: Environment, app: MachineApp): readonly Traced<string>[] =>
  isReleased(app) ? [] : containerLiterals(environment, app);

const containerLiterals = (environment: Environment, app: MachineApp): readonly Traced<string>[] =>
  appSettings(environment, app).literals.map(({ name, value }) =>
    derive(value, (written) => environmentLine(name, written)),
  );

const literalsDocument = (environment: Environment, app: MachineApp): TextDocument => ({
  ...text([`# ${headerOf(environment)}`, ...literals(environment, app)]),
  [ORIGINS]: [by("ansible-copied", app.at)],
});
