// Pictures to be looked at, in gallery/: every view and sample, two widths, two themes, two languages, the whole length
// of the page; dialogs; and the sheets that go on paper, as PDF. `make gallery` builds the page and runs it.
//
// `node tests/e2e/gallery.mjs pictures` takes the few of the README instead, into docs/pictures/.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, statSync } from "node:fs";
import { chromium } from "@playwright/test";

const SAMPLES = ["healthy", "external", "degrading", "blacklisted", "mixed"];
const HEIGHT = { 1440: 950, 390: 844 };
/** What a picture of the README may weigh. */
const PICTURE_BYTES = 200_000;

const readme = process.argv[2] === "pictures";
const folder = readme ? "docs/pictures" : "gallery";
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const server = spawn("node", ["scripts/serve.mjs", "dist", "0"], { stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => server.kill());
const address = await new Promise((resolve) => {
  server.stdout.on("data", (text) => resolve(/http:\/\/\S+/.exec(text)?.[0]));
});
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
});

/** A visitor with a window, a theme and a language; what they can do. */
const visit = async (width, theme, language, height = HEIGHT[width]) => {
  const context = await browser.newContext({
    viewport: { width: Number(width), height },
    colorScheme: theme,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    timezoneId: "Europe/Paris",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const suffix = `${width}-${theme}-${language}`;
  const settle = () => page.waitForTimeout(250);
  return {
    page,
    close: () => context.close(),
    open: async () => {
      await page.goto(address);
      await page.waitForFunction(() => globalThis.ringwell?.loaded?.then(() => true));
    },
    sample: async (id) => {
      await page.getByTestId(`sample-${id}`).first().click();
      await page.getByTestId("dashboard").waitFor();
      await settle();
    },
    go: async (view) => {
      await page.evaluate((view) => (location.hash = view), view);
      await settle();
    },
    shoot: (name, options = { fullPage: true }) => page.screenshot({ path: `${folder}/${name}-${suffix}.png`, ...options }),
    print: (name) => page.pdf({ path: `${folder}/${name}-${suffix}.pdf`, preferCSSPageSize: true }),
  };
};

const gallery = async () => {
  let count = 0;
  for (const width of Object.keys(HEIGHT)) {
    for (const theme of ["light", "dark"]) {
      for (const language of ["en", "fr"]) {
        const { page, open, sample, go, shoot, print, close } = await visit(width, theme, language);
        await open();
        await shoot("arrival");
        await page.locator("details.proof summary").first().click();
        await shoot("arrival-proof");
        await page.evaluate(() => document.querySelector(".dropall").setAttribute("data-open", ""));
        await shoot("arrival-drag", {});
        for (const id of SAMPLES) {
          await open();
          await sample(id);
          await shoot(`today-${id}`);
          // The sheets on paper have neither a width nor a theme.
          if (width === "1440" && theme === "light") await print(`paper-${id}`);
          count += 1;
        }
        // The last sample is the hard one: its other views, whatever they are.
        const views = await page
          .locator('header nav a[href^="#"]')
          .evaluateAll((tabs) => [...new Set(tabs.map((tab) => tab.getAttribute("href").slice(1)))]);
        for (const view of views.filter((view) => view !== "today")) {
          await go(view);
          await shoot(`view-${view}`);
        }
        await go("today");
        await page.getByTestId("verdict").locator("details.message summary").first().click();
        await shoot("today-message");
        await page.getByTestId("share").first().click();
        await shoot("today-share", {});
        await page.keyboard.press("Escape");
        await page.locator(".sent").first().click();
        await shoot("today-proof", {});
        await page.keyboard.press("Escape");
        await page.getByTestId("verdict").locator("a.num").first().click();
        await page.waitForTimeout(250);
        await shoot("view-number");
        if (width === "1440" && theme === "light") await print("paper-number");
        await close();
        console.log(`${width} ${theme} ${language}: ${SAMPLES.length} samples, ${views.length} views`);
      }
    }
  }
  console.log(`${count} pictures of samples in ${folder}/, and the views, dialogs and sheets`);
};

const pictures = async () => {
  const desk = await visit("1280", "light", "en", 760);
  await desk.open();
  await desk.shoot("arrival", {});
  await desk.sample("mixed");
  await desk.shoot("today", {});
  await desk.close();
  const phone = await visit("390", "dark", "fr");
  await phone.open();
  await phone.sample("mixed");
  await phone.shoot("today", {});
  await phone.close();
  for (const name of ["arrival-1280-light-en", "today-1280-light-en", "today-390-dark-fr"]) {
    const { size } = statSync(`${folder}/${name}.png`);
    console.log(`${folder}/${name}.png: ${size} bytes`);
    if (size > PICTURE_BYTES) throw new Error(`${name} is heavier than ${PICTURE_BYTES} bytes`);
  }
};

await (readme ? pictures() : gallery());
await browser.close();
process.exit(0);
