// Obsidian Markdown to a syntax tree whose offsets hold in the text as given.
import type { Root } from "mdast";
import { mathFromMarkdown } from "mdast-util-math";
import { math } from "micromark-extension-math";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { maskComments } from "./mask.ts";
import { obsidianFromMarkdown, obsidianSyntax } from "./syntax.ts";

function remarkObsidian(this: Processor): undefined {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    math({ singleDollarTextMath: false }),
    obsidianSyntax(),
  ];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathFromMarkdown(), obsidianFromMarkdown()];
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml", "toml"])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkObsidian)
  .freeze();

/** Comments (%%…%%) and template tags are masked by FILLER characters, so that every offset holds. */
export function parseMarkdown(markdown: string): Root {
  return processor.parse(maskComments(markdown));
}
