// Tests run side by side on two workers; none needs a network or a model.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { TZ: "Pacific/Auckland", NO_COLOR: "1" },
  },
});
