import { catalogue, type Plan, type PlanIndicator } from "../../src/plan";

type Made = Pick<PlanIndicator, "code" | "name" | "unit" | "direction"> & {
  readonly target: number;
  readonly comparator: ">=" | "<=";
  readonly ratio?: PlanIndicator["ratio"];
};

const made: readonly Made[] = [
  { code: "giuong", name: "Số giường bệnh", unit: "giường bệnh", direction: "up", comparator: ">=", target: 10 },
  { code: "luot", name: "Số lượt khám bệnh", unit: "lượt", direction: "up", comparator: ">=", target: 1000 },
  { code: "thu", name: "Thu dịch vụ", unit: "triệu đồng", direction: "up", comparator: ">=", target: 5 },
  {
    code: "bhyt",
    name: "Tỷ lệ dân số tham gia bảo hiểm y tế",
    unit: "%",
    direction: "up",
    comparator: ">=",
    target: 95,
    ratio: { numerator: "Số người tham gia", denominator: "Dân số" },
  },
  {
    code: "bac-sy",
    name: "Số bác sỹ trên vạn dân",
    unit: "bác sỹ/vạn dân",
    direction: "up",
    comparator: ">=",
    target: 8,
    ratio: { numerator: "Số bác sỹ", denominator: "Dân số" },
  },
  {
    code: "tu-vong",
    name: "Tỷ suất tử vong trẻ em dưới 1 tuổi",
    unit: "‰",
    direction: "down",
    comparator: "<=",
    target: 15,
    ratio: { numerator: "Số trẻ tử vong", denominator: "Số trẻ sinh ra sống" },
  },
  { code: "tuoi-tho", name: "Tuổi thọ trung bình", unit: "tuổi", direction: "up", comparator: ">=", target: 70 },
  { code: "hang", name: "Xếp hạng chuyển đổi số", unit: "thứ hạng", direction: "down", comparator: "<=", target: 100 },
];

const lines = (years: number, { code, name, unit, direction, comparator, target, ratio = null }: Made): PlanIndicator => ({
  code, name, group: null, unit, direction, baseline: null, baselineYear: null, ratio, where: "-",
  targets: [{ year: years, comparator, value: target, value2: null, unit, text: `${comparator} ${target}` }],
});

/** The plan that the communes of a made province report on: the tables of a plan of the catalogue, and indicators of every kind of unit. */
export function provincePlan(without: readonly string[] = []): Plan {
  const plan = catalogue.find(({ id }) => id === "lai-chau-2021-2025");
  if (!plan) throw new Error("no plan");
  const words = plan.indicators.slice(0, 2);
  const own = made.filter(({ code }) => !without.includes(code)).map((one) => lines(plan.period.to, one));
  return { ...plan, indicators: [...words.map((one) => ({ ...one, group: null })), ...own] };
}

export const INDICATORS = made;
