import type { Area } from "../../../sheet";
import { fullAddress } from "../address";
import { invalidArgument } from "../failure";
import { type ClassTable, countArgument, hostObject, type HostObject, manyObjects } from "../host-object";
import type { Session } from "../session";
import { conditionalFormatsObject } from "./conditional-formats";
import { rangeFormatObject } from "./range-format";

interface Self {
  readonly session: Session;
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

function rangeOf({ session, sheetId }: Self, area: Area): HostObject {
  return session.objects.range(session.range(sheetId, area));
}

const RANGES: ClassTable<Self> = {
  name: "RangeCollection",
  items: (self) => self.areas.map((area) => rangeOf(self, area)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: (self, args) => {
      const area = self.areas[countArgument(args, 0)];
      if (!area) throw invalidArgument("index of a range");
      return rangeOf(self, area);
    },
  },
};

const RANGE_AREAS: ClassTable<Self> = {
  name: "RangeAreas",
  identity: () => ({ _ReferenceId: "" }),
  scalars: {
    Address: {
      get: ({ session, sheetId, areas }) => areas.map((area) => fullAddress(session.sheet(sheetId).getSheetName(), area)).join(","),
    },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, { rows, cols }) => sum + rows * cols, 0) },
  },
  parts: {
    Areas: (self) => hostObject(RANGES, self),
    ConditionalFormats: ({ session, sheetId, areas }) => conditionalFormatsObject(session, sheetId, areas),
    Format: ({ session, sheetId, areas }) => manyObjects(areas.map((area) => rangeFormatObject(session, session.range(sheetId, area)))),
    Worksheet: ({ session, sheetId }) => session.objects.worksheet(sheetId),
  },
};

/** Several areas of one sheet. The client cannot keep them from one message to the next. */
export function rangeAreasObject(session: Session, sheetId: string, areas: readonly Area[]): HostObject {
  return hostObject(RANGE_AREAS, { session, sheetId, areas });
}
