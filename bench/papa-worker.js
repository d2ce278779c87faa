// The roll-up that the benchmark compares, with Papa Parse: outbound rows of an Aircall-like log, per own number and
// day: calls, answered, voicemail, talk seconds, conversions. Papa runs inside this worker, row by row and
// without an object per row: of its ways that do not hold the file the fastest here (in chunks it took longer).
importScripts("../node_modules/papaparse/papaparse.min.js");

onmessage = ({ data: file }) => {
  let column;
  let rows = 0;
  const days = new Map(); // number → day → [calls, answered, voicemail, talk, conversions]

  const enter = (row) => {
    if (row[column.direction] !== "outbound") return;
    const number = row[column.from];
    const day = row[column.start].slice(0, 10);
    let byDay = days.get(number);
    if (!byDay) days.set(number, (byDay = new Map()));
    let tally = byDay.get(day);
    if (!tally) byDay.set(day, (tally = [0, 0, 0, 0, 0]));
    tally[0] += 1;
    const tag = row[column.tags];
    if (tag === "Répondeur") tally[2] += 1;
    else if (row[column.answered] === "Yes") {
      tally[1] += 1;
      tally[3] += Number(row[column.talk]);
      if (tag === "RDV") tally[4] += 1;
    }
  };

  Papa.parse(file, {
    skipEmptyLines: true,
    step({ data }) {
      if (column) {
        rows += 1;
        enter(data);
        return;
      }
      const place = (name) => data.indexOf(name);
      column = {
        direction: place("direction"),
        from: place("from"),
        start: place("datetime (tz offset incl.)"),
        answered: place("answered"),
        tags: place("tags"),
        talk: place("duration (in call)"),
      };
    },
    complete() {
      const totals = { rows, calls: 0, answered: 0, voicemail: 0, talk_seconds: 0, conversions: 0 };
      let cells = 0;
      for (const byDay of days.values()) {
        for (const tally of byDay.values()) {
          cells += 1;
          ["calls", "answered", "voicemail", "talk_seconds", "conversions"].forEach(
            (name, at) => (totals[name] += tally[at]),
          );
        }
      }
      postMessage({ totals, numbers: days.size, cells });
    },
  });
};

postMessage("ready");
