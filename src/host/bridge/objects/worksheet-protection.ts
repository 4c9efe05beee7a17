import { RichApiFailure } from "../failure";
import { type ClassTable, hostObject, type HostObject, optionalText } from "../host-object";
import type { Session } from "../session";

interface Self {
  readonly session: Session;
  readonly sheetId: string;
}

/** Kept beside the engine, which asks its own permissions only of what people type. */
const PROTECTION: ClassTable<Self> = {
  name: "WorksheetProtection",
  scalars: { Protected: { get: ({ session, sheetId }) => session.record(sheetId).protection !== null } },
  methods: {
    Protect: ({ session, sheetId }, args) => {
      const record = session.record(sheetId);
      if (record.protection) throw new RichApiFailure("AccessDenied", "The sheet is protected already.");
      record.protection = { password: optionalText(args, 1) ?? "" };
    },
    Unprotect: ({ session, sheetId }, args) => {
      const record = session.record(sheetId);
      if (record.protection && record.protection.password !== (optionalText(args, 0) ?? "")) {
        throw new RichApiFailure("InvalidArgument", "The password you supplied is not correct.");
      }
      record.protection = null;
    },
  },
};

export function worksheetProtectionObject(session: Session, sheetId: string): HostObject {
  return hostObject(PROTECTION, { session, sheetId });
}
