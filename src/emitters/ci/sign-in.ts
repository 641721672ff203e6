import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import type { Stage, Trigger } from "../../compiler/environment/pipeline.ts";
import { literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { pinned } from "./actions.ts";
import { expression } from "./expression.ts";

/** What the scripts read: secrets of the repository, and its variables where a default is not meant. */
export function deployerEnvironment(
  environment: Environment,
  trigger?: Trigger,
): { readonly [name: string]: YamlNode } {
  const { secrets } = environment;
  const project = trigger?.temporary.value ? projectVariable(environment) : undefined;
  const held = secrets.flatMap(({ name, source, at }) => {
    if (source.kind === "env")
      return [[source.variable, traced(expression(`secrets.${source.variable}`), { at })] as const];
    return source.kind === "generate"
      ? [[name.toUpperCase(), traced(expression(`secrets.${name.toUpperCase()}`), { at })] as const]
      : [];
  });
  const own =
    project === undefined
      ? []
      : ([
          ["PROJECT", expression(`vars.${project}`)],
          ["PROJECT_VARIABLE", project],
        ] as const);
  const { [project ?? ""]: _, ...inputs } = deployerInputs(environment);
  return { ...Object.fromEntries([...held, ...own]), ...inputs };
}

/** Variables of the repository; where it has none the scripts take the value of the spec. */
export const deployerInputs = ({ variables }: Environment): { readonly [name: string]: YamlNode } =>
  Object.fromEntries(
    variables.flatMap(({ env, at }) =>
      env === undefined ? [] : [[env, traced(expression(`vars.${env}`), { at })] as const],
    ),
  );

/** The deployer's variable that names the project of Google Cloud. */
export function projectVariable({ provider, variables }: Environment): string | undefined {
  const [part] = provider?.project?.parts ?? [];
  return typeof part === "object" && part.kind === "variable"
    ? variables.find(({ name }) => name === part.name)?.env
    : undefined;
}

/** Who signs in by an identity asks GitHub for it. */
export function signInPermissions({ provider }: Environment, stage: Traced<Stage>): YamlNode {
  const at = stage[ORIGINS][0]?.at ?? [];
  const isKnown = provider?.kind.value === "google" || provider?.kind.value === "aws";
  return isKnown ? traced<YamlNode>({ contents: "read", "id-token": "write" }, by("ci-identity", at)) : undefined;
}

/** Terraform, and an identity in the cloud; DigitalOcean's token is a secret like others. */
export function signIn({ provider, targets }: Environment): readonly YamlNode[] {
  const terraform: readonly YamlNode[] = targets.some(({ value }) => value === "terraform")
    ? [{ uses: pinned("hashicorp/setup-terraform"), with: { terraform_version: "~> 1.9", terraform_wrapper: false } }]
    : [];
  const hasCluster = targets.some(({ value }) => value === "kubernetes");
  return [...(provider === undefined ? [] : identity(provider, hasCluster)), ...terraform];
}

function identity(provider: NonNullable<Environment["provider"]>, hasCluster: boolean): readonly YamlNode[] {
  if (provider.kind.value === "google")
    return [
      {
        uses: pinned("google-github-actions/auth"),
        with: {
          workload_identity_provider: expression("vars.GOOGLE_WORKLOAD_IDENTITY_PROVIDER"),
          service_account: expression("vars.GOOGLE_SERVICE_ACCOUNT"),
        },
      },
      {
        uses: pinned("google-github-actions/setup-gcloud"),
        with: hasCluster ? { install_components: "gke-gcloud-auth-plugin" } : undefined,
      },
    ];
  if (provider.kind.value !== "aws") return [];
  return [
    {
      uses: pinned("aws-actions/configure-aws-credentials"),
      with: { "role-to-assume": expression("vars.AWS_ROLE"), "aws-region": literal(provider.region) },
    },
  ];
}

/** A machine that lasts as long as its job has kept nothing: generated secrets come from the repository's. */
export function keptStep(environment: Environment): readonly YamlNode[] {
  const names = environment.secrets.flatMap(({ name, source }) => (source.kind === "generate" ? [name] : []));
  if (names.length === 0) return [];
  return [
    {
      name: "Put generated secrets where the scripts look for them",
      run: [
        `for name in ${names.join(" ")}; do`,
        "  variable=${name^^}",
        '  [ -n "${!variable}" ] || { echo "the repository has no secret $variable" >&2; exit 1; }',
        `  printf %s "\${!variable}" | install -D -m 0600 /dev/stdin "$HOME/.local/state/specc/${environmentName(environment).value}/$name"`,
        "done",
      ].join("\n"),
    },
  ];
}
