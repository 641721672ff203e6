import { describe, expect, it } from "vitest";
import { manifests } from "./manifests.ts";

describe("the kustomization", () => {
  it("lists every other file, the namespace first", () => {
    const files = manifests('apps: {api: {image: "api:1"}, web: {image: "web:1", port: 80}}');
    expect(files.kustomization).toMatchInlineSnapshot(`
      "apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      namespace: shop-dev
      labels:
        - includeSelectors: false
          includeTemplates: true
          pairs:
            app.kubernetes.io/instance: shop-dev
            app.kubernetes.io/managed-by: specc
            app.kubernetes.io/part-of: shop
      resources:
        - namespace.yaml
        - api.deployment.yaml
        - api.service-account.yaml
        - default-deny.network-policy.yaml
        - web.deployment.yaml
        - web.service-account.yaml
        - web.service.yaml
      "
    `);
  });

  it("says how to make the objects that hold what only the deployment knows", () => {
    const { kustomization } = manifests(`
targets: [terraform, kubernetes]
provider: {kind: aws, region: eu-west-1}
instances: {pool: {}}
database: {main: {engine: postgres, version: "16"}}
secrets:
  from_environment: {env: PAYMENT_KEY}
  from_file: {file: "it's.key"}
  from_vault: {vault: kv/shop/smtp}
  made: {generate: random}
  composed: {template: "x\${secrets.made}"}
apps:
  web:
    image: "web:1"
    env:
      A: \${secrets.from_environment}
      B: \${secrets.from_file}
      C: \${secrets.from_vault}
      D: \${secrets.composed}
      E: \${database.main.host}
      F: \${database.main.url}
      G: \${instances.pool.addresses}`);
    expect(kustomization?.slice(0, kustomization.indexOf("apiVersion"))).toMatchInlineSnapshot(`
      "#
      # These objects hold what only the deployment knows. In this folder, make them before \`kubectl apply -k .\`:
      #
      #   kubectl apply -f namespace.yaml
      #   kubectl -n shop-dev create configmap database-main \\
      #     --from-literal=host="$(terraform -chdir=../terraform output -raw database_main_host)"
      #   kubectl -n shop-dev create configmap instances-pool \\
      #     --from-literal=addresses="$(terraform -chdir=../terraform output -json instances_pool_addresses | jq -r 'join(",")')"
      #   kubectl -n shop-dev create secret generic database-main \\
      #     --from-literal=url="$(terraform -chdir=../terraform output -raw database_main_url)"
      #   kubectl -n shop-dev create secret generic from-environment \\
      #     --from-literal=from_environment="$PAYMENT_KEY"
      #   kubectl -n shop-dev create secret generic from-file \\
      #     --from-file=from_file='it'\\''s.key'
      #   kubectl -n shop-dev create secret generic from-vault \\
      #     --from-literal=from_vault="$(vault kv get -field=value 'kv/shop/smtp')"
      #   kubectl -n shop-dev create secret generic made \\
      #     --from-literal=made="$(openssl rand -hex 16)"
      "
    `);
  });

  it("reads from the deployer's environment what no Terraform knows", () => {
    const { kustomization } = manifests(`
database: {main: {engine: postgres, version: "16"}}
network: {main: {}}
apps: {web: {image: "web:1", env: {A: "\${database.main.host}"}}}`);
    expect(kustomization).toContain('--from-literal=host="$DATABASE_MAIN_HOST"');
  });
});

describe("the namespace", () => {
  it("enforces the restricted standard", () => {
    expect(manifests("{}").namespace).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: Namespace
      metadata:
        name: shop-dev
        labels:
          pod-security.kubernetes.io/enforce: restricted
          pod-security.kubernetes.io/warn: restricted
      "
    `);
  });
});
