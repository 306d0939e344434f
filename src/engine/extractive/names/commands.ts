// Commands that a short text runs in its code and names nowhere else: "mdfind" of "mdfind -name x | head".
import type { Document } from "../../../core/document.ts";
import { COINED } from "../background.ts";
import { usual } from "./made-up.ts";

/** Words of a text: a longer one says in its sentences what it runs. */
const SHORT = 600;
const SHELL = /^(?:bash|console|fish|sh|shell|shell-session|terminal|zsh)\b/iu;
/** "$ ", "~ % ", "(venv) $ " */
const PROMPT = /^(?:\(\S+\) |~ )?[$%] (?=\S)/u;
const RUN = /^(?:sudo )?([a-z][a-z0-9]+(?:[-._][a-z0-9]+)*)\s+(?=["'~./$]|-{1,2}\p{Alpha}|[\p{Alpha}\p{N}@])/u;
/** "npx terser in.js": what is run by another command. What is only installed, it may need. */
const BEHIND =
  /^(?:sudo )?(?:npx|uvx|venv|pipx run|python3? -m)(?: -{1,2}[\w-]+)* ([a-z][a-z0-9]+(?:[-._][a-z0-9]+)*)(?=\s|$)/u;
/** What most shells have. */
const USUAL =
  /^(?:apk|apt|apt-get|awk|brew|cargo|cat|cd|chmod|chown|conda|cp|curl|cut|del|diff|dir|docker|echo|env|exec|export|find|gem|git|go|grep|gunzip|gzip|head|heroku|kill|less|ln|ls|make|man|mkdir|more|mv|node|npm|npx|open|pip|pip3|pipenv|pipx|poetry|printf|ps|pwd|python|python3|pytest|rm|rsync|rustc|rustup|scp|sed|set|sh|sort|source|sqlite3|ssh|sudo|tail|tar|tee|time|touch|tr|uv|uvx|vim|wc|wget|which|xargs|yarn|zip|unzip)\d*(?:\.\d+)*$/u;

/** In the order in which they come; empty for a long text. */
export function commandsIn({ blocks, words }: Document): string[] {
  if (words > SHORT) return [];
  const found = blocks.flatMap((block) => {
    if (block.kind !== "code" || (block.lang && !SHELL.test(block.lang))) return [];
    const lines = block.text.split("\n").map((line) => line.trim());
    // Where some lines have a prompt, the others are what it printed.
    const prompted = lines.filter((line) => PROMPT.test(line));
    return (prompted.length > 0 ? prompted : block.lang ? lines : lines.slice(0, 1)).flatMap((line) => {
      const run = line.replace(PROMPT, "");
      const [, command = ""] = BEHIND.exec(run) ?? RUN.exec(run) ?? [];
      return command.length > 2 && !/[;{,:]$/u.test(run) && !USUAL.test(command) && usual(command) < COINED
        ? [command]
        : [];
    });
  });
  return [...new Set(found)];
}
