import { planSchema, type Plan } from "../../src/plan";

/** A made plan of a given size: `rows` indicators, and a budget of `rows` lines, half items and half sources, both reaching the total. */
export function bigPlan(rows: number): Plan {
  const half = Math.max(1, Math.floor(rows / 2));
  const amounts = Array.from({ length: half }, (_, index) => (1000 + ((index * 7919) % 90_000)) * 1_000_000);
  const total = amounts.reduce((all, amount) => all + amount, 0);
  const lines = (["item", "source"] as const).flatMap((kind) =>
    amounts.map((amount, index) => ({
      number: `${kind === "item" ? "A" : "B"}.${index + 1}`,
      label: `Nội dung ${kind} ${index + 1}`,
      kind,
      parent: "T",
      of: null,
      amount,
      where: "x",
    })),
  );
  return planSchema.parse({
    id: `big-${rows}`,
    title: `Kế hoạch thử ${rows} dòng`,
    issuer: "Cơ quan thử",
    number: null,
    date: null,
    period: { from: 2021, to: 2025 },
    indicators: Array.from({ length: rows }, (_, index) => ({
      code: `x${index + 1}`,
      name: `Tỷ lệ thử nghiệm số ${index + 1}`,
      group: null,
      unit: "%",
      direction: "up",
      baseline: null,
      baselineYear: null,
      ratio: { numerator: "Số đạt", denominator: "Tổng số" },
      targets: [{ year: 2025, comparator: index % 2 ? ">" : "=", value: 30 + (index % 60), value2: null, unit: "%", text: "x" }],
      where: "x",
    })),
    budgets: [
      {
        id: "kinh-phi",
        title: "Kinh phí",
        unit: "trieu-dong",
        lines: [{ number: "T", label: "Tổng", kind: "total", parent: null, of: null, amount: total, where: "x" }, ...lines],
      },
    ],
    tasks: [],
    notes: [],
  });
}
