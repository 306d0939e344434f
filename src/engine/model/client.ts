// What every kind of model server can do, in one shape, so that the rest never asks which kind it is.

export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
  /** Pictures that go with it, base64. */
  readonly images?: readonly string[];
}

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly schema: JsonSchema;
  /** Room for the reply, tokens. */
  readonly maxTokens: number;
  readonly seed: number;
}

export interface ChatReply {
  readonly text: string;
  /** "repetition": cut by us, since the same words came without end. */
  readonly finish: "stop" | "length" | "repetition";
  /** 0 where the server does not count. */
  readonly tokensIn: number;
  readonly tokensOut: number;
}

export interface ModelInfo {
  readonly name: string;
  /** Number of parameters, 0 when nobody says. */
  readonly parameters: number;
  /** Longest context it was made for, tokens; 0 when nobody says. */
  readonly context: number;
  readonly embeds: boolean;
  /** It can be shown pictures; undefined where nobody says. */
  readonly sees?: boolean;
}

export interface Client {
  readonly url: string;
  models(signal: AbortSignal | undefined): Promise<readonly ModelInfo[]>;
  /** More about one model, where the server has more to say. */
  describe(model: ModelInfo, signal: AbortSignal | undefined): Promise<ModelInfo>;
  /** `heard` is told what has come so far, as it comes. */
  chat(request: ChatRequest, signal: AbortSignal | undefined, heard?: (text: string) => void): Promise<ChatReply>;
  embed(
    model: string,
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly (readonly number[])[]>;
}

/** Options that hold for every request of a run: changing them between calls makes Ollama load the model anew. */
export interface ClientOptions {
  readonly contextTokens: number;
  readonly keepAlive: string | number;
  readonly threads: number | undefined;
  readonly apiKey: string | undefined;
}
