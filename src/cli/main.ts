#!/usr/bin/env node
// Starts kb. Each command's file is loaded when it is asked for.
import { setFlagsFromString } from "node:v8";
import { runProgram } from "./program.ts";

// By default V8 interprets a pattern once before it compiles it, and rearranges that first form at a cost that grows with the square of its length: of a changed article's run those were three tenths of a second.
setFlagsFromString("--no-regexp-tier-up");
// V8 optimises what ran for so many bytes of its code, 132 kB by default. Most of a short run is over by then, and was optimised, found to be otherwise and given up again, for a quarter of all that it cost; a long run hardly feels the difference.
setFlagsFromString("--interrupt-budget=1000000");

process.exitCode = await runProgram(process.argv.slice(2));
