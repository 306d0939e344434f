// Code of a source as a block in a page: shown as written, never run.

export const PLUGIN_CODE = /^(?:dataview|dataviewjs|templater|tasks|query|button|meta-bind)/i;

/** `lang` is what the source calls its language. */
export function fencedCode(code: string, lang = ""): string {
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const named = PLUGIN_CODE.test(lang) ? "" : lang.replace(/[^\w+#.-]/g, "");
  // "`= …`" is a query of Dataview wherever it stands.
  return `${fence}${named}\n${code.replace(/`(?=\$?=)/g, "` ").trimEnd()}\n${fence}`;
}
