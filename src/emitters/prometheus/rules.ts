import type { Environment } from "../../compiler/environment/environment.ts";
import type { Monitoring, RecordingRule } from "../../compiler/environment/monitoring.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { literal } from "../../compiler/environment/text.ts";
import { derive, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { duration } from "./duration.ts";

/** Series that are derived come first, so that alerts see them as they are. */
export const ruleGroups = (environment: Environment, { rules }: Monitoring): YamlNode => ({
  groups: [
    {
      name: environmentName(environment),
      rules: [...rules.filter(({ alert }) => !alert.value), ...rules.filter(({ alert }) => alert.value)].map(rule),
    },
  ],
});

const rule = ({ name, at, alert, expression, for: patience, severity }: RecordingRule): YamlNode =>
  traced(
    alert.value
      ? {
          alert: name,
          expr: literal(expression),
          for: patience && derive(patience, duration),
          labels: { severity },
        }
      : { record: name, expr: literal(expression) },
    { at },
  );
