import { RichApiFailure } from "../failure";
import { type ClassTable, hostObject, type HostObject, optionalText } from "../host-object";
import { RECORD_MUTATION } from "../../record-mutations";
import type { SheetRecord } from "../../records";
import { passwordVerifier } from "../password";
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
      if (session.record(sheetId).protection) throw new RichApiFailure("AccessDenied", "The sheet is protected already.");
      setProtection(session, sheetId, { verifier: passwordVerifier(optionalText(args, 1) ?? "") });
    },
    Unprotect: ({ session, sheetId }, args) => {
      const { protection } = session.record(sheetId);
      if (!protection) return;
      if (protection.verifier !== passwordVerifier(optionalText(args, 0) ?? "")) {
        throw new RichApiFailure("InvalidArgument", "The password you supplied is not correct.");
      }
      setProtection(session, sheetId, null);
    },
  },
};

function setProtection(session: Session, sheetId: string, protection: SheetRecord["protection"]): void {
  session.mutate(RECORD_MUTATION.protection, { subUnitId: sheetId, protection });
}

export function worksheetProtectionObject(session: Session, sheetId: string): HostObject {
  return hostObject(PROTECTION, { session, sheetId });
}
