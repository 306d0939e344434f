// Under which heading of the index a topic is listed.
import type { Topic } from "../core/topic.ts";
import type { IndexSection } from "./index-page.ts";

export function sectionOf(topic: Topic): IndexSection {
  if (topic.type === "concept") return "Concepts";
  if (topic.type === "method") return "Methods";
  switch (topic.kind) {
    case "person":
      return "People";
    case "organisation":
      return "Organisations";
    case "product":
      return "Products";
    case "project":
      return "Projects";
    case "place":
      return "Places";
    case "work":
      return "Works";
    case "event":
      return "Events";
    case undefined:
      return "Entities";
  }
}
