import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Part } from "../../compiler/environment/text.ts";
import { by, type RuleId } from "../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference, template } from "../../formats/hcl/tree.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { joined } from "../parts/joined-parts.ts";
import { isInCatalogue, isItem, itemKey, sourceOf } from "../parts/nomad-item.ts";
import { consulOf } from "./catalogue.ts";
import { action, closing, opening, type Source, VARIABLE } from "./go-template.ts";
import type { Setting } from "./settings.ts";

/** Settings that are read from the same places. */
interface Section {
  readonly sources: readonly Source[];
  readonly settings: readonly Setting[];
}

/** The file of settings that only the deployment knows, as environment of the task. */
export function settingsTemplate(environment: Environment, app: App, settings: readonly Setting[]): readonly Block[] {
  if (settings.length === 0) return [];
  const rule = by("nomad-settings-file", app.at);
  const whole = block(["template"], {
    destination: template(reference("NOMAD_SECRETS_DIR"), "/settings.env"),
    env: true,
    change_mode: changeMode(app),
    error_on_missing_key: true,
    data: template(...sectionsOf(settings).flatMap((section) => printSection(environment, app, section))),
  });
  return [{ ...because([rule], whole), comment: neededItems(app, settings) }];
}

const changeMode = ({ kind, at }: App): Traced<string> =>
  kind.value === "job"
    ? traced("noop", by("nomad-finish-on-change", at))
    : traced("restart", by("nomad-restart-on-change", at));

function sectionsOf(settings: readonly Setting[]): readonly Section[] {
  const sections = new Map<string, Section>();
  for (const setting of settings) {
    const sources = sourcesOf(setting);
    const key = sources.join(",");
    sections.set(key, { sources, settings: [...(sections.get(key)?.settings ?? []), setting] });
  }
  return [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section);
}

const sourcesOf = ({ value }: Setting): readonly Source[] => [...new Set(value.parts.flatMap(sourceOfPart))].sort();

function sourceOfPart(part: Part): readonly Source[] {
  if (isItem(part)) return [VARIABLE];
  return isInCatalogue(part) ? [part.name] : [];
}

function printSection(environment: Environment, app: App, { sources, settings }: Section): readonly Expression[] {
  const places = settings.flatMap(({ value }) => value[ORIGINS]).map(({ at }) => at);
  const around = (source: Source, line: string) => traced(line, ...places.map((at) => by(ruleOf(app, source), at)));
  return [
    ...sources.map((source) => around(source, opening(app, source, sources.length === 1))),
    ...settings.map(({ name, value }) => printSetting(environment, app, name, value, sources)),
    ...[...sources].reverse().map((source) => around(source, closing(app, source))),
  ];
}

function ruleOf(app: App, source: Source): RuleId {
  if (source === VARIABLE) return "nomad-settings-file";
  return consulOf(app) === undefined ? "nomad-one-instance" : "nomad-consul-instance";
}

const printSetting = (
  environment: Environment,
  app: App,
  name: string,
  value: Setting["value"],
  sources: readonly Source[],
): Expression =>
  traced(template(`${name}=`, action(environment, app, joined(value.parts), sources), "\n"), ...value[ORIGINS]);

/** What somebody has to put into Nomad before the job runs. */
function neededItems(app: App, settings: readonly Setting[]): string | undefined {
  const items = settings.flatMap(({ value }) => value.parts.filter(isItem));
  const lines = [...new Set(items.map((item) => `  ${itemKey(item)} = ${sourceOf(item)}`))].sort();
  return lines.length === 0 ? undefined : [`Items of the Nomad variable nomad/jobs/${app.name}:`, ...lines].join("\n");
}
