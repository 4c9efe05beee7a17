import { generateRandomId } from "@univerjs/core";
import { type ISheetNote, RemoveNoteMutation, UpdateNoteMutation } from "@univerjs/sheets-note";
import { invalidArgument, itemNotFound } from "../failure";
import { type Argument, type ClassTable, countArgument, hostObject, type HostObject, textArgument } from "../host-object";
import { requireWritable } from "../protection";
import type { Session } from "../session";
import { areaArgument } from "./area-argument";

interface Self {
  readonly session: Session;
  readonly sheetId: string;
}

interface CommentSelf extends Self {
  readonly id: string;
}

/** The size of a new note, in pixels. */
const SIZE = { width: 160, height: 100 } as const;

function notesOf({ session, sheetId }: Self): ISheetNote[] {
  return session.sheet(sheetId).getNotes().sort((a, b) => a.row - b.row || a.col - b.col);
}

function noteOf(self: CommentSelf): ISheetNote {
  const found = notesOf(self).find(({ id }) => id === self.id);
  if (!found) throw itemNotFound(`comment ${self.id}`);
  return found;
}

function write({ session, sheetId }: Self, note: ISheetNote): void {
  requireWritable(session, sheetId, { row: note.row, col: note.col, rows: 1, cols: 1 }, "content");
  session.mutate(UpdateNoteMutation.id, { sheetId, row: note.row, col: note.col, note });
}

const COMMENT: ClassTable<CommentSelf> = {
  name: "Comment",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { get: ({ id }) => id },
    Content: {
      get: (self) => noteOf(self).note,
      set: (self, value) => {
        if (typeof value !== "string") throw invalidArgument("content");
        write(self, { ...noteOf(self), note: value });
      },
    },
  },
  methods: {
    Delete: (self) => self.session.mutate(RemoveNoteMutation.id, { sheetId: self.sheetId, noteId: noteOf(self).id }),
    GetLocation: (self) => {
      const { row, col } = noteOf(self);
      return self.session.objects.range(self.session.range(self.sheetId, { row, col, rows: 1, cols: 1 }));
    },
  },
};

const COMMENTS: ClassTable<Self> = {
  name: "CommentCollection",
  items: (self) => notesOf(self).map(({ id }) => commentObject(self, id)),
  item: (self, args) => {
    const id = textArgument(args, 0);
    return commentObject(self, noteOf({ ...self, id }).id);
  },
  methods: {
    Add: add,
    GetCount: (self) => notesOf(self).length,
    GetItemAt: (self, args) => {
      const note = notesOf(self)[countArgument(args, 0)];
      if (!note) throw invalidArgument("index of a comment");
      return commentObject(self, note.id);
    },
  },
};

function add(self: Self, args: readonly Argument[]): HostObject {
  const { row, col, rows, cols } = areaArgument(args);
  if (rows * cols !== 1 || notesOf(self).some((note) => note.row === row && note.col === col)) throw invalidArgument("cell of a comment");
  const id = generateRandomId(10);
  write(self, { id, row, col, ...SIZE, note: textArgument(args, 1) });
  return commentObject(self, id);
}

function commentObject({ session, sheetId }: Self, id: string): HostObject {
  return hostObject(COMMENT, { session, sheetId, id });
}

/** The engine knows notes and no threads of comments: what people wrote on the cells of a sheet are its notes. */
export function commentsObject(session: Session, sheetId: string): HostObject {
  return hostObject(COMMENTS, { session, sheetId });
}
