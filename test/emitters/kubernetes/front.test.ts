import { describe, expect, it } from "vitest";
import { manifests, section } from "./manifests.ts";

const routed = (more: string, keys = ""): Readonly<Record<string, string>> =>
  manifests(`apps: {web: {image: "nginx:1", port: 80, routes: [{host: shop.example.com}${keys}]}}\n${more}`);

describe("routes", () => {
  it("are served by the cluster's own controller", () => {
    expect(routed("")["web.ingress"]).toMatchInlineSnapshot(`
      "apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        labels:
          app.kubernetes.io/name: web
      spec:
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: web
                      port:
                        name: http
      "
    `);
  });

  it("of one host share a rule", () => {
    const text = routed("", ", {host: www.example.com}, {host: shop.example.com, path: /api}")["web.ingress"];
    expect(section(text, "rules")).toMatchInlineSnapshot(`
      "rules:
        - host: shop.example.com
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      name: http
              - path: /api
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      name: http
        - host: www.example.com
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      name: http"
    `);
  });

  it("take the class that is written", () => {
    expect(section(routed("ingress: {main: {class: nginx}}")["web.ingress"], "spec")).toContain(
      "ingressClassName: nginx",
    );
  });

  it("are served by each of several ingresses", () => {
    const files = routed("ingress: {inner: {class: nginx}, outer: {class: haproxy}}");
    expect(section(files["web-inner.ingress"], "metadata")).toMatchInlineSnapshot(`
      "metadata:
        name: web-inner
        labels:
          app.kubernetes.io/name: web"
    `);
    expect(files["web-outer.ingress"]).toContain("ingressClassName: haproxy");
  });

  it("are open to the world on the app's port", () => {
    expect(section(routed("")["web.network-policy"], "spec")).toMatchInlineSnapshot(`
      "spec:
        podSelector:
          matchLabels:
            app.kubernetes.io/name: web
        policyTypes:
          - Ingress
        ingress:
          - ports:
              - port: http"
    `);
  });
});

describe("a certificate", () => {
  it("of the provider is put into its Secret by those who deploy", () => {
    const files = routed("ingress: {main: {class: nginx, tls: shop}}\ntls: {shop: {}}");
    expect(section(files["web.ingress"], "annotations")).toMatchInlineSnapshot(`
      "annotations:
        nginx.ingress.kubernetes.io/ssl-redirect: "true""
    `);
    expect(section(files["web.ingress"], "tls")).toMatchInlineSnapshot(`
      "tls:
        - hosts:
            - shop.example.com
          secretName: shop-tls"
    `);
    expect(files.kustomization).toContain(
      "kubectl -n shop-dev create secret tls shop-tls --cert=shop.crt --key=shop.key",
    );
  });

  it("of Let's Encrypt is ordered by cert-manager, whose solver must be reached", () => {
    const files = routed(`
ingress: {main: {class: nginx, tls: shop}}
tls: {shop: {issuer: letsencrypt, email: ops@example.com, hosts: [www.example.com]}}`);
    expect(files["shop.certificate"]).toMatchInlineSnapshot(`
      "apiVersion: cert-manager.io/v1
      kind: Certificate
      metadata:
        name: shop
      spec:
        secretName: shop-tls
        dnsNames:
          - shop.example.com
          - www.example.com
        issuerRef:
          kind: Issuer
          name: shop
      "
    `);
    expect(files["shop.issuer"]).toMatchInlineSnapshot(`
      "apiVersion: cert-manager.io/v1
      kind: Issuer
      metadata:
        name: shop
      spec:
        acme:
          server: https://acme-v02.api.letsencrypt.org/directory
          email: ops@example.com
          privateKeySecretRef:
            name: shop-account
          solvers:
            - http01:
                ingress:
                  ingressClassName: nginx
      "
    `);
    expect(section(files["acme-solver.network-policy"], "spec")).toMatchInlineSnapshot(`
      "spec:
        podSelector:
          matchLabels:
            acme.cert-manager.io/http01-solver: "true"
        policyTypes:
          - Ingress
        ingress:
          - ports:
              - port: 8089"
    `);
    expect(files.kustomization).toContain("The cluster needs cert-manager");
  });

  it("leaves redirects to controllers that have no annotation for them", () => {
    const files = routed("ingress: {main: {class: traefik, tls: shop}}\ntls: {shop: {}}");
    expect(files["web.ingress"]).not.toContain("annotations");
    expect(files.kustomization).toContain(
      "Whether HTTP is redirected to HTTPS is a setting of the ingress controller.",
    );
  });
});

describe("who reaches an app", () => {
  const apps = `apps:
  api: {image: "api:1", port: 9090}
  web: {image: "web:1", env: {API: "\${apps.api.url}"}}
  worker: {image: "worker:1", consumes: [api]}
  other: {image: "other:1", port: 80}
`;

  it("is whoever refers to it", () => {
    expect(section(manifests(apps)["api.network-policy"], "ingress")).toMatchInlineSnapshot(`
      "ingress:
        - from:
            - podSelector:
                matchLabels:
                  app.kubernetes.io/name: web
            - podSelector:
                matchLabels:
                  app.kubernetes.io/name: worker
          ports:
            - port: http"
    `);
  });

  it("is nobody else", () => {
    const files = manifests(apps);
    expect(files).not.toHaveProperty(["other.network-policy"]);
    expect(section(files["default-deny.network-policy"], "spec")).toMatchInlineSnapshot(`
      "spec:
        podSelector: {}
        policyTypes:
          - Ingress"
    `);
  });

  it("is whom the firewall lets through", () => {
    const files = manifests(`${apps}
network: {main: {cidr: 10.20.0.0/16}}
firewall:
  metrics: {from: [internal, 203.0.113.0/24, apps.web], to: [other], allow: [9100, 8000-8010/udp]}`);
    expect(section(files["other.network-policy"], "ingress")).toMatchInlineSnapshot(`
      "ingress:
        - from:
            - ipBlock:
                cidr: "10.20.0.0/16"
            - ipBlock:
                cidr: "203.0.113.0/24"
            - podSelector:
                matchLabels:
                  app.kubernetes.io/name: web
          ports:
            - port: 9100
              protocol: TCP
            - port: 8000
              endPort: 8010
              protocol: UDP"
    `);
  });

  it("is everybody when the firewall says so", () => {
    const files = manifests(`${apps}\nfirewall: {open: {from: [any], to: [other], allow: [9100]}}`);
    expect(section(files["other.network-policy"], "ingress")).toMatchInlineSnapshot(`
      "ingress:
        - ports:
            - port: 9100
              protocol: TCP"
    `);
  });

  it("is not everybody when Kubernetes knows none of those let through", () => {
    const files = manifests(`${apps}
instances: {pool: {}}
network: {main: {}}
firewall: {closed: {from: [instances.pool], to: [other], allow: [9100]}}`);
    expect(files).not.toHaveProperty(["other.network-policy"]);
  });
});
