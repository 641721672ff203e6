import type { Check } from "../../../compiler/emitter.ts";
import { copiesHaveMachines } from "./copies-have-machines.ts";
import { linesAreShort } from "./lines-are-short.ts";
import { machinesAreToldSo } from "./machines-are-told-so.ts";
import { namesAreUnique } from "./names-are-unique.ts";
import { orderIsNotKept } from "./order-is-not-kept.ts";
import { routesAreRules } from "./routes-are-rules.ts";
import { settingsAreNotMixed } from "./settings-are-not-mixed.ts";
import { textsHaveValues } from "./texts-have-values.ts";
import { volumesStayBehind } from "./volumes-stay-behind.ts";

export const checks: readonly Check[] = [
  textsHaveValues,
  settingsAreNotMixed,
  routesAreRules,
  linesAreShort,
  namesAreUnique,
  orderIsNotKept,
  copiesHaveMachines,
  volumesStayBehind,
  machinesAreToldSo,
];
