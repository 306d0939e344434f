// Loaded before kb: writes down each connection that the process, or a child of it, tries to open.
import { appendFileSync } from "node:fs";
import net from "node:net";
import { isMainThread } from "node:worker_threads";

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const where =
    typeof first === "object" ? (first.path ?? `${first.host ?? "localhost"}:${first.port}`) : String(first);
  appendFileSync(process.env.KB_CONNECTIONS, `${where}\n`);
  return connect.apply(this, args);
};
if (isMainThread) appendFileSync(process.env.KB_CONNECTIONS, "");
