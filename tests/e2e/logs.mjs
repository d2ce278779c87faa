// Small call logs for the tests: made by rule, so that every figure can be worked out in the head.

/** As Playwright takes a file that lies nowhere. */
export const file = (name, content) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

const two = (number) => String(number).padStart(2, "0");

/** Weekdays from 5 January 2026 on, as [year, month, day] in two or four digits. */
const weekdays = (count) => {
  const days = [];
  for (let at = 0; days.length < count; at += 1) {
    const date = new Date(Date.UTC(2026, 0, 5 + at));
    if (date.getUTCDay() % 6) days.push([date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())]);
  }
  return days;
};

const HEADER = ["Date", "Time", "Caller number", "Called number", "Direction", "Status", "Talk time (s)", "Agent", "Campaign"];

/**
 * A generic log. Of each ten calls of a number four are answered (90 s of talk), two meet voicemail, one is rejected
 * and three ring out. `dated` writes a date, `days` lists the days.
 */
export const callLog = ({
  days = weekdays(10),
  numbers = 3,
  perDay = 20,
  dated = ([year, month, day]) => `${year}-${month}-${day}`,
  header = HEADER,
  delimiter = ",",
  end = "\n",
} = {}) => {
  const outcomes = ["Answered", "No Answer", "Answered", "Voicemail", "No Answer", "Answered", "Rejected", "Voicemail", "Answered", "No Answer"];
  const rows = [header];
  for (const day of days) {
    for (let call = 0; call < perDay; call += 1) {
      for (let number = 0; number < numbers; number += 1) {
        const status = outcomes[call % 10];
        rows.push([
          dated(day),
          `${two(9 + (call % 10))}:${two(call)}:${two(number)}`,
          `+3316200410${number + 1}`,
          `+336399800${two(call)}`,
          "Outbound",
          status,
          status === "Answered" ? "90" : "0",
          ["Camille", "Hugo"][call % 2],
          "Mutuelle",
        ]);
      }
    }
  }
  return rows.map((row) => row.join(delimiter) + end).join("");
};

/** Days on which day and month could be swapped: the first to the twelfth of three months, weekdays only. */
export const swappableDays = () =>
  ["01", "02", "03"].flatMap((month) =>
    ["05", "06", "07", "08", "09", "12"]
      .filter((day) => new Date(`2026-${month}-${day}`).getUTCDay() % 6)
      .map((day) => ["2026", month, day]),
  );

/** What `callLog` with its defaults holds: 10 days × 3 numbers × 20 calls. */
export const EXPECTED = { calls: 600, answered: 240, voicemail: 120, rejected: 60, talk_seconds: 21_600 };
