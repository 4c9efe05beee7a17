import { SetFrozenMutation } from "@univerjs/sheets";
import { type Area, MAX_ROWS } from "../../../sheet";
import { isEntireColumn, isEntireRow, parseArea } from "../address";
import { type ClassTable, countArgument, hostObject, type HostObject } from "../host-object";
import type { Session } from "../session";
import { areaArgument } from "./area-argument";

interface Self {
  readonly session: Session;
  readonly sheetId: string;
}

function freeze({ session, sheetId }: Self, rows: number, cols: number): void {
  session.mutate(SetFrozenMutation.id, {
    subUnitId: sheetId,
    startRow: rows > 0 ? rows : -1,
    startColumn: cols > 0 ? cols : -1,
    ySplit: rows,
    xSplit: cols,
  });
}

function location({ session, sheetId }: Self): Area | null {
  const { xSplit, ySplit } = session.sheet(sheetId).getFreeze();
  if (xSplit <= 0 && ySplit <= 0) return null;
  const whole = parseArea(ySplit > 0 ? `1:${ySplit}` : "1:1");
  if (xSplit <= 0) return whole;
  return ySplit > 0 ? { row: 0, col: 0, rows: ySplit, cols: xSplit } : { row: 0, col: 0, rows: MAX_ROWS, cols: xSplit };
}

const PANES: ClassTable<Self> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeAt: (self, args) => {
      const area = areaArgument(args);
      freeze(self, isEntireColumn(area) ? 0 : area.row + area.rows, isEntireRow(area) ? 0 : area.col + area.cols);
    },
    FreezeRows: (self, args) => freeze(self, countArgument(args, 0), 0),
    FreezeColumns: (self, args) => freeze(self, 0, countArgument(args, 0)),
    Unfreeze: (self) => freeze(self, 0, 0),
    GetLocationOrNullObject: (self) => {
      const area = location(self);
      return area && self.session.objects.range(self.session.range(self.sheetId, area));
    },
  },
};

export function freezePanesObject(session: Session, sheetId: string): HostObject {
  return hostObject(PANES, { session, sheetId });
}
