// The thread that takes notes beside the program: one document after the other, as they are sent.
import { parentPort, workerData } from "node:worker_threads";
import { lookedUp, rememberLookedUp } from "../engine/extractive/definitions/kinds.ts";
import { extractiveEngine } from "../engine/extractive/engine.ts";
import type { AsideReply, AsideRequest, AsideStart } from "./note-aside.ts";
import { noteOfDocument } from "./note-document.ts";

const { limits, known } = workerData as AsideStart;
const engine = extractiveEngine(limits);
rememberLookedUp(known);

async function answerTo({ id, work }: AsideRequest): Promise<AsideReply> {
  if (!work) return { id, known: lookedUp() };
  // A document that fails here fails in the program too, which then says why.
  const note = await noteOfDocument(engine, work).catch(() => undefined);
  return note ? { id, note } : { id };
}

parentPort?.on("message", (request: AsideRequest) => {
  void answerTo(request).then((reply) => parentPort?.postMessage(reply));
});
