import { describe, expect, it } from "vitest";
import { blocksOf } from "./job-of.ts";

const tagsOf = (routes: string, more = ""): readonly string[] => {
  const fragment = `vars: {host: shop.example.com}\napps: {web: {image: 'acme/web:1', port: 80, routes: ${routes}}}\n${more}`;
  return [...blocksOf("service", "web", fragment).matchAll(/"traefik(?:[^"\\]|\\.)*"/g)].map(([tag]) => tag);
};

describe("routes", () => {
  it("are tags for Traefik", () => {
    expect(tagsOf("[{host: shop.example.com}]")).toMatchInlineSnapshot(`
      [
        ""traefik.enable=true"",
        ""traefik.http.routers.web.rule=Host(\\"shop.example.com\\")"",
      ]
    `);
  });

  it("match a path where they have one", () => {
    expect(tagsOf("[{host: shop.example.com, path: /api}]")[1]).toMatchInlineSnapshot(
      `""traefik.http.routers.web.rule=Host(\\"shop.example.com\\") && PathPrefix(\\"/api\\")""`,
    );
  });

  it("are alternatives of one router", () => {
    expect(tagsOf("[{host: a.example.com, path: /api}, {host: b.example.com}]")[1]).toMatchInlineSnapshot(
      `""traefik.http.routers.web.rule=(Host(\\"a.example.com\\") && PathPrefix(\\"/api\\")) || Host(\\"b.example.com\\")""`,
    );
  });

  it("read their host from an input", () => {
    expect(tagsOf("[{host: '${vars.host}'}]")[1]).toMatchInlineSnapshot(
      `""traefik.http.routers.web.rule=Host(\${jsonencode(var.host)})""`,
    );
  });

  it("match any label for a star", () => {
    expect(tagsOf("[{host: '*.example.com'}]")[1]).toMatchInlineSnapshot(
      `""traefik.http.routers.web.rule=HostRegexp(\\"^[^.]+\\\\\\\\.example\\\\\\\\.com$\\")""`,
    );
  });

  it("are served with TLS by the proxy where an ingress has the certificate", () => {
    const ingress = "ingress: {main: {tls: shop}}\ntls: {shop: {issuer: letsencrypt, email: ops@example.com}}";
    expect(tagsOf("[{host: shop.example.com}]", ingress)[2]).toBe('"traefik.http.routers.web.tls=true"');
  });

  it("are served without where a balancer has it", () => {
    const balancer =
      "loadBalancer: {main: {tls: shop}}\ntls: {shop: {issuer: provider}}\ndns: {main: {domain: example.com}}";
    expect(tagsOf("[{host: shop.example.com}]", balancer)).toHaveLength(2);
  });
});
