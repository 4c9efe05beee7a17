import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { firstState, reduce, type Checked, type Event, type State, type UndoStep } from "./state";

const after = (events: readonly Event[], from: State = firstState("check", "vi")): State => events.reduce(reduce, from);
const undo: UndoStep["undo"] = [];
const checked: Checked = {
  result: {
    workbook: { sheets: [], names: [] },
    outlines: [],
    own: false,
    sheets: [],
    others: [], forms: [], taken: [], plans: [],
    present: [],
    snapshots: [],
    lost: [],
    tables: [],
    findings: [],
    agreements: [], lostAnswers: null,
    failures: [],
    scope: { kind: "all" },
    off: new Set(),
    record: null,
    statuses: new Map(),
    turnedOff: [],
    silent: new Set(),
  },
  at: new Date(0),
  self: false,
  unrecorded: null,
};
const step = (id: number): UndoStep => ({
  id,
  deed: { kind: "corrected", cells: [{ sheet: "A", row: 0, col: 0 }], to: id },
  undo,
  warned: false,
});

describe("an action under way", () => {
  test("what a cancelled run brings is ignored, whatever it is", () => {
    const late: readonly Event[] = [
      { type: "checked", checked, run: 1 },
      { type: "failed", task: "check", error: new Error("late"), run: 1 },
      { type: "ended", run: 1 },
    ];
    fc.assert(
      fc.property(fc.subarray([...late]), fc.boolean(), (events, again) => {
        const begun: Event[] = again ? [{ type: "began", task: "create", run: 2 }] : [];
        const before = after([{ type: "began", task: "check", run: 1 }, { type: "cancelled" }, ...begun]);
        expect(after(events, before)).toEqual(before);
      }),
    );
  });

  test("beginning takes the last problem away; its own failure is told and it ends", () => {
    const error = new Error("x");
    const state = after([{ type: "failed", task: "go", error, run: null }, { type: "began", task: "check", run: 7 }]);
    expect(state).toMatchObject({ problem: null, running: { task: "check", run: 7 } });
    expect(
      after([{ type: "failed", task: "check", error, run: 7 }, { type: "ended", run: 7 }], state),
    ).toMatchObject({ problem: { task: "check", error }, running: null });
  });
});

describe("problems", () => {
  test("a check by itself that works again takes its own problem away and no other", () => {
    const failed = (task: "self-check" | "undo") =>
      after([{ type: "failed", task, error: 1, run: null }, { type: "checked", checked, run: null }]).problem;
    expect(failed("self-check")).toBeNull();
    expect(failed("undo")).toEqual({ task: "undo", error: 1 });
  });

  test("going to another place leaves only what keeps the pane from working", () => {
    const left = (task: "load" | "watch" | "create") =>
      after([{ type: "failed", task, error: 1, run: null }, { type: "placed", place: "summary" }]).problem?.task ?? null;
    expect([left("load"), left("watch"), left("create")]).toEqual(["load", "watch", null]);
  });
});

describe("undo", () => {
  test("steps leave by their id, the others keep their order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), fc.nat(), fc.boolean(), (ids, pick, forgotten) => {
        const id = ids[pick % ids.length] ?? 0;
        const full = after(ids.map((one): Event => ({ type: "stepped", step: step(one) })));
        const left = reduce(full, forgotten ? { type: "forgotten", id } : { type: "undone", step: step(id) });
        expect(left.steps.map((one) => one.id)).toEqual(ids.filter((one) => one !== id));
      }),
    );
  });

  test("what was said of an action goes with it", () => {
    const made: Event[] = [
      { type: "created", sheets: [{ id: "1", name: "Biểu", visible: true }], otherLayout: null },
      { type: "summarized", summary: { sheet: "Tổng hợp", created: true } },
    ];
    expect(
      after([...made, { type: "undone", step: { id: 1, deed: { kind: "created", sheets: ["Biểu"] }, undo, warned: false } }]),
    ).toMatchObject({ made: null, summary: { created: true } });
    expect(
      after([...made, { type: "undone", step: { id: 2, deed: { kind: "summarized", sheet: "Tổng hợp" }, undo, warned: false } }]),
    ).toMatchObject({ made: [{ id: "1" }], summary: null });
  });
});
