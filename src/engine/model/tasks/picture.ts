// What does a picture show? A model's word for it, told as such: there is nothing that it could be checked against.
import { z } from "zod";
import type { PictureToSee } from "../../../core/engine.ts";
import { addressesAModel } from "../../../text/injection.ts";
import { sentencesOf } from "../../../text/sentences.ts";
import type { TaskSetting } from "./setting.ts";

const SHOWN = z.object({ shows: z.string() });
const MOST_SENTENCES = 3;
/** Of the words recognised in it, UTF-16 code units: enough to help, whatever the context. */
const MOST_TEXT = 1500;

/** Undefined where the model gives no usable reply; what speaks to a model, or breaks off, is left out. */
export async function describePicture(
  setting: TaskSetting,
  { name, bytes, text }: PictureToSee,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const reply = await setting.asker.ask(
    {
      prompt: "picture",
      model: setting.model.name,
      schema: SHOWN,
      maxTokens: 240,
      variables: { name, text: text.slice(0, MOST_TEXT) },
      pictures: [Buffer.from(bytes).toString("base64")],
    },
    signal,
  );
  if (reply.kind !== "whole") return undefined;
  const said = reply.value.shows.replace(/\s+/gu, " ").trim();
  const sentences = sentencesOf(said)
    .map(({ start, end }) => said.slice(start, end).trim())
    .filter((sentence) => /[.!?。！？”"]$/u.test(sentence) && !addressesAModel(sentence));
  return sentences.length === 0 ? undefined : sentences.slice(0, MOST_SENTENCES).join(" ");
}
