import type { Typed } from "../support/formula-grids";
import type { Example, ExampleTable } from "./example";

/** Number, task, lead, time, status and progress of each. */
function tasks(rows: readonly (readonly Typed[])[], title = "Biểu nhiệm vụ"): ExampleTable {
  return {
    kind: "tasks",
    columns: ["number", "label", "lead", "time", "status", "progress", "cooperating", "key"],
    heads: ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Tình trạng", "Tiến độ (%)", "Cơ quan phối hợp"],
    title,
    rows: rows.map((row, index) => [...row, ...Array.from({ length: 7 - row.length }, () => null), `k${index}`]),
  };
}

export const taskExamples: readonly Example[] = [
  {
    rule: "task-times",
    tables: [
      tasks(
        [
          ["1", "Rà soát trang thiết bị", "Sở Y tế", "Quý I-2024", "Đang thực hiện"],
          ["2", "Tập huấn cho trạm y tế", "Sở Y tế", "Tháng 6", "Chưa thực hiện"],
          ["3", "Mua sắm thiết bị", "Sở Tài chính", "Quý II/2024", "Tạm dừng"],
          ["4", "Sửa chữa trạm y tế", "UBND xã", "Sớm nhất có thể", "Đang thực hiện"],
          ["5", "Truyền thông", "Sở Y tế", "Thường xuyên", "Đang thực hiện"],
        ],
        "Kế hoạch năm 2025",
      ),
    ],
  },
  {
    rule: "task-times",
    tables: [tasks([["1", "Rà soát trang thiết bị", "Sở Y tế", "Năm 2024"], ["2", "Tập huấn", "Sở Y tế", "Năm 2030"]])],
  },
  {
    rule: "task-status",
    tables: [
      tasks([
        ["1", "Rà soát trang thiết bị", "Sở Y tế", "Năm 2025", "Đã hoàn thành", 90],
        ["2", "Tập huấn", "Sở Y tế", "Năm 2025", "gần xong"],
        ["3", "Mua sắm thiết bị", "Sở Tài chính", "Năm 2030", "Đang thực hiện", 120],
      ]),
    ],
  },
  {
    rule: "task-leads",
    tables: [tasks([["1", "Dự án mở rộng Bệnh viện Sản Nhi", "", "Năm 2030"], ["2", "Tập huấn", "Sở Y tế", "Năm 2030"]])],
  },
  { rule: "percent-slips", tables: [tasks([["1", "Rà soát trang thiết bị", "Sở Y tế", "Năm 2030", "Đang thực hiện", 0.5]])] },
];
