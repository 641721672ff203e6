import { describe, expect, it } from "vitest";
import { environmentOf, specc } from "../../support/specc.ts";

const rest =
  'vars: {copies: 2}, apps: {web: {image: "a:1", replicas: "${vars.copies}"}}, environments: {dev: {}, prod: {}}';

const operationOf = (operation: string) => environmentOf(`{operations: {main: ${operation}}, ${rest}}`).operations[0];

const codesOf = (operation: string) =>
  specc(`{operations: {main: ${operation}}, ${rest}}`).diagnostics.map(({ code }) => code);

const actionOf = (step: string) => operationOf(`{args: [n], steps: [${step}]}`)?.steps[0]?.action;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("an operation", () => {
  it("is its steps in order", () =>
    expect(operationOf("[{terraform: plan}, {terraform: apply}]")?.steps.map(({ action }) => plain(action))).toEqual([
      { kind: "terraform", verb: { value: "plan" } },
      { kind: "terraform", verb: { value: "apply" } },
    ]));

  it("is done where it says, and each step where that says", () =>
    expect(
      operationOf("{at: prod, steps: [{terraform: plan}, {terraform: apply, at: dev}]}")?.steps.map(
        ({ environment }) => environment?.value,
      ),
    ).toEqual(["prod", "dev"]));
});

describe("a step", () => {
  it.each([
    ["{start: web}", { kind: "start", of: { value: { kind: "element", section: "apps", name: "web" } } }],
    ["{start: all}", { kind: "start", of: { value: { kind: "all" } } }],
    ["{stop: args.n}", { kind: "stop", of: { value: { kind: "argument", name: "n" } } }],
    ["{nomad: run}", { kind: "nomad", verb: { value: "run" }, of: { value: { kind: "all" } } }],
    [
      "{setVar: {name: copies, argument: n}}",
      { kind: "setVar", variable: "copies", to: { kind: "argument", name: "n" } },
    ],
  ])("%s means %j", (step, expected) => expect(plain(actionOf(step))).toEqual(expected));

  it.each([
    ["{}", "step-actions"],
    ["{terraform: plan, start: web}", "step-actions"],
    ["{start: web, of: web}", "step-modifier"],
    ["{start: nobody}", "unknown-element"],
    ["{stop: args.m}", "unknown-argument"],
    ["{run: nothing}", "unknown-operation"],
    ["{run: main}", "operation-cycle"],
    ["{terraform: plan, at: test}", "unknown-environment"],
    ["{setVar: {name: copies}}", "new-value"],
    ["{setVar: {name: nothing, to: 2}}", "unknown-variable"],
  ])("%s is reported as %s", (step, code) => expect(codesOf(`{args: [n], steps: [${step}]}`)).toEqual([code]));
});
