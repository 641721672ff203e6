import { type Diagnostic, diagnose, hasErrors, type Result } from "../diagnostics/diagnostic.ts";
import type { Environment } from "../environment/environment.ts";
import type { Scalar } from "../environment/text.ts";
import { limits } from "../spec/limits.ts";
import { suggestion } from "../spec/nearest.ts";
import type { ValidSpec } from "../spec/validate.ts";
import { resolveApps } from "./apps.ts";
import { resolveBackups } from "./backups.ts";
import { resolveCertificates } from "./certificates.ts";
import type { Context } from "./context.ts";
import { resolveDatabases } from "./databases.ts";
import { allEnabled, concerns, disabledElements } from "./disabled.ts";
import { resolveFirewall } from "./firewall.ts";
import { resolveFront } from "./front.ts";
import { resolveImages } from "./images.ts";
import { resolveIngresses } from "./ingresses.ts";
import { resolveInstances } from "./instances.ts";
import { resolveLoadBalancers } from "./load-balancers.ts";
import { mentionsIn } from "./mentions.ts";
import { resolveNetworks } from "./networks.ts";
import { resolveOutputs } from "./outputs.ts";
import { resolveAcceptances, resolveOverrides } from "./policy.ts";
import { resolveProvider } from "./provider.ts";
import { resolveReach } from "./reach.ts";
import { implied, string, written } from "./read.ts";
import { planScaling } from "./scaling.ts";
import { resolveSecrets } from "./secrets.ts";
import { resolveTargets } from "./targets.ts";
import { resolveVariables } from "./variables.ts";
import { resolveZones } from "./zones.ts";

/** What a spec means: defaults applied, names looked up, order chosen. */
export function resolveSpec(valid: ValidSpec): Result<Environment> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const suggest: Context["suggest"] = (name, known) => suggestion(name, known, diagnostics.length < limits.findings);
  const value = resolveEnvironment({ spec: valid, report, suggest });
  disabledFindings(valid).forEach(report);
  const found = diagnostics.slice(0, limits.findings);
  return { value: hasErrors(found) ? undefined : value, diagnostics: found };
}

/** What is wrong with elements that are not emitted, as if everything were enabled. */
function disabledFindings(valid: ValidSpec): readonly Diagnostic[] {
  const disabled = disabledElements(valid.value);
  if (disabled.length === 0) return [];
  const findings: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    if (concerns(finding, disabled)) findings.push(finding);
  };
  resolveEnvironment({
    spec: { ...valid, value: allEnabled(valid.value) },
    report,
    suggest: (name, known) => suggestion(name, known, findings.length < limits.findings),
  });
  return findings;
}

function resolveEnvironment(context: Context): Environment {
  const spec = context.spec.value;
  const targets = resolveTargets(context, spec);
  const front = resolveFront(
    spec,
    targets.map(({ value }) => value),
  );
  const certificates = resolveCertificates(context, spec, front);
  const networks = resolveNetworks(context, spec);
  const images = resolveImages(context, spec.images);
  const scaling = planScaling(context, spec);
  const instances = resolveInstances(context, spec, { networks, images: images.machine, scaling });
  const apps = resolveApps(context, spec, {
    hasProvider: spec.provider !== undefined,
    groups: instances,
    images: images.container,
    scaling,
    certificateOf: certificates.of,
  });
  const backends = { apps, groups: instances, networks, certificates: certificates.all };
  const loadBalancers = resolveLoadBalancers(context, front, backends);
  const secrets = resolveSecrets(context, spec.secrets);
  const backups = resolveBackups(context, spec);
  const databases = resolveDatabases(context, spec, networks, backups.of);
  const reachable = [
    { section: "instances", elements: instances },
    { section: "apps", elements: apps },
    { section: "database", elements: databases },
    { section: "loadBalancer", elements: loadBalancers },
  ];
  return {
    at: [],
    name: resolveName(context),
    environment: resolveEnvironmentName(context),
    description: string(context, { at: [], value: spec }, "description"),
    targets,
    provider: resolveProvider(context, spec),
    variables: resolveVariables(context, spec.vars),
    secrets,
    networks,
    machineImages: images.machine,
    containerImages: images.container,
    instances,
    apps,
    ingresses: resolveIngresses(context, front, apps, certificates.all),
    loadBalancers,
    firewall: resolveFirewall(context, spec.firewall, reachable),
    zones: resolveZones(context, spec.dns),
    certificates: certificates.all,
    databases,
    backups: backups.all,
    outputs: resolveOutputs(context, spec.outputs),
    accepted: resolveAcceptances(context, spec),
    overrides: resolveOverrides(spec),
    reach: resolveReach(context, spec, apps, secrets, databases),
    mentions: mentionsIn(context.spec.merged),
  };
}

function resolveName(context: Context): Scalar<string> {
  const name = string(context, { at: [], value: context.spec.value }, "name");
  if (name === undefined) context.report(diagnose("missing-key", [], { key: "name", where: "the spec" }));
  return name ?? written(["name"], "");
}

function resolveEnvironmentName({ spec }: Context): Scalar<string> {
  const { name, at } = spec.merged.environment;
  return at === undefined ? implied("default-environment", ["environment"], name) : written(at, name);
}
