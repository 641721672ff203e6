import { describe, expect, it } from "vitest";
import { nginxChecks, nginxProxies } from "../../../src/emitters/parts/nginx-checks.ts";
import { nginxFiles } from "../../../src/emitters/parts/nginx-files.ts";
import { traced } from "../../../src/formats/origin.ts";
import { printDocument } from "../../../src/formats/print.ts";
import { type ReadStatement, readNginx } from "../../formats/nginx-reader.ts";
import { environmentOf } from "../../support/specc.ts";

const spec = (ingress: string, more = "", routes = "[{host: shop.example.com}]") => `
instances: {web: {image: ubuntu-24.04, count: 2}}
network: {main: {cidr: 10.20.0.0/16}}
apps:
  shop-front: {image: "ghcr.io/acme/shop:1.4.2", port: 8080, runsOn: web, routes: ${routes}}
ingress: {edge: {kind: nginx, runsOn: web${ingress}}}
${more}`;

/** The files of the proxy, each as text, with two copies behind it. */
function filesOf(fragment: string): Readonly<Record<string, string>> {
  const environment = environmentOf(fragment);
  const [proxy] = nginxProxies(environment);
  if (proxy === undefined) throw new Error("no nginx");
  const servers = [traced("10.20.0.4:8080"), traced("10.20.0.5:8080")];
  const backends = [...proxy.apps, ...proxy.artifactApps].map((app) => ({ app, servers }));
  const files = nginxFiles(environment, proxy, backends, "machine");
  return Object.fromEntries(files.map(({ path, document }) => [path, printDocument(document).text]));
}

const read = (files: Readonly<Record<string, string>>, path: string): readonly ReadStatement[] =>
  readNginx(files[path] ?? "");

describe("nginx before routed apps", () => {
  it("has a file for each host, which leads to the copies of its app", () => {
    const files = filesOf(spec(""));
    expect(Object.keys(files)).toEqual([
      "nginx.conf",
      "conf.d/default.conf",
      "conf.d/upstreams.conf",
      "conf.d/shop.example.com.conf",
    ]);
    expect(files["conf.d/upstreams.conf"]).toBe(`upstream shop-front {
    server 10.20.0.4:8080;
    server 10.20.0.5:8080;
    keepalive 16;
}
`);
    expect(files["conf.d/shop.example.com.conf"]).toBe(`server {
    listen 80;
    listen [::]:80;
    server_name shop.example.com;

    location / {
        proxy_pass http://shop-front;
    }
}
`);
  });

  it("answers nobody who asks for another host", () => {
    expect(filesOf(spec(""))["conf.d/default.conf"]).toContain("listen 80 default_server;");
    expect(filesOf(spec(""))["conf.d/default.conf"]).toContain("return 444;");
  });

  it("takes a path for whole names only", () => {
    const files = filesOf(spec("", "", "[{host: shop.example.com, path: /api}, {host: shop.example.com}]"));
    const [server] = read(files, "conf.d/shop.example.com.conf");
    const locations = server?.block?.filter(({ words }) => words[0] === "location").map(({ words }) => words.slice(1));
    expect(locations).toEqual([["/"], ["=", "/api"], ["/api/"]]);
  });

  it("lets only the networks of the spec to an internal route", () => {
    const text = filesOf(spec("", "", "[{host: shop.example.com, internal: true}]"))["conf.d/shop.example.com.conf"];
    expect(text).toContain("allow 10.20.0.0/16;\n        deny all;");
  });
});

describe("sticky sessions", () => {
  it("hash a cookie consistently, which a stock build accepts", () => {
    const files = filesOf(spec(", sticky: cookie"));
    expect(files["conf.d/upstreams.conf"]).toContain("hash $cookie_shop_front_replica$shop_front_choice consistent;");
    expect(files["conf.d/shop.example.com.conf"]).toContain("add_header Set-Cookie $shop_front_choice_cookie;");
  });

  it("are the module's where it is built in", () => {
    const files = filesOf(spec(", sticky: module"));
    expect(files["conf.d/upstreams.conf"]).toContain("sticky name=shop_front_replica path=/ httponly;");
    expect(files["conf.d/upstreams.conf"]).not.toContain("hash");
  });
});

describe("TLS", () => {
  const tls = (issuer: string) => filesOf(spec(", tls: shop", `tls: {shop: ${issuer}}`));

  it("redirects, and serves with the files of Let's Encrypt", () => {
    const text = tls("{issuer: letsencrypt, email: ops@example.com}")["conf.d/shop.example.com.conf"];
    expect(text).toContain("return 301 https://$host$request_uri;");
    expect(text).toContain("root /var/www/letsencrypt;");
    expect(text).toContain("listen 443 ssl http2;");
    expect(text).toContain("ssl_certificate /etc/letsencrypt/live/shop/fullchain.pem;");
    expect(text).toContain("add_header Strict-Transport-Security max-age=63072000 always;");
  });

  it("speaks HTTP/2 as the version of nginx says it", () => {
    const text = filesOf(
      spec(', tls: shop, version: "1.28"', "tls: {shop: {issuer: letsencrypt, email: ops@example.com}}"),
    )["conf.d/shop.example.com.conf"];
    expect(text).toContain("listen 443 ssl;");
    expect(text).toContain("http2 on;");
  });

  it("cannot be that of the provider", () => {
    const environment = environmentOf(spec(", tls: shop", "tls: {shop: {issuer: provider}}"));
    const codes = [...nginxChecks(nginxProxies(environment))].map(({ code }) => code);
    expect(codes).toEqual(["nginx-issuer"]);
  });
});

it("refuses a path with a dollar, which would be a variable", () => {
  const environment = environmentOf(spec("", "", '[{host: shop.example.com, path: "/a$$b"}]'));
  expect([...nginxChecks(nginxProxies(environment))].map(({ code }) => code)).toEqual(["nginx-text"]);
});
