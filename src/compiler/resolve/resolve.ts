import { type Diagnostic, diagnose, hasErrors, type Result } from "../diagnostics/diagnostic.ts";
import type { Environment } from "../environment/environment.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Scalar } from "../environment/text.ts";
import { limits } from "../spec/limits.ts";
import { suggestion } from "../spec/nearest.ts";
import type { Spec } from "../spec/spec.gen.ts";
import type { ValidSpec } from "../spec/validate.ts";
import { resolveAccess } from "./access.ts";
import { resolveApps } from "./apps.ts";
import { resolveBackups } from "./backups.ts";
import { resolveAllZones } from "./bind-zones.ts";
import { resolveCertificates } from "./certificates.ts";
import { nodePoolNames, resolveClusters } from "./clusters.ts";
import type { Context } from "./context.ts";
import { resolveDatabases } from "./databases.ts";
import { elements } from "./section.ts";
import { allEnabled, concerns, disabledElements } from "./disabled.ts";
import { resolveDiscovery } from "./discoveries.ts";
import { resolveFirewall } from "./firewall.ts";
import { resolveFront } from "./front.ts";
import { resolveImages } from "./images.ts";
import { resolveIngresses } from "./ingresses.ts";
import { resolveInstances } from "./instances.ts";
import { resolveLoadBalancers } from "./load-balancers.ts";
import { mentionsIn } from "./mentions.ts";
import { resolveLogging, resolveMonitoring } from "./monitorings.ts";
import { resolveNetworks } from "./networks.ts";
import { resolveOperations } from "./operations.ts";
import { resolveOutputs } from "./outputs.ts";
import { writtenPeers } from "./peers.ts";
import { resolvePipelines } from "./pipelines.ts";
import { resolveAcceptances, resolveOverrides } from "./policy.ts";
import { resolveProvider } from "./provider.ts";
import { resolveProxies } from "./proxies.ts";
import { resolveReach } from "./reach.ts";
import { implied, string, word, written } from "./read.ts";
import { resolveRegistries } from "./registries.ts";
import { planScaling } from "./scaling.ts";
import { resolveSecrets } from "./secrets.ts";
import { resolveState } from "./state.ts";
import { resolveStorages } from "./storages.ts";
import { resolveCaches, resolveSelfHosted } from "./stores.ts";
import { resolveRenames, resolveSwitches } from "./switches.ts";
import { resolveTargets } from "./targets.ts";
import { resolveVariables } from "./variables.ts";

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
  const registries = resolveRegistries(context, spec);
  const images = resolveImages(context, spec, registries);
  const scaling = planScaling(context, spec);
  const groups = resolveInstances(context, spec, { networks, images: images.machine, scaling });
  const discovery = resolveDiscovery(context, spec, groups);
  const peers = writtenPeers(spec);
  const clusters = resolveClusters(context, spec, { groups, discovery, reachable: peers });
  const places = { groups, clusters };
  const storages = resolveStorages(context, spec, { ...places, images: images.container });
  const { apps, artifactApps } = resolveApps(context, spec, {
    hasProvider: spec.provider !== undefined,
    ...places,
    storages,
    registries,
    images: images.container,
    scaling,
    certificateOf: certificates.of,
  });
  const ingresses = resolveIngresses(context, front, apps, certificates.all);
  const proxied = {
    images: images.container,
    ...places,
    apps,
    artifactApps,
    discovery,
    certificates: certificates.all,
  };
  const proxies = resolveProxies(context, front, proxied);
  const backends = { apps, groups, networks, ingresses, proxies, certificates: certificates.all };
  const loadBalancers = resolveLoadBalancers(context, front, backends);
  const secrets = resolveSecrets(context, spec.secrets);
  const backups = resolveBackups(context, spec);
  const databases = resolveDatabases(context, spec, networks, backups.of);
  const stores = { ...places, networks, backupOf: backups.of };
  const zones = resolveAllZones(context, spec, groups);
  const reachable = [
    { section: "instances", elements: groups },
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
    layout: word<"target" | "component">()(context, { at: [], value: spec }, "layout", "target"),
    provider: resolveProvider(context, spec),
    variables: resolveVariables(context, spec.vars),
    secrets,
    networks,
    access: resolveAccess(context, spec, { groups, networks, reachable: peers }),
    registries,
    machineImages: images.machine,
    containerImages: images.container,
    ...sortedOut(spec, groups),
    clusters,
    discovery,
    apps,
    artifactApps,
    ingresses,
    proxies,
    loadBalancers,
    firewall: resolveFirewall(context, spec.firewall, reachable),
    zones: zones.provider,
    bindZones: zones.bind,
    certificates: certificates.all,
    databases,
    selfHostedDatabases: resolveSelfHosted(context, spec, stores),
    caches: resolveCaches(context, spec, stores),
    storages,
    state: resolveState(context, spec),
    backups: backups.all,
    monitoring: resolveMonitoring(context, spec),
    logging: resolveLogging(context, spec),
    pipelines: resolvePipelines(context, spec, registries),
    operations: resolveOperations(context, spec),
    outputs: resolveOutputs(context, spec.outputs),
    accepted: resolveAcceptances(context, spec),
    overrides: resolveOverrides(spec),
    switches: resolveSwitches(context),
    renames: resolveRenames(context),
    reach: resolveReach(context, spec, [...apps, ...artifactApps], secrets, elements(["database"], spec.database)),
    mentions: mentionsIn(context.spec.merged),
  };
}

/** Machines that stand for themselves, pools of a provider's cluster, and machines that exist. */
function sortedOut(
  spec: Spec,
  groups: readonly InstanceGroup[],
): Pick<Environment, "instances" | "nodePools" | "physicalMachines"> {
  const pools = nodePoolNames(spec);
  const isPool = ({ name }: InstanceGroup): boolean => pools.has(name);
  const isPhysical = ({ kind }: InstanceGroup): boolean => kind.value === "physical";
  return {
    instances: groups.filter((group) => !isPool(group) && !isPhysical(group)),
    nodePools: groups.filter((group) => isPool(group) && !isPhysical(group)),
    physicalMachines: groups.filter(isPhysical),
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
