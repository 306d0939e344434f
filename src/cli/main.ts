#!/usr/bin/env node
// Starts kb. Each command's file is loaded when it is asked for.
import { runProgram } from "./program.ts";

process.exitCode = await runProgram(process.argv.slice(2));
