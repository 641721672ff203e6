#!/usr/bin/env node
import { guardStreams } from "./streams.ts";
import { version } from "./version.ts";

const argv = process.argv.slice(2);

guardStreams();
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) process.stdout.write(`${version}\n`);
else await (await import("./program.ts")).run(argv);
