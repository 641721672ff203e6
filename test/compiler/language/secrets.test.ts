import { describe, expect, it } from "vitest";
import { environmentIn, found, said } from "../../support/findings.ts";

const around = 'database: {main: {engine: postgres, version: "16"}}\nsecrets: {key: {env: KEY}, other: {env: OTHER}}';
const env = (value: string) => `${around}\napps: {a: {image: "a:1", env: {X: ${value}}}}`;
const secrets = (written: string) =>
  `database: {main: {engine: postgres, version: "16"}}\nsecrets: {a: {env: A}, s: ${written}}`;

describe("a secret", () => {
  it.each([
    ["{env: NAME}", { kind: "env", variable: "NAME" }],
    ["{file: secrets/key}", { kind: "file", path: "secrets/key" }],
    ["{vault: kv/shop}", { kind: "vault", path: "kv/shop" }],
    ["{generate: rsa}", { kind: "generate", form: "rsa" }],
    [
      "{from: database.main.password}",
      {
        kind: "from",
        text: { parts: [{ kind: "attribute", section: "database", name: "main", attribute: "password" }] },
      },
    ],
    ['{template: "a${secrets.a}"}', { kind: "template", text: { parts: ["a", { kind: "secret", name: "a" }] } }],
  ])("has one source: %s", (written, source) =>
    expect(environmentIn(secrets(written)).secrets[1]?.source).toMatchObject(source),
  );

  it.each([
    ["{}", "secret `s` has no source"],
    ["{description: d}", "secret `s` has no source"],
    ["{env: A, file: b}", "secret `s` has several sources: `env`, `file`"],
  ])("has neither none nor two: %s", (written, sentence) =>
    expect(said(secrets(written))).toEqual([
      `${sentence}; write exactly one of \`env\`, \`file\`, \`vault\`, \`generate\`, \`from\`, \`template\``,
    ]),
  );

  it.each([
    ["database.nope.password", "unknown-reference"],
    ["database.main.pass", "unknown-reference"],
    ["nope.main.password", "unknown-reference"],
    ["database.main.host", "secret-attribute"],
    ["database.main.version", "secret-attribute"],
  ])("is not made from %s", (from, code) => expect(found(secrets(`{from: ${from}}`))).toEqual([`${code} ${from}`]));

  it.each(["${secrets.key}", "${database.main.password}", "${database.main.url}"])(
    "fills a setting as a whole: %s",
    (written) => {
      expect(found(env(`"${written}"`))).toEqual([]);
      expect(found(env(`"x${written}"`))).toEqual([`secret-in-string "x${written}"`]);
      expect(found(env(`"${written}\${secrets.other}"`))).toHaveLength(1);
    },
  );

  it.each([
    'apps: {a: {image: "a:1", command: ["${secrets.key}"]}}',
    'apps: {a: {image: "a:1", args: ["--key=${secrets.key}"]}}',
    'apps: {a: {image: "a:1", port: 80, routes: [{host: "${secrets.key}"}]}}',
    'apps: {a: {image: "a:1", description: "${secrets.key}"}}',
    'apps: {a: {image: "a:${secrets.key}"}}',
    'outputs: {o: "${secrets.key}"}',
    'outputs: {o: "${database.main.password}"}',
    'vars: {v: "${secrets.key}"}',
    'instances: {m: {hostname: "${secrets.key}"}}',
  ])("stands nowhere else: %s", (spec) => expect(found(`${around}\n${spec}`)[0]).toMatch(/^secret-not-here "/));

  it("is not seen through another key either", () =>
    expect(found(`${env('"${secrets.key}"')}\noutputs: {o: "\${apps.a.env.X}"}`)).toEqual([
      'secret-not-here "${apps.a.env.X}"',
    ]));
});

describe("a credential in plain sight", () => {
  const withEnv = (entry: string) => `apps: {a: {image: "a:1", env: {${entry}}}}`;
  const aws = `AKIA${"Q7".repeat(8)}`;
  const github = `ghp_${"a1".repeat(18)}`;

  it.each([
    "DB_PASSWORD: hunter2",
    "password: hunter2",
    "PGPASSWD: 1234",
    "API_TOKEN: abc",
    "CLIENT_SECRET: abc",
    "apiKey: abc",
    "AWS_SECRET_ACCESS_KEY: abc",
    "PAYMENT_KEY: 4f9a8b7c6d5e4f3a2b1c",
    `X: ${aws}`,
    `X: "Bearer ${github}"`,
    "X: postgres://shop:hunter2@db/shop",
    'X: "-----BEGIN RSA PRIVATE KEY-----"',
  ])("is an error at its key: %s", (entry) =>
    expect(found(withEnv(entry))).toEqual([`secret-in-plain-sight ${entry.split(":")[0]}`]),
  );

  it.each([
    'DB_PASSWORD: "${secrets.key}"',
    'DB_PASSWORD: ""',
    "PASSWORD_FILE: /run/secrets/password",
    "TOKEN_URL: https://example.com/token",
    "SECRET_NAME: shop",
    "SORT_KEY: created_at",
    "MONKEY: banana",
    'X: "postgres://${database.main.user}@${database.main.host}/shop"',
    "X: https://example.com:8080/a@b",
  ])("is not %s", (entry) => expect(found(`${around}\n${withEnv(entry)}`)).toEqual([]));

  it.each([
    [`apps: {a: {image: "a:1", args: [x, ${github}]}}`, "args"],
    ["vars: {db_password: hunter2}", "db_password"],
    ["vars: {db_password: {default: hunter2}}", "default"],
    [`description: ${aws}`, "description"],
    [`x-note: ${aws}`, "x-note"],
  ])("is found anywhere: %s", (spec, key) => expect(found(spec)).toEqual([`secret-in-plain-sight ${key}`]));

  it("is named and not shown", () => {
    const sentences = said(withEnv(`X: ${github}`));
    expect(sentences[0]).toContain("a GitHub token stands here in plain sight");
    expect(sentences.join()).not.toContain(github);
  });
});
