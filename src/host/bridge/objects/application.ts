import { invalidArgument } from "../failure";
import { type ClassTable, hostObject, type HostObject } from "../host-object";
import type { Session } from "../session";

/** The embedded workbook shows numbers as a Vietnamese machine does, whatever the language of its menus. */
const SEPARATORS = { decimal: ",", thousands: "." } as const;

const NUMBER_FORMAT: ClassTable<Session> = {
  name: "NumberFormatInfo",
  scalars: {
    NumberDecimalSeparator: { get: () => SEPARATORS.decimal },
    NumberGroupSeparator: { get: () => SEPARATORS.thousands },
  },
};

const CULTURE: ClassTable<Session> = {
  name: "CultureInfo",
  scalars: { Name: { get: () => "vi-VN" } },
  parts: { NumberFormat: (session) => hostObject(NUMBER_FORMAT, session) },
};

const APPLICATION: ClassTable<Session> = {
  name: "Application",
  calculated: true,
  scalars: {
    CalculationMode: {
      get: ({ engine }) => (engine.calculation.manual ? "Manual" : "Automatic"),
      set: ({ engine }, value) => {
        if (value !== "Automatic" && value !== "Manual") throw invalidArgument("calculationMode");
        engine.calculation.manual = value === "Manual";
      },
    },
    CalculationState: { get: ({ engine }) => (engine.calculation.pending ? "Pending" : "Done") },
    DecimalSeparator: { get: () => SEPARATORS.decimal },
    ThousandsSeparator: { get: () => SEPARATORS.thousands },
    UseSystemSeparators: { get: () => true },
  },
  parts: { CultureInfo: (session) => hostObject(CULTURE, session) },
  methods: {
    Calculate: (session, [type]) => {
      if (type !== "Recalculate" && type !== "Full" && type !== "FullRebuild") throw invalidArgument("calculationType");
      session.flush();
      const { calculation } = session.engine;
      // "Recalculate" is of what is out of date, and by itself nothing stays so
      if (type === "Recalculate" && !calculation.manual && !calculation.pending) return;
      calculation.calculate();
    },
  },
};

export function applicationObject(session: Session): HostObject {
  return hostObject(APPLICATION, session);
}
