import { apiNotFound, invalidArgument } from "../failure";
import { type ClassTable, hostObject, type HostObject, type Scalar } from "../host-object";
import type { PageRecord } from "../records";
import type { Session } from "../session";
import { isRecord, type Json } from "../wire";
import { areaArgument } from "./area-argument";
import { flag, numberIn } from "./styles";

interface Self {
  readonly session: Session;
  readonly sheetId: string;
}

function page({ session, sheetId }: Self): PageRecord {
  return session.record(sheetId).page;
}

function margin(side: keyof PageRecord["margins"]): Scalar<Self> {
  return {
    get: (self) => page(self).margins[side],
    set: (self, value) => {
      page(self).margins[side] = numberIn(value, 0, 72 * 49, `${side} margin`);
    },
  };
}

const PAPER = [
  "A3", "A4", "A4Small", "A5", "B4", "B5", "Letter", "Legal", "Tabloid", "Ledger", "Statement", "Executive", "Folio", "Quatro",
];

/** Only fields that Excel knows, each a whole number. */
function zoomOf(value: Json): PageRecord["zoom"] {
  if (!isRecord(value)) throw invalidArgument("zoom");
  const zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number } = {};
  for (const [key, number] of Object.entries(value)) {
    if (key !== "scale" && key !== "horizontalFitToPages" && key !== "verticalFitToPages") throw invalidArgument("zoom");
    if (number === null || number === undefined) continue;
    if (typeof number !== "number" || !Number.isInteger(number) || number < 0 || (key === "scale" && (number < 10 || number > 400)))
      throw invalidArgument("zoom");
    zoom[key] = number;
  }
  return zoom;
}

const PLACES = ["LeftHeader", "CenterHeader", "RightHeader", "LeftFooter", "CenterFooter", "RightFooter"] as const;

const HEADER_FOOTER: ClassTable<Self> = {
  name: "HeaderFooter",
  scalars: Object.fromEntries(
    PLACES.map((place): [string, Scalar<Self>] => [
      place,
      {
        get: (self) => page(self).headersFooters.texts.get(place) ?? "",
        set: (self, value) => {
          if (typeof value !== "string") throw invalidArgument(place);
          page(self).headersFooters.texts.set(place, value);
        },
      },
    ]),
  ),
};

const HEADERS_FOOTERS: ClassTable<Self> = {
  name: "HeaderFooterGroup",
  scalars: {
    State: {
      get: (self) => page(self).headersFooters.state,
      set: (self, value) => {
        // a first page of its own is recorded; its texts stay empty
        if (value !== "Default" && value !== "FirstAndDefault") throw apiNotFound(`HeaderFooterState.${String(value)}`);
        page(self).headersFooters.state = value;
      },
    },
  },
  parts: { DefaultForAllPages: (self) => hostObject(HEADER_FOOTER, self) },
};

const PAGE: ClassTable<Self> = {
  name: "PageLayout",
  scalars: {
    Orientation: {
      get: (self) => page(self).orientation,
      set: (self, value) => {
        if (value !== "Portrait" && value !== "Landscape") throw invalidArgument("orientation");
        page(self).orientation = value;
      },
    },
    PaperSize: {
      get: (self) => page(self).paperSize,
      set: (self, value) => {
        if (typeof value !== "string" || !PAPER.includes(value)) throw invalidArgument("paperSize");
        page(self).paperSize = value;
      },
    },
    FirstPageNumber: {
      get: (self) => page(self).firstPageNumber ?? "",
      set: (self, value) => {
        if (value !== "" && !(typeof value === "number" && Number.isInteger(value) && value > 0)) throw invalidArgument("firstPageNumber");
        page(self).firstPageNumber = value === "" ? null : value;
      },
    },
    Zoom: {
      get: (self) => ({ ...page(self).zoom }),
      set: (self, value) => {
        page(self).zoom = zoomOf(value);
      },
    },
    TopMargin: margin("top"),
    BottomMargin: margin("bottom"),
    LeftMargin: margin("left"),
    RightMargin: margin("right"),
    HeaderMargin: margin("header"),
    FooterMargin: margin("footer"),
    CenterHorizontally: {
      get: (self) => page(self).centerHorizontally,
      set: (self, value) => {
        page(self).centerHorizontally = flag(value, "centerHorizontally");
      },
    },
    CenterVertically: {
      get: (self) => page(self).centerVertically,
      set: (self, value) => {
        page(self).centerVertically = flag(value, "centerVertically");
      },
    },
  },
  parts: { HeadersFooters: (self) => hostObject(HEADERS_FOOTERS, self) },
  methods: {
    SetPrintArea: (self, args) => {
      page(self).printArea = areaArgument(args);
    },
    SetPrintTitleRows: (self, args) => {
      const area = areaArgument(args);
      page(self).titleRows = { from: area.row, to: area.row + area.rows - 1 };
    },
    SetPrintTitleColumns: (self, args) => {
      const area = areaArgument(args);
      page(self).titleColumns = { from: area.col, to: area.col + area.cols - 1 };
    },
  },
};

export function pageLayoutObject(session: Session, sheetId: string): HostObject {
  return hostObject(PAGE, { session, sheetId });
}

interface BreaksSelf extends Self {
  readonly axis: "row" | "col";
}

function breaks(self: BreaksSelf): number[] {
  return self.axis === "row" ? page(self).rowBreaks : page(self).columnBreaks;
}

const BREAK: ClassTable<BreaksSelf & { readonly at: number }> = {
  name: "PageBreak",
  identity: ({ at }) => ({ _Id: String(at) }),
  scalars: {
    RowIndex: { get: ({ axis, at }) => (axis === "row" ? at : 0) },
    ColumnIndex: { get: ({ axis, at }) => (axis === "col" ? at : 0) },
  },
  methods: {
    Delete: (self) => {
      const list = breaks(self);
      const index = list.indexOf(self.at);
      if (index >= 0) list.splice(index, 1);
    },
  },
};

const BREAKS: ClassTable<BreaksSelf> = {
  name: "PageBreakCollection",
  items: (self) => breaks(self).map((at) => hostObject(BREAK, { ...self, at })),
  methods: {
    Add: (self, args) => {
      const at = self.axis === "row" ? areaArgument(args).row : areaArgument(args).col;
      const list = breaks(self);
      if (!list.includes(at)) list.push(at);
      list.sort((a, b) => a - b);
      return hostObject(BREAK, { ...self, at });
    },
    GetCount: (self) => breaks(self).length,
    RemovePageBreaks: (self) => {
      breaks(self).length = 0;
    },
  },
};

export function pageBreaksObject(session: Session, sheetId: string, axis: "row" | "col"): HostObject {
  return hostObject(BREAKS, { session, sheetId, axis });
}
