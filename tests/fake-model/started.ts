// Fake model servers of one test file: whatever was started is closed after each test.
import { afterEach } from "vitest";
import { type FakeOptions, type FakeServer, startFakeModel } from "./server.ts";

/** Call it once a file, outside of tests. */
export function fakeModels(): (options?: FakeOptions) => Promise<FakeServer> {
  const servers: FakeServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (options) => {
    const server = await startFakeModel(options);
    servers.push(server);
    return server;
  };
}
