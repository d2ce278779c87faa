// The job that every peer does: of the outbound rows, per own number and day, calls, answered, voicemail, talk seconds
// and conversions. Ringwell does this and far more; the peers do only this.

const AIRCALL = {
  direction: "direction", number: "from", started: "datetime (tz offset incl.)", answered: "answered",
  talk: "duration (in call)", tag: "tags",
};

/** Where the job's columns stand, and what they say, by the shape of the log (examples/calls.rs). */
export const layout = (shape, header) => {
  if (shape === "headerless") {
    const places = { direction: 3, number: 4, started: 9, answered: 14, talk: 13, tag: -1 };
    return { ...places, outbound: "from-internal", yes: "ANSWERED" };
  }
  const places = Object.entries(AIRCALL).map(([name, title]) => [name, header.indexOf(title)]);
  return { ...Object.fromEntries(places), outbound: "outbound", yes: "Yes" };
};

export const HEADERS = AIRCALL;
export const MEASURES = ["calls", "answered", "voicemail", "talk_seconds", "conversions"];

/** Takes rows as lists of strings, the header first where the shape has one. */
export class RollUp {
  rows = 0;
  #shape;
  #at;
  #days = new Map(); // number → day → counts, in the order of MEASURES

  constructor(shape) {
    this.#shape = shape;
    if (shape === "headerless") this.#at = layout(shape);
  }

  push(row) {
    const at = this.#at;
    if (!at) {
      this.#at = layout(this.#shape, row);
      return;
    }
    this.rows += 1;
    if (row[at.direction] !== at.outbound) return;
    const number = row[at.number];
    const day = row[at.started].slice(0, 10);
    let byDay = this.#days.get(number);
    if (!byDay) this.#days.set(number, (byDay = new Map()));
    let counts = byDay.get(day);
    if (!counts) byDay.set(day, (counts = [0, 0, 0, 0, 0]));
    counts[0] += 1;
    const tag = row[at.tag];
    if (tag === "Répondeur") counts[2] += 1;
    else if (row[at.answered] === at.yes) {
      counts[1] += 1;
      counts[3] += Number(row[at.talk]);
      if (tag === "RDV") counts[4] += 1;
    }
  }

  /** The table as few large things: keys in two lists, all counts in one typed array. */
  finish() {
    const cells = [...this.#days].flatMap(([number, byDay]) => [...byDay].map(([day, counts]) => [number, day, counts]));
    const counts = new Uint32Array(cells.length * MEASURES.length);
    cells.forEach(([, , values], at) => counts.set(values, at * MEASURES.length));
    return { rows: this.rows, numbers: cells.map(([number]) => number), days: cells.map(([, day]) => day), counts };
  }
}

/** What the generator's truth is held against. */
export const totals = ({ rows, counts }) => {
  const sums = MEASURES.map(() => 0);
  counts.forEach((value, at) => (sums[at % MEASURES.length] += value));
  return { rows, ...Object.fromEntries(MEASURES.map((name, at) => [name, sums[at]])) };
};
