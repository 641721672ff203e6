import { describe, expect, it } from "vitest";
import { literal } from "../../../src/compiler/environment/text.ts";
import { environmentIn, found, said } from "../../support/findings.ts";
import { environmentOf } from "../../support/specc.ts";

const app = (keys: string) => `apps: {a: {image: "a:1", ${keys}}}`;
const health = (key: string) => app(`port: 80, health: {${key}}`);
const network = (cidr: string) => `network: {main: {cidr: ${cidr}}}`;
const backup = (schedule: string) =>
  `database: {main: {engine: postgres, version: "16"}}\nbackup: {b: {of: main, schedule: "${schedule}"}}`;
const firewall = (port: string) => `${app("port: 80")}\nfirewall: {f: {from: [any], to: [apps.a], allow: [${port}]}}`;

describe("a duration", () => {
  it.each([
    ["500ms", 500],
    ["60s", 60_000],
    ["5m", 300_000],
    ["24h", 86_400_000],
    ["7d", 604_800_000],
  ])("%s is %d milliseconds", (written, milliseconds) =>
    expect(environmentOf(health(`grace: ${written}`)).apps[0]?.health?.grace.value).toBe(milliseconds),
  );

  it.each(["5 s", "1.5m", "5", "s", "5S", "-5s", "5min"])("is not %s", (written) =>
    expect(found(health(`grace: "${written}"`))).toEqual([`malformed-value "${written}"`]),
  );

  it("needs its unit", () =>
    expect(said(health("interval: 5"))).toEqual([
      "`5` stands where a text is expected; how often it is asked: a number and `ms`, `s`, `m`, `h` or `d`, for example `60s`",
    ]));
});

describe("a size", () => {
  it.each([
    ["1KiB", 1024],
    ["256MiB", 268_435_456],
    ["2GiB", 2_147_483_648],
    ["1TiB", 1_099_511_627_776],
  ])("%s is %d bytes", (written, bytes) =>
    expect(environmentOf(app(`resources: {memory: ${written}}`)).apps[0]?.resources.memory?.value).toBe(bytes),
  );

  it.each(["256MB", "256Mi", "0MiB", "1.5GiB", "GiB"])("is not %s", (written) =>
    expect(found(app(`resources: {memory: ${written}}`))).toEqual([`malformed-value ${written}`]),
  );
});

describe("cores", () => {
  it.each([
    ["2", 2000],
    ["0.5", 500],
    ["250m", 250],
  ])("%s is %d thousandths", (written, thousandths) =>
    expect(environmentOf(app(`resources: {cpu: ${written}}`)).apps[0]?.resources.cpu?.value).toBe(thousandths),
  );

  it("are more than none", () => expect(found(app("resources: {cpu: 0}"))).toEqual(["out-of-range 0"]));
});

describe("a share", () => {
  it("is a percentage up to 100", () => {
    expect(environmentOf(`${app("")}\nscaling: {a: {max: 2, cpu: 60%}}`).apps[0]?.scaling?.cpu.value).toBe(60);
    expect(found(`${app("")}\nscaling: {a: {max: 2, cpu: 101%}}`)).toEqual(["malformed-value 101%"]);
  });
});

describe("a port", () => {
  it.each([
    ["8080", { from: 8080, to: 8080, protocol: "tcp" }],
    ["53/udp", { from: 53, to: 53, protocol: "udp" }],
    ["8000-8010/tcp", { from: 8000, to: 8010, protocol: "tcp" }],
  ])("is written %s", (written, range) =>
    expect(environmentOf(firewall(written)).firewall[0]?.allow[0]?.value).toEqual(range),
  );

  it.each(["0/tcp", "65536/tcp", "80/icmp", "80-", "08/tcp"])("is not %s", (written) =>
    expect(found(firewall(written))).toEqual([`malformed-value ${written}`]),
  );

  it("of a range comes before its last", () => {
    expect(found(firewall("9-3/tcp"))).toEqual(["malformed-value 9-3/tcp"]);
    expect(said(firewall("9-3/tcp"))[0]).toContain("for example `3-9/tcp`");
  });

  it.each(["65536/http", "0/http", "80/ftp", "80"])("that a balancer listens on is not %s", (written) =>
    expect(
      found(`${app("port: 80, routes: [{host: a.example.com}]")}\nloadBalancer: {l: {listen: ["${written}"]}}`),
    ).toEqual([`malformed-value "${written}"`]),
  );
});

describe("a range of addresses", () => {
  it.each(["10.20.0.0/16", "0.0.0.0/0", "255.255.255.255/32"])("is %s", (cidr) =>
    expect(found(network(cidr))).toEqual([]),
  );

  it.each(["10.256.0.0/16", "10.20.0.0/33", "10.20.0/16", "10.20.0.0", "010.0.0.0/8"])("is not %s", (cidr) =>
    expect(found(network(cidr))).toEqual([`malformed-value ${cidr}`]),
  );

  it.each([
    ["10.20.0.1/16", "10.20.0.0/16"],
    ["10.20.255.255/12", "10.16.0.0/12"],
    ["192.0.2.130/25", "192.0.2.128/25"],
    ["255.255.255.255/0", "0.0.0.0/0"],
  ])("has no host bits: %s is in %s", (cidr, right) =>
    expect(said(network(cidr))).toEqual([
      `\`${cidr}\` is an address inside a range, not a range; the network is \`${right}\``,
    ]),
  );

  it("has no host bits in a firewall either", () =>
    expect(found(firewall("80").replace("any", "10.0.0.1/8"))).toEqual(["address-host-bits 10.0.0.1/8"]));
});

describe("a schedule", () => {
  it.each(["* * * * *", "*/5 0-23/2 1,15 * mon-fri", "59 23 31 12 7", "0 0 * JAN SUN"])("is %s", (schedule) =>
    expect(found(backup(schedule))).toEqual([]),
  );

  it.each([
    ["60 * * * *", "the minute goes from 0 to 59"],
    ["* 24 * * *", "the hour goes from 0 to 23"],
    ["* * 0 * *", "the day of the month goes from 1 to 31"],
    ["* * * 13 *", "the month goes from 1 to 12"],
    ["* * * * 8", "the day of the week goes from 0 to 7"],
    ["5-1 * * * *", "the range `5-1` of the minute ends before it begins"],
    ["*/0 * * * *", "the step of the minute is at least 1"],
    ["* * * foo *", "the month goes from 1 to 12"],
    ["1,,2 * * * *", "`` is no minute"],
    ["*-5 * * * *", "`*-5` is no minute"],
  ])("is not %s: %s", (schedule, reason) =>
    expect(said(backup(schedule))).toEqual([`\`${schedule}\` is not a valid schedule; ${reason}`]),
  );

  it.each(["* * * *", "* * * * * *", "@daily", "every day"])("has five fields: %s", (schedule) =>
    expect(found(backup(schedule))).toEqual([`malformed-value "${schedule}"`]),
  );
});

describe("a text", () => {
  it.each([
    ["16", '`16` stands where a text is expected; quote it: `"16"`'],
    ["1.10", '`1.1` stands where a text is expected; quote it: `"1.10"`'],
  ])("needs quotes where YAML reads %s as a number", (written, sentence) =>
    expect(said(`database: {main: {engine: postgres, version: ${written}}}`)).toEqual([sentence]),
  );

  it("needs quotes at its variable too", () =>
    expect(said("vars: {v: 16}\ndatabase: {main: {engine: postgres, version: '${vars.v}'}}")).toEqual([
      '`16` stands where a text is expected; quote it: `"16"`',
    ]));
});

describe("a switch", () => {
  it.each([
    ["yes", "true"],
    ["on", "true"],
    ["No", "false"],
    ["off", "false"],
  ])("is not %s", (written, meant) =>
    expect(said(`database: {main: {engine: postgres, version: "16", ha: ${written}}}`)).toEqual([
      `\`${written}\` stands where \`true\` or \`false\` is expected; write \`${meant}\``,
    ]),
  );
});

describe("a number", () => {
  it("stands without quotes", () =>
    expect(said(app('replicas: "2"'))).toEqual([
      "`2` stands where a whole number is expected; write it without quotes: `2`",
    ]));

  it("is within limits", () => expect(said(app("port: 65536"))).toEqual(["`65536` must be at most 65535"]));
});

describe("a list", () => {
  it("is not one item", () =>
    expect(said(app("command: run"))).toEqual(["`run` stands where a list is expected; write `[run]`"]));
});

describe("a setting", () => {
  const settings = (env: string) =>
    environmentIn(app(`env: ${env}`)).apps[0]?.env.map(({ name, value }) => `${name}=${literal(value).value}`);

  it("is passed on as it is written", () =>
    expect(settings("{A: True, B: 0x10, C: 1e3, D: +5, E: 010, F: '1', G: no, H: 12:30}")).toEqual([
      "A=True",
      "B=0x10",
      "C=1e3",
      "D=+5",
      "E=010",
      "F=1",
      "G=no",
      "H=12:30",
    ]));

  it("is no fraction, list or map, and nothing is no value", () => {
    expect(found(app("env: {A: 1.5, B: [1], C: {d: 1}}"))).toEqual([
      "wrong-type 1.5",
      "wrong-type [1]",
      "wrong-type {d: 1}",
    ]);
    expect(found(app("env: {A: }"))).toEqual(["nothing-to-delete A"]);
  });
});

describe("a host", () => {
  it.each(["shop.example.com", "*.example.com", "a", "_x.example.com."])("is %s", (host) =>
    expect(found(app(`port: 80, routes: [{host: "${host}"}]`))).toEqual([]),
  );

  it.each(["Shop.example.com", "a..b", "a b", "http://a", "a.*.b", "", ".a"])("is not %s", (host) =>
    expect(found(app(`port: 80, routes: [{host: "${host}"}]`))).toEqual([`malformed-value "${host}"`]),
  );
});
