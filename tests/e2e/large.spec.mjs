// What the page is made for is said where it ends: 5,000 numbers over a year, and not one day of one number more.
import { expect, test } from "./fixtures.mjs";
import { file } from "./logs.mjs";
import { choose, verdict } from "./page.mjs";

const HEADER = "date,number,calls,answered\n";

/** Gives the page a daily table, made in the page: one day's rows, dated anew for each day. */
const chooseDays = (page, numbers, days) =>
  page.getByTestId("file-input").first().evaluate(
    (input, [header, numbers, days]) => {
      const ends = Array.from({ length: numbers }, (_, at) => `,01620${String(at).padStart(5, "0")},9,4\n`);
      const day = (at) => {
        const date = new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
        return date + ends.join(date);
      };
      const transfer = new DataTransfer();
      transfer.items.add(new File([header, ...Array.from({ length: days }, (_, at) => day(at))], "daily.csv", { type: "text/csv" }));
      input.files = transfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [HEADER, numbers, days],
  );

test("more than 5,000 numbers over a year is read, and said in both languages; no more than that is not", async ({ app, viewport }) => {
  test.skip(viewport.width < 700, "1.8 million rows, once");
  test.setTimeout(180_000);
  const said = app.getByTestId("too-large");
  await chooseDays(app, 5_000, 365);
  await expect(app.getByTestId("dashboard")).toBeVisible({ timeout: 90_000 });
  await verdict(app);
  await expect(app.getByTestId("filter-count")).toContainText("5,000 numbers");
  await expect(said).toHaveCount(0);
  await choose(app, file("one-more.csv", `${HEADER}2025-01-01,0170000000,9,4\n`));
  await expect(app.getByTestId("filter-count")).toContainText("5,001 numbers", { timeout: 90_000 });
  await expect(said).toContainText("5,001 numbers and 1,825,001 days of numbers: more than this page is made for");
  await app.getByTestId("language").getByText("FR", { exact: true }).click();
  await expect(said).toContainText("5\u202f001 numéros et 1\u202f825\u202f001 journées de numéros\u00a0: plus que");
});
