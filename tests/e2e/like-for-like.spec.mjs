// Findings that rest on hours, attempts and agents: said in both languages, beside remarks that ask for nothing.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { file } from "./logs.mjs";
import { choose, verdict } from "./page.mjs";

const two = (number) => String(number).padStart(2, "0");

/**
 * Eight numbers, 35 days of 60 calls each. Before noon 45 % answer, at noon 25 %; one call in five is made at noon, and
 * seven in ten of the last week. Of Zoé's conversations every third lasts two seconds, of the others' every twentieth.
 */
const log = () => {
  const rows = ["Date,Time,Caller number,Called number,Direction,Status,Talk time (s),Agent,Campaign"];
  const agents = ["Ana", "Bob", "Cleo", "Dan", "Eve", "Zoé"];
  let answers = 0;
  for (let day = 0; day < 35; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
    for (let number = 0; number < 8; number += 1) {
      for (let call = 0; call < 60; call += 1) {
        const atNoon = call >= (day < 28 ? 48 : 18);
        const mixed = (call * 37 + day * 11 + number * 5) % 100;
        const answered = mixed < (atNoon ? 25 : 45);
        const agent = agents[(call + day + number) % agents.length];
        answers += Number(answered);
        const short = answered && answers % (agent === "Zoé" ? 3 : 20) === 0;
        rows.push(
          `${date},${atNoon ? 12 : 10}:${two(call)}:${two(number)},+3316200420${number + 1},+336399800${two(call)},Outbound,` +
            `${answered ? "Answered" : "No Answer"},${answered ? (short ? 2 : 90) : 0},${agent},Mutuelle`,
        );
      }
    }
  }
  return `${rows.join("\n")}\n`;
};

test("calls that moved to noon and an agent who is hung up on are named, in both languages", async ({ app }) => {
  test.setTimeout(60_000);
  await choose(app, file("calls.csv", log()));
  await verdict(app);
  const schedule = app.locator('[data-testid="findings"] [data-diagnosis="schedule"]');
  await expect(schedule).toContainText("The hours of the calls");
  await expect(schedule).toContainText(/From 12:00 to 14:00: 20 → 70\s%.* of the calls/);
  const agent = app.locator('[data-testid="findings"] [data-diagnosis="agent_or_script"]');
  await expect(agent).toHaveCount(1);
  await agent.locator("summary").click();
  await expect(agent).toContainText(/Zoé: people hang up at once/);
  const remarks = app.getByTestId("remarks");
  await remarks.locator("summary").click();
  await expect(remarks).toContainText(/8 numbers lie in \+33162/);
  const { violations } = await new AxeBuilder({ page: app }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
  await app.getByTestId("language").getByText("FR").click();
  await expect(schedule).toContainText("Les horaires d’appel");
  await expect(schedule).toContainText(/De 12\sh à 14\sh\s: 20 → 70\s%.* des appels/);
  await expect(app.getByTestId("remarks")).toContainText("Remarques sur ces chiffres");
});
