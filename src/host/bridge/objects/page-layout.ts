import { WHOLE_SHEET } from "../address";
import { apiNotFound, invalidArgument } from "../failure";
import { type ClassTable, hostObject, type HostObject, type Scalar } from "../host-object";
import { RECORD_MUTATION } from "../../record-mutations";
import type { PageRecord } from "../../records";
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

function setPage({ session, sheetId }: Self, changed: Partial<PageRecord>): void {
  session.mutate(RECORD_MUTATION.page, { subUnitId: sheetId, page: changed });
}

function margin(side: keyof PageRecord["margins"]): Scalar<Self> {
  return {
    get: (self) => page(self).margins[side],
    set: (self, value) => {
      setPage(self, { margins: { ...page(self).margins, [side]: numberIn(value, 0, 72 * 49, `${side} margin`) } });
    },
  };
}

const PAPER = [
  "A3",
  "A4",
  "A4Small",
  "A5",
  "B4",
  "B5",
  "Letter",
  "Legal",
  "Tabloid",
  "Ledger",
  "Statement",
  "Executive",
  "Folio",
  "Quatro",
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
        get: (self) => page(self).headersFooters.texts[place] ?? "",
        set: (self, value) => {
          if (typeof value !== "string") throw invalidArgument(place);
          const { headersFooters } = page(self);
          setPage(self, { headersFooters: { ...headersFooters, texts: { ...headersFooters.texts, [place]: value } } });
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
        setPage(self, { headersFooters: { ...page(self).headersFooters, state: value } });
      },
    },
  },
  parts: { DefaultForAllPages: (self) => hostObject(HEADER_FOOTER, self) },
};

function linesOf({ session, sheetId }: Self, lines: PageRecord["titleRows"], axis: "rows" | "columns"): HostObject | null {
  if (!lines) return null;
  const [from, count] = [lines.from, lines.to - lines.from + 1];
  return session.objects.range(
    session.range(sheetId, axis === "rows" ? { ...WHOLE_SHEET, row: from, rows: count } : { ...WHOLE_SHEET, col: from, cols: count }),
  );
}

const PAGE: ClassTable<Self> = {
  name: "PageLayout",
  scalars: {
    Orientation: {
      get: (self) => page(self).orientation,
      set: (self, value) => {
        if (value !== "Portrait" && value !== "Landscape") throw invalidArgument("orientation");
        setPage(self, { orientation: value });
      },
    },
    PaperSize: {
      get: (self) => page(self).paperSize,
      set: (self, value) => {
        if (typeof value !== "string" || !PAPER.includes(value)) throw invalidArgument("paperSize");
        setPage(self, { paperSize: value });
      },
    },
    FirstPageNumber: {
      get: (self) => page(self).firstPageNumber ?? "",
      set: (self, value) => {
        if (value !== "" && !(typeof value === "number" && Number.isInteger(value) && value > 0)) throw invalidArgument("firstPageNumber");
        setPage(self, { firstPageNumber: value === "" ? null : value });
      },
    },
    Zoom: {
      get: (self) => ({ ...page(self).zoom }),
      set: (self, value) => {
        setPage(self, { zoom: zoomOf(value) });
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
        setPage(self, { centerHorizontally: flag(value, "centerHorizontally") });
      },
    },
    CenterVertically: {
      get: (self) => page(self).centerVertically,
      set: (self, value) => {
        setPage(self, { centerVertically: flag(value, "centerVertically") });
      },
    },
  },
  parts: { HeadersFooters: (self) => hostObject(HEADERS_FOOTERS, self) },
  methods: {
    GetPrintAreaOrNullObject: (self) => {
      const area = page(self).printArea;
      return area && self.session.objects.areas(self.sheetId, [area]);
    },
    GetPrintTitleRowsOrNullObject: (self) => linesOf(self, page(self).titleRows, "rows"),
    GetPrintTitleColumnsOrNullObject: (self) => linesOf(self, page(self).titleColumns, "columns"),
    SetPrintArea: (self, args) => {
      setPage(self, { printArea: areaArgument(args) });
    },
    SetPrintTitleRows: (self, args) => {
      const area = areaArgument(args);
      setPage(self, { titleRows: { from: area.row, to: area.row + area.rows - 1 } });
    },
    SetPrintTitleColumns: (self, args) => {
      const area = areaArgument(args);
      setPage(self, { titleColumns: { from: area.col, to: area.col + area.cols - 1 } });
    },
  },
};

export function pageLayoutObject(session: Session, sheetId: string): HostObject {
  return hostObject(PAGE, { session, sheetId });
}

interface BreaksSelf extends Self {
  readonly axis: "row" | "col";
}

function breaks(self: BreaksSelf): readonly number[] {
  return self.axis === "row" ? page(self).rowBreaks : page(self).columnBreaks;
}

function setBreaks(self: BreaksSelf, lines: readonly number[]): void {
  setPage(self, self.axis === "row" ? { rowBreaks: lines } : { columnBreaks: lines });
}

const BREAK: ClassTable<BreaksSelf & { readonly at: number }> = {
  name: "PageBreak",
  identity: ({ at }) => ({ _Id: String(at) }),
  scalars: {
    RowIndex: { get: ({ axis, at }) => (axis === "row" ? at : 0) },
    ColumnIndex: { get: ({ axis, at }) => (axis === "col" ? at : 0) },
  },
  methods: {
    Delete: (self) =>
      setBreaks(
        self,
        breaks(self).filter((at) => at !== self.at),
      ),
  },
};

const BREAKS: ClassTable<BreaksSelf> = {
  name: "PageBreakCollection",
  items: (self) => breaks(self).map((at) => hostObject(BREAK, { ...self, at })),
  methods: {
    Add: (self, args) => {
      const at = self.axis === "row" ? areaArgument(args).row : areaArgument(args).col;
      setBreaks(
        self,
        [...new Set([...breaks(self), at])].sort((a, b) => a - b),
      );
      return hostObject(BREAK, { ...self, at });
    },
    GetCount: (self) => breaks(self).length,
    RemovePageBreaks: (self) => setBreaks(self, []),
  },
};

export function pageBreaksObject(session: Session, sheetId: string, axis: "row" | "col"): HostObject {
  return hostObject(BREAKS, { session, sheetId, axis });
}
