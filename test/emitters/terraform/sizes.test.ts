import { describe, expect, it } from "vitest";
import { blockOf, moduleOf } from "./module.ts";

const argument = (block: string, name: string): string | undefined => block.match(new RegExp(`${name} += "(.*)"`))?.[1];

const machine = (asked: string): string | undefined =>
  argument(blockOf(moduleOf(`instances: {web: ${asked}}`), 'resource "aws_instance" "web"'), "instance_type");

const database = (asked: string): string | undefined =>
  argument(
    blockOf(
      moduleOf(`database: {main: {engine: postgres, version: "16"${asked}}}`),
      'resource "aws_db_instance" "main"',
    ),
    "instance_class",
  );

describe("a machine", () => {
  it.each([
    ["{}", "t3.small"],
    ["{resources: {cpu: 1, memory: 512MiB}}", "t3.micro"],
    ["{resources: {cpu: 2, memory: 4GiB}}", "t3.medium"],
    ["{resources: {cpu: 2, memory: 9GiB}}", "r7i.large"],
    ["{resources: {cpu: 4, memory: 8GiB}}", "c7i.xlarge"],
    ["{resources: {cpu: 4500m}}", "c7i.2xlarge"],
    ["{resources: {memory: 200GiB}}", "r7i.8xlarge"],
    ["{size: m5.large}", "m5.large"],
  ])("that asks for %s is a %s", (asked, expected) => expect(machine(asked)).toBe(expected));
});

describe("a database", () => {
  it.each([
    ["", "db.t4g.micro"],
    [", resources: {cpu: 2, memory: 4GiB}", "db.t4g.medium"],
    [", resources: {cpu: 4, memory: 16GiB}", "db.m7g.xlarge"],
    [", resources: {memory: 16GiB}", "db.r7g.large"],
    [", size: db.t3.large", "db.t3.large"],
  ])("that asks for %s is a %s", (asked, expected) => expect(database(asked)).toBe(expected));
});
