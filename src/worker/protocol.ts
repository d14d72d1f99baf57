/** What a page may ask of the service worker. Both sides are built from this file. */
export type Wish =
  /** How things are. */
  | {type: "status"}
  /** Fetch the whole notebook, and answer from what is kept from then on. */
  | {type: "keep"}
  /** Delete all that was kept. */
  | {type: "remove"}
  /** Add the headers that threads need to the pages that come, or no longer. */
  | {type: "isolate"; on: boolean}
  /** A worker that waits takes over from the one before it. */
  | {type: "take"};

/** How things are: what the reader has asked for, and whether it is all there. */
export interface Status {
  keeps: boolean;
  isolates: boolean;
  /** Files of the notebook that should be kept and are not: a browser may have cleared them. */
  missing: number;
}

/** Why the notebook is not kept. */
export type KeepProblem =
  /** The server was not reached. */
  | "offline"
  /** The server has no such file, or another version of it than this worker knows. */
  | "changed"
  /** The device has no room, or gives this site none. */
  | "no room"
  /** The browser lets this site keep nothing. */
  | "no store";

/** What the worker answers: first how far it is, at last how things are, or why it stopped. */
export type Answer =
  | {type: "progress"; bytes: number}
  | {type: "done"; status: Status}
  | {type: "problem"; problem: KeepProblem; file: string};

/** What a new version tells every open page once it has taken over from another. */
export const taken = "taken";
