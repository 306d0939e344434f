// Benches are compiled into a folder of their own: what the program ships beside its code is put there too.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

cpSync(join(process.cwd(), "templates"), fileURLToPath(new URL("../templates/", import.meta.url)), { recursive: true });
