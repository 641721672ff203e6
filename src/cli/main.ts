#!/usr/bin/env node
import { loadProgram } from "./load-program.ts";
import { give } from "./streams.ts";
import { version } from "./version.ts";

const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) give(`${version}\n`);
else void loadProgram(__dirname).run(argv);
