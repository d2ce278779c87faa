// What the tests do on the page, by the hooks of the report contract.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

/** Chooses files as a visitor would. */
export const choose = (page, ...files) => page.getByTestId("file-input").first().setInputFiles(files);

/** The dashboard stands, with its figures. */
export const verdict = async (page) => {
  await expect(page.getByTestId("dashboard")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByTestId("verdict")).toBeVisible();
  await expect(page.locator('[data-kpi="answer_rate"]').first()).toHaveAttribute("data-value", /\d/);
};

/** Goes to another view, by its tab. */
export const show = async (page, view) => {
  const tab = page.locator(`nav a[href="#${view}"]:visible`).first();
  if (!(await tab.count())) await page.getByRole("button", { name: "Menu" }).click();
  await tab.click();
  await expect(tab.or(page.locator("nav a[aria-current=page]")).first()).toHaveAttribute("aria-current", "page");
};

/** The unformatted value of a KPI card of the dashboard. */
export const kpi = async (page, id) =>
  Number(await page.getByTestId("dashboard").locator(`[data-kpi="${id}"]`).first().getAttribute("data-value"));

/** What a download button gives. */
export const download = async (page, testId) => {
  const [got] = await Promise.all([page.waitForEvent("download"), page.getByTestId(testId).first().click()]);
  return readFile(await got.path(), "utf8");
};

/** The report as the page exports it. */
export const report = async (page) => JSON.parse(await download(page, "export-json"));

/** Rows read are rows counted and rows set aside, in each file. */
export const accounted = (files) => {
  for (const { name, rows, counted, set_aside } of files) {
    const aside = Object.values(set_aside).reduce((sum, count) => sum + count, 0);
    expect({ name, rows }).toEqual({ name, rows: counted + aside });
  }
};

/** Drops files on an element, as a hand does. */
export const drop = (target, ...files) =>
  target.evaluate(
    (element, files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, text } of files) dataTransfer.items.add(new File([text], name, { type: "text/csv" }));
      for (const type of ["dragenter", "dragover", "drop"]) {
        element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    files.map(({ name, buffer }) => ({ name, text: buffer.toString("utf8") })),
  );

/**
 * Gives the page a file that takes seconds to read and costs no memory: one block of rows, again and again. Whoever looks
 * at the page meanwhile must have done so before it is over.
 */
export const chooseHuge = (page, header, block) =>
  page.getByTestId("file-input").first().evaluate(
    (input, [header, block]) => {
      const piece = new Blob([block]);
      const transfer = new DataTransfer();
      transfer.items.add(new File([header, ...Array(1500).fill(piece)], "huge.csv", { type: "text/csv" }));
      input.files = transfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [header, block],
  );
