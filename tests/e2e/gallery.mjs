// Pictures of every sample, to be looked at: gallery/SAMPLE-WIDTH-THEME-LANGUAGE.png. `make gallery` builds the page
// and runs it: two widths, two themes, two languages, the whole length of the dashboard; and the other views once.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { chromium } from "@playwright/test";

const SAMPLES = ["healthy", "external", "degrading", "blacklisted", "mixed"];
const VIEWS = ["numbers", "daily", "files", "thresholds"];
const HEIGHT = { 1440: 950, 390: 844 };
const FOLDER = "gallery";

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);

const server = spawn("node", ["scripts/serve.mjs", "dist", "0"], { stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => server.kill());
const address = await new Promise((resolve) => {
  server.stdout.on("data", (text) => resolve(/http:\/\/\S+/.exec(text)?.[0]));
});
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
});

const shoot = (page, name) => page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });

let count = 0;
for (const [width, height] of Object.entries(HEIGHT)) {
  for (const theme of ["light", "dark"]) {
    for (const language of ["en", "fr"]) {
      const context = await browser.newContext({
        viewport: { width: Number(width), height },
        colorScheme: theme,
        locale: language === "fr" ? "fr-FR" : "en-GB",
        timezoneId: "Europe/Paris",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      const open = async () => {
        await page.goto(address);
        await page.waitForFunction(() => globalThis.ringwell?.loaded?.then(() => true));
      };
      const suffix = `${width}-${theme}-${language}`;
      await open();
      await shoot(page, `arrival-${suffix}`);
      for (const id of SAMPLES) {
        await open();
        await page.getByTestId(`sample-${id}`).first().click();
        await page.getByTestId("dashboard").waitFor();
        await page.waitForTimeout(300);
        await shoot(page, `${id}-${suffix}`);
        count += 1;
      }
      // The last sample is the hard one: its other views.
      for (const view of VIEWS) {
        await page.evaluate((view) => (location.hash = view), view);
        await page.waitForTimeout(150);
        await shoot(page, `view-${view}-${suffix}`);
      }
      await page.evaluate(() => (location.hash = "today"));
      await page.locator("[data-number]").first().getByRole("link").or(page.locator("[data-number]").first().getByRole("button")).first().click();
      await page.waitForTimeout(150);
      await shoot(page, `view-number-${suffix}`);
      await context.close();
      console.log(`${suffix}: ${SAMPLES.length} samples`);
    }
  }
}
await browser.close();
console.log(`${count} pictures of samples in ${FOLDER}/`);
process.exit(0);
