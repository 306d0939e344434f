import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, periodOf } from "../../src/text/periods.ts";

const TODAY = "2026-03-31";

describe("a stretch of time in words", () => {
  it.each([
    ["in 2024", { from: "2024", until: "2024", label: "2024" }],
    ["May 2024", { from: "2024-05", until: "2024-05", label: "2024-05" }],
    ["since June 2025", { from: "2025-06", label: "since 2025-06" }],
    ["after 2024", { from: "2025", label: "after 2024" }],
    ["before 2024-01", { until: "2023-12", label: "before 2024-01" }],
    ["between 2016 and 2018", { from: "2016", until: "2018", label: "2016 to 2018" }],
    ["last year", { from: "2025", until: "2025", label: "2025" }],
    ["last month", { from: "2026-02", until: "2026-02", label: "2026-02" }],
    ["this month", { from: "2026-03", until: "2026-03", label: "2026-03" }],
    ["in the past 30 days", { from: "2026-03-01", label: "since 2026-03-01" }],
    ["over the last month", undefined],
    ["yesterday", { from: "2026-03-30", until: "2026-03-30", label: "2026-03-30" }],
    ["2024年5月", { from: "2024-05", until: "2024-05", label: "2024-05" }],
    ["in Rust 2018", undefined],
  ])("%s", (text, expected) => {
    expect(periodOf(text, TODAY)).toEqual(expected);
  });

  it("counts months back to a day that is there", () => {
    expect(periodOf("the last two months", "2026-04-30")?.from).toBe("2026-02-28");
  });

  it("holds dates by what is known of them", () => {
    const since = { from: "2024-06", label: "" };
    expect(covers(since, "2024-06-01")).toBe(true);
    expect(covers(since, "2024-05-31")).toBe(false);
    expect(covers(since, "2024")).toBe(false);
    expect(covers(since, undefined)).toBe(false);
  });

  it("before and after share nothing and leave out the time itself", () => {
    const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [one, other] = [a, b].map((date) => date.toISOString().slice(0, 10));
        const [before, within, after] = ["before", "in", "after"].map((word) => periodOf(`${word} ${one}`));
        const held = [before, within, after].map((period) => period !== undefined && covers(period, other));
        expect(held.filter(Boolean)).toHaveLength(1);
      }),
    );
  });
});
