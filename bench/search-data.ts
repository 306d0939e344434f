// The search and question sets of KB_BENCH_DATA as documents and queries.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const DATA = process.env.KB_BENCH_DATA ?? join(process.cwd(), "../shared/data");

export interface BenchDocument {
  readonly id: string;
  /** Empty where the set has none. */
  readonly title: string;
  readonly text: string;
}

export interface BenchQuery {
  readonly text: string;
  /** Ids of documents that answer it. */
  readonly relevant: ReadonlySet<string>;
}

export interface SearchSet {
  readonly documents: readonly BenchDocument[];
  readonly queries: readonly BenchQuery[];
}

const textOf = (path: string): string => readFileSync(join(DATA, path), "utf8");

export function cranfield(): SearchSet {
  const field = (doc: string, tag: string): string =>
    (new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(doc)?.[1] ?? "").trim().replace(/\s+/g, " ");
  const documents = [...textOf("search/cran.all.1400.xml").matchAll(/<doc>([\s\S]*?)<\/doc>/g)].map(([, doc = ""]) => {
    const title = field(doc, "title");
    return { id: field(doc, "docno"), title, text: field(doc, "text") };
  });
  const relevant = new Map<string, Set<string>>();
  for (const line of textOf("search/cranqrel.trec.txt").split("\n")) {
    const [query = "", , doc = "", grade = "0"] = line.trim().split(/\s+/);
    if (Number(grade) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(doc));
  }
  const titles = [...textOf("search/cran.qry.xml").matchAll(/<title>([\s\S]*?)<\/title>/g)];
  // The n-th query of the file has id n, whatever its <num> says.
  const queries = titles.map(([, text = ""], i) => ({
    text: text.trim().replace(/\s+/g, " "),
    relevant: relevant.get(String(i + 1)) ?? new Set<string>(),
  }));
  return { documents, queries: queries.filter((query) => query.relevant.size > 0) };
}

interface SciFactDocument {
  readonly doc_id?: number;
  readonly id?: string;
  readonly title: string;
  readonly abstract?: readonly string[];
  readonly text?: string;
}

export function scifact(): SearchSet {
  const lines = gunzipSync(readFileSync(join(DATA, "search/scifact/corpus.jsonl.gz")))
    .toString("utf8")
    .trim()
    .split("\n");
  const documents = lines.map((line) => {
    const doc = JSON.parse(line) as SciFactDocument;
    return { id: String(doc.doc_id ?? doc.id), title: doc.title, text: doc.abstract?.join(" ") ?? doc.text ?? "" };
  });
  const claims = textOf("search/scifact/claims-train.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; claim: string; cited_doc_ids: string[] });
  const queries = new Map<string, { text: string; relevant: Set<string> }>();
  for (const { id, claim, cited_doc_ids } of claims) {
    const query = queries.get(id) ?? { text: claim, relevant: new Set<string>() };
    for (const doc of cited_doc_ids) query.relevant.add(String(doc));
    queries.set(id, query);
  }
  return { documents, queries: [...queries.values()] };
}

/** The documents that answer a query, then others in their order, `count` in all; every query stays answerable. */
export function firstOf({ documents, queries }: SearchSet, count: number): SearchSet {
  const needed = new Set(queries.flatMap(({ relevant }) => [...relevant]));
  const first = [
    ...documents.filter(({ id }) => needed.has(id)),
    ...documents.filter(({ id }) => !needed.has(id)),
  ].slice(0, count);
  const there = new Set(first.map(({ id }) => id));
  return { documents: first, queries: queries.filter(({ relevant }) => [...relevant].every((id) => there.has(id))) };
}

export interface Question extends BenchQuery {
  readonly answers: readonly string[];
  /** XQuAD: number of its article. */
  readonly article: number;
}

export interface QuestionSet extends SearchSet {
  readonly queries: readonly Question[];
}

export function hotpot(): QuestionSet {
  const corpus = JSON.parse(textOf("qa/hotpotqa-100-corpus.json")) as Record<string, readonly string[] | string>;
  const documents = Object.entries(corpus).map(([title, text]) => ({
    id: title,
    title,
    text: typeof text === "string" ? text : text.join(""),
  }));
  const items = JSON.parse(textOf("qa/hotpotqa-100.json")) as {
    question: string;
    answer: string;
    supporting_facts: [string, number][];
  }[];
  const queries = items.map((item, article) => ({
    text: item.question,
    answers: [item.answer],
    article,
    relevant: new Set(item.supporting_facts.map(([title]) => title)),
  }));
  return { documents, queries };
}

interface XquadFile {
  readonly data: readonly {
    title?: string;
    paragraphs: readonly {
      context: string;
      qas: readonly { question: string; answers: readonly { text: string }[] }[];
    }[];
  }[];
}

/** Paragraphs as documents; `articles` has the same text an article at a time. */
export function xquad(language: "en" | "zh"): QuestionSet & { readonly articles: readonly BenchDocument[] } {
  const { data } = JSON.parse(textOf(`qa/xquad.${language}.json`)) as XquadFile;
  const documents: BenchDocument[] = [];
  const queries: Question[] = [];
  const articles = data.map(({ title, paragraphs }, article) => {
    paragraphs.forEach(({ context, qas }, i) => {
      const id = `${article}-${i}`;
      documents.push({ id, title: "", text: context });
      for (const { question, answers } of qas) {
        queries.push({ text: question, article, answers: answers.map(({ text }) => text), relevant: new Set([id]) });
      }
    });
    return {
      id: String(article),
      title: (title ?? `Article ${article + 1}`).replaceAll("_", " "),
      text: paragraphs.map(({ context }) => context).join("\n\n"),
    };
  });
  return { documents, queries, articles };
}
