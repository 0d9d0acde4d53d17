// The numbers that the page's scripts and the program must agree on. They are defined only here:
// scripts import this module, and C++ includes "shared/numbers.h", which the build generates from
// it (cmake/make_shared_numbers.py), including comments. Possible definitions:
//
//   export const NAME = 1;                a number             shared::kName
//   export const NAMES = { ONE: 1, … };   numbers of a kind    shared::names::kOne
//   export const Name = { ONE: 0, … };    an enumeration       shared::Name::kOne; kNameCount of them
//
// Numbers are integers, products of integers, or [lists of bytes]; an enumeration counts from 0.
// Numbers needed only by scripts or only by C++ are defined where they are used.

// ---- Storage and files: src/platform/host.h

/** Where a stored plan is open now. */
export const OpenIn = {
  NOWHERE: 0,
  THIS_TAB: 1,
  OTHER_TAB: 2,
};

/** The outcome of a storage transaction, or of all of them. */
export const StorageState = {
  SAVED: 0,  // all data is committed
  UNAVAILABLE: 1,  // no storage here (private window, file://, blocked)
  FAILED: 2,  // a write failed
  FULL: 3,  // a write failed for lack of space
};

/** Whether the open plan may be edited here. */
export const PlanAccess = {
  WRITABLE: 0,
  OTHER_TAB: 1,  // locked by another tab; this one takes over when that closes
  TAKEN: 2,  // became writable because the other tab has closed
  CONFLICT: 3,  // another tab wrote to it where tabs cannot lock each other out
};

/** Why there is a restore point. Browsers store these numbers: add new ones at the end. */
export const RestoreKind = {
  OPEN: 0,  // the plan was opened
  AUTO: 1,  // after a number of edits or minutes
  MANUAL: 2,  // requested by the user
  IMPORT: 3,  // before a roster was imported
  PROPOSAL: 4,  // before a proposal was accepted
  CUT: 5,  // undone edits, before new edits replaced them
  RESTORE: 6,  // before returning to another restore point
};

/** The largest plan, in bytes: more than anyone needs, and small enough for a browser's memory. */
export const LARGEST_PLAN = 64 * 1024 * 1024;

// ---- Plans with a password: docs/encrypted-plan.md, src/plan_io/encrypted_plan.h

/** The outcome of encrypting or decrypting a plan. */
export const LockOutcome = {
  DONE: 0,
  WRONG_PASSWORD: 1,
  DAMAGED: 2,  // the file is damaged
  ALTERED: 3,  // the password is right, but the content was changed after encryption
  TOO_NEW: 4,  // an unknown kind of encryption
  UNAVAILABLE: 5,  // no cryptography here (the page is neither from https nor from localhost)
};

/** The file: its header, the content, a tag and a sum. Existing files contain these numbers. */
export const LOCKED_FILE = {
  // A byte that cannot begin a text, a name, and a line end that a careless transfer would change.
  MARK: [0x93, 0x43, 0x41, 0x44, 0x52, 0x45, 0x0d, 0x0a],
  VERSION: 1,
  PBKDF2_SHA256: 1,
  AES_256_GCM: 1,

  // Offsets in the header.
  VERSION_AT: 8,
  DERIVATION_AT: 10,
  CIPHER_AT: 11,
  ITERATIONS_AT: 12,
  SALT_AT: 16,
  NONCE_AT: 32,
  KEY_CHECK_AT: 44,
  CONTENT_SIZE_AT: 60,

  // Sizes in bytes.
  HEADER_SIZE: 64,
  SALT_SIZE: 16,
  NONCE_SIZE: 12,
  KEY_SIZE: 32,
  KEY_CHECK_SIZE: 16,
  TAG_SIZE: 16,
  SUM_SIZE: 4,

  ITERATIONS: 600_000,  // when writing
  // Accepted when reading: a hostile file must not hang the program when a password is tried.
  LEAST_ITERATIONS: 100_000,
  MOST_ITERATIONS: 10_000_000,
};

// ---- Frames and input: src/app, src/kit

/** Returned by a frame when no other is due; otherwise, the milliseconds until then. */
export const NO_FRAME = -1;

/** Modifier keys held down, as bits. */
export const MODIFIER_BITS = {
  CTRL: 1,  // or Cmd
  SHIFT: 2,
  ALT: 4,
};

/** Phases of a touch. */
export const TouchPhase = {
  DOWN: 0,
  MOVE: 1,
  UP: 2,
  CANCEL: 3,
};

/** What a pen touches or presses, as bits; the same as in PointerEvent.buttons. */
export const PEN_BITS = {
  TIP: 1,
  BARREL: 2,
};

/** The content of a text field, for a phone's keyboard. Dates are numbers with dots. */
export const FieldKind = {
  TEXT: 0,
  SEARCH: 1,
  NUMBER: 2,
};

// ---- The accessible mirror: src/kit/mirror.h

/** Properties of an element of the mirror, as bits. */
export const MIRROR_BITS = {
  GROUP: 1,
  DISABLED: 2,
  FOCUSED: 4,
  EDITING: 8,
  CAN_BE_SELECTED: 16,
  SELECTED: 32,
  CAN_EXPAND: 64,
  EXPANDED: 128,
  MODAL: 256,
};

/** Actions on an element of the mirror. */
export const MirrorAct = {
  FOCUS: 0,
  PRESS: 1,
  CHANGE: 2,
  ROWS_BEFORE: 3,
  ROWS_AFTER: 4,
};

/**
 * The slots of an element in the mirror's list of changes. From X on they hold its position: for an
 * element that only moved, the key is followed by just these.
 */
export const MirrorSlot = {
  KEY: 0,
  PARENT: 1,
  ROLE: 2,
  NAME: 3,
  VALUE: 4,
  FLAGS: 5,  // MIRROR_BITS
  ID: 6,
  LEVEL: 7,
  ROW: 8,
  ROWS: 9,
  LEAST: 10,
  MOST: 11,
  NOW: 12,
  X: 13,
  Y: 14,
  WIDTH: 15,
  HEIGHT: 16,
};
