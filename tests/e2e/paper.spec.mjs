// Reports for people: one page on paper, one file to share, text, tables; and notifications.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, download, verdict } from "./page.mjs";

const sample = async (app, id = "blacklisted") => {
  await app.getByTestId(`sample-${id}`).first().click();
  await verdict(app);
};
const speak = (app, language) => app.getByRole("button", { name: language.toUpperCase(), exact: true }).click();
const share = async (app) => {
  await app.getByTestId("share").first().click();
  await expect(app.getByRole("dialog")).toBeVisible();
};
/** What stands on the sheet that takes the page's place while the browser prints. */
const printed = (app) =>
  app.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const host = document.getElementById("paper");
    const text = host?.shadowRoot.textContent;
    const zoom = host?.style.zoom;
    dispatchEvent(new Event("afterprint"));
    return { text, zoom, left: document.querySelectorAll("#paper").length };
  });
/** How many pages a PDF has. */
const pages = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;

test("the account goes onto one page of paper, in both languages", async ({ app }) => {
  await sample(app, "mixed");
  for (const [language, method] of [["en", "How these figures were made"], ["fr", "Comment ces chiffres sont établis"]]) {
    await speak(app, language);
    const { text, left } = await printed(app);
    expect(text).toContain(method);
    expect(text).toContain(await app.getByTestId("verdict").locator("h1").textContent());
    expect(left).toBe(0);
    expect(pages(await app.pdf({ preferCSSPageSize: true }))).toBe(1);
  }
});

test("a number goes onto one page of paper, light even where the page is dark", async ({ app }) => {
  await app.emulateMedia({ colorScheme: "dark" });
  await sample(app);
  await app.getByTestId("verdict").locator("a.num").first().click();
  const number = (await app.locator("main h1").first().textContent()).trim();
  const { text } = await printed(app);
  expect(text).toContain(number);
  expect(text).toContain("The last days with calls");
  const ground = await app.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const sheet = document.getElementById("paper").shadowRoot.querySelector(".sheet");
    const { backgroundColor, color } = getComputedStyle(sheet);
    dispatchEvent(new Event("afterprint"));
    return [backgroundColor, color];
  });
  expect(ground).toEqual(["rgb(255, 255, 255)", "rgb(20, 24, 31)"]);
  expect(pages(await app.pdf({ preferCSSPageSize: true }))).toBe(1);
});

test("paper, reports and tables follow the filter and say so, and name no agent", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  for (const [language, unnamed, left, column] of [
    ["en", "Agent: 1 chosen, not named here", "3 of 3 numbers, 300 of 600 calls", /^\ufeffNumber,.*,Filter\n/],
    ["fr", "Agent\u00a0: 1 choisi, non nommé ici", "3 numéros sur 3, 300 appels sur 600", /^\ufeffNuméro;.*;Filtre\n/],
  ]) {
    await speak(app, language);
    expect((await printed(app)).text).not.toContain(unnamed);
    if (!(await app.locator("#filter-panel").count())) await app.locator("#filter-open").click();
    await app.locator('#filter-panel [data-kind="agent"]').getByLabel("Camille").check();
    await expect(app.getByTestId("filter-count")).toHaveText(left);
    await app.keyboard.press("Escape"); // the panel lies over what follows
    const { text } = await printed(app);
    expect(text).toContain(unnamed);
    expect(text).toContain(left);
    expect(text).not.toContain("Camille");
    expect(pages(await app.pdf({ preferCSSPageSize: true }))).toBe(1);
    await share(app);
    await expect(app.getByTestId("share-part")).toBeVisible();
    for (const id of ["export-html", "export-markdown"]) {
      const report = await download(app, id);
      expect(report).toContain(left);
      expect(report).not.toContain("Camille");
    }
    const [got] = await Promise.all([app.waitForEvent("download"), app.getByTestId("export-numbers-csv").click()]);
    expect(got.suggestedFilename()).toMatch(/-filt(ered|re)\.csv$/);
    const table = await readFile(await got.path(), "utf8");
    expect(table).toMatch(column);
    expect(table).toContain(left);
    await app.keyboard.press("Escape");
    await app.getByTestId("filter-clear").click();
    await expect(app.getByTestId("filter-count")).toContainText("600");
  }
});

test("views that are tables are printed as they are", async ({ app }) => {
  await sample(app);
  await app.evaluate(() => (location.hash = "files"));
  await expect(app.getByTestId("import-report").first()).toBeVisible();
  expect((await printed(app)).text).toBeUndefined();
});

test("the report is one file that opens by itself, with own numbers shortened unless asked otherwise", async ({ app, context }, info) => {
  test.setTimeout(60_000);
  await sample(app);
  const number = await app.getByTestId("verdict").locator("[data-subject]").first().getAttribute("data-subject");
  const end = number.slice(-8);
  await share(app);
  const careful = await download(app, "export-html");
  expect(careful).toContain("•• ••".replace(" ", "\u00a0"));
  expect(careful.replace(/\D/g, "")).not.toContain(end);
  expect(careful).not.toMatch(/<script|<link|<img|\ssrc=|\shref=/);

  await app.getByTestId("shorten").uncheck();
  const [got] = await Promise.all([app.waitForEvent("download"), app.getByTestId("export-html").click()]);
  expect(got.suggestedFilename()).toMatch(/^ringwell-report-\d{4}-\d\d-\d\d\.html$/);
  const path = info.outputPath("report.html");
  await got.saveAs(path);
  expect((await readFile(path, "utf8")).replace(/\D/g, "")).toContain(end);

  const opened = await context.newPage();
  const errors = [];
  opened.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await opened.goto(`file://${path}`);
  await expect(opened.locator("h1")).toHaveText("1 number needs you today");
  expect(errors).toEqual([]);
  const { violations } = await new AxeBuilder({ page: opened }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
  expect(await opened.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await opened.close();
});

test("the report as text, and the tables in the form of the reader's spreadsheet", async ({ app }) => {
  await sample(app);
  await share(app);
  expect(await download(app, "export-markdown")).toMatch(/^# 1\s?number needs you today\n/);
  expect(await download(app, "export-numbers-csv")).toMatch(/^\ufeffNumber,Pool,Status,Calls,/);
  expect((await download(app, "export-findings-csv")).split("\n")[1]).toMatch(/^\+33\d{9},Blacklisted,2026-/);
  await app.keyboard.press("Escape");
  await speak(app, "fr");
  await share(app);
  expect(await download(app, "export-numbers-csv")).toMatch(/^\ufeffNuméro;Groupe;Statut;Appels;/);
  expect(await download(app, "export-alerts-csv")).toMatch(/\n\+33\d{9};Nouvellement /);
});

test("a hostile name of a campaign stays text in every file", async ({ app }) => {
  await choose(app, file("calls.csv", callLog().replaceAll("Mutuelle", "=1+1<script>alert(1)</script>")));
  await verdict(app);
  await share(app);
  for (const id of ["export-html", "export-markdown"]) expect(await download(app, id)).not.toMatch(/[^\\]<script/);
  const table = await download(app, "export-numbers-csv");
  expect(table).not.toMatch(/(^|,)"?=1\+1/m);
});

for (const theme of ["light", "dark"]) {
  test(`the dialog works by keyboard and is accessible, ${theme}`, async ({ app }) => {
    await app.emulateMedia({ colorScheme: theme });
    await sample(app, "healthy");
    await app.getByTestId("share").focus();
    await app.keyboard.press("Enter");
    await expect(app.getByRole("dialog", { name: "Print, share, export" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page: app }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
    await app.keyboard.press("Escape");
    await expect(app.getByRole("dialog")).toBeHidden();
    await expect(app.getByTestId("share")).toBeFocused();
  });
}

test("notifications are asked for by a click alone, and tell what a reading brings", async ({ page, open }) => {
  await page.addInitScript(() => {
    globalThis.asked = 0;
    globalThis.shown = [];
    globalThis.Notification = class {
      static permission = "default";
      static async requestPermission() {
        globalThis.asked += 1;
        return (this.permission = "granted");
      }
      constructor(title, { body }) {
        globalThis.shown.push([title, body]);
      }
    };
  });
  const app = await open();
  await sample(app, "healthy");
  expect(await app.evaluate(() => [globalThis.asked, globalThis.shown.length])).toEqual([0, 0]);
  await app.getByTestId("notify").click();
  await expect(app.getByTestId("notify")).toHaveAttribute("aria-pressed", "true");
  await app.evaluate(() => (location.hash = "start"));
  await app.getByTestId("sample-blacklisted").first().click();
  await expect.poll(() => app.evaluate(() => globalThis.shown.length), { timeout: 20_000 }).toBe(1);
  const [[title, text]] = await app.evaluate(() => globalThis.shown);
  expect(title).toBe("1\u00a0number needs you today");
  expect(text).toMatch(/^\d+ new confirmed alerts?\.$/);

  // Nothing of it names a number, and pressing again ends it.
  const kept = await app.evaluate(() => localStorage.getItem("ringwell.seen"));
  expect(kept).toMatch(/^[0-9a-f]{8}( [0-9a-f]{8})*$/);
  await app.getByTestId("notify").click();
  await expect(app.getByTestId("notify")).toHaveAttribute("aria-pressed", "false");
});
