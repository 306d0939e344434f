// Writes templates/vault.schema.json from the settings' schema: what editors show for vault.config.json of this repository.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, setUp } from "./set-up.mjs";

setUp();
const { settingsSchema } = await import(join(ROOT, "dist", "vault", "settings-schema.js"));
writeFileSync(join(ROOT, "templates", "vault.schema.json"), `${JSON.stringify(settingsSchema(), null, 2)}\n`);
