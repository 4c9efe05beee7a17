import { ownTargets, type Plan, type PlanIndicator, type PlanTarget } from "../../src/plan/model";
import { readUnit } from "../../src/quantity";
import type { Problem } from "./json";

/** "Tất cả các cơ sở", "mỗi trường", "đều có", "đến từng người dân"; "từng bước" is none of them. */
const ALL = /(?<!\p{L})(tất cả|toàn bộ|mọi|mỗi|đều|từng(?! bước))(?!\p{L})/iu;
/** What is counted, compared or measured has a unit, whether or not its target is a number. */
const MEASURED = /^((tỷ|tỉ) (lệ|suất|số|trọng)|tốc độ|số|tuổi thọ|chiều cao|mức sinh|quy mô)(?!\p{L})/iu;
const CYCLE = /(?<!\p{L})chu kỳ(?!\p{L})/iu;
/** "tháng/lần": so many months are the time of a task. */
const CYCLE_UNIT = /\/\s*lần$/iu;
const KEPT_WHOLE = /(?<!\p{L})duy trì (?:tỷ lệ |tỉ lệ )?100\s*%/iu;

/** Whether words say the whole of what an indicator names, and the data says it in numbers: = 100 %. */
export function isWhole({ comparator, value, value2, unit, text }: PlanTarget): boolean {
  return comparator === "=" && value === 100 && value2 === null && unit === "%" && ALL.test(text);
}

/** What can be held of the rule of seeds/README.md, "What is an indicator". */
export function indicatorProblems({ indicators }: Plan): Problem[] {
  return [...indicators.flatMap(problemsOf), ...repeated(indicators)];
}

function problemsOf(indicator: PlanIndicator, row: number): Problem[] {
  const { code, name, unit, baseline } = indicator;
  const at = `indicators[${row}]`;
  const targets = ownTargets(indicator);
  const kept = targets.find(({ text }) => KEPT_WHOLE.test(text));
  const whole = targets.find(({ comparator, text }) => comparator === null && ALL.test(text));
  return [
    ...(CYCLE.test(name) || CYCLE_UNIT.test(unit ?? "")
      ? [{ at: `${at}.name`, message: `${code}: "${name}" is a cycle: the time of a task, no indicator` }]
      : []),
    ...(unit === null && MEASURED.test(name) ? [{ at: `${at}.unit`, message: `${code}: "${name}" has no unit` }] : []),
    ...(baseline === null && kept ? [{ at: `${at}.baseline`, message: `${code}: "${kept.text}" says that it is 100 today` }] : []),
    ...(whole ? [{ at: `${at}.targets`, message: `${code}: "${whole.text}" says all of them: = 100 %` }] : []),
  ];
}

/** Measures that stand twice: one name (spelling aside), one unit, one year. */
function repeated(indicators: readonly PlanIndicator[]): Problem[] {
  const first = new Map<string, string>();
  return indicators.flatMap((indicator, row) =>
    ownTargets(indicator).flatMap(({ year }) => {
      const key = [measureIn(indicator.name), readUnit(indicator.unit).unit, year].join("|");
      const before = first.get(key);
      if (before === undefined) first.set(key, indicator.code);
      return before === undefined
        ? []
        : [
            {
              at: `indicators[${row}]`,
              message: `${indicator.code}: "${indicator.name}" for ${year} is the measure of ${before}: one measure stands once, what else is said of it has a \`where\` of its own`,
            },
          ];
    }),
  );
}

/** "Tỉ lệ bác sĩ (theo Đề án)" and "Tỷ lệ bác sỹ" are one measure. */
function measureIn(name: string): string {
  return name
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .replace(/\([^)]*\)/g, " ")
    .replace(/y/g, "i")
    .replace(/ỷ/g, "ỉ")
    .replace(/ỹ/g, "ĩ")
    .replace(/ý/g, "í")
    .replace(/\s+/g, " ")
    .trim();
}

/** A status in the column of an agency: "Đã phê duyệt chủ trương đầu tư". */
const STATUS = /^(đã|đang|chưa)(?!\p{L})/iu;

export function taskProblems({ tasks }: Plan): Problem[] {
  return tasks.flatMap((task, row) =>
    (["lead", "cooperating"] as const).flatMap((key) =>
      STATUS.test(task[key] ?? "")
        ? [{ at: `tasks[${row}].${key}`, message: `"${task[key] ?? ""}" is a status, no agency: it belongs into \`note\`` }]
        : [],
    ),
  );
}
