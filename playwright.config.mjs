// End-to-end tests: the release page, under its real policy, in the system's Chromium, as `make e2e` runs them.
import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";

// A free port, so that several clones can test at once. Test processes inherit it.
process.env.E2E_PORT ??= await new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(String(port)));
  });
});

// Not at the root of the host: the page must run from any folder.
const BASE = "/team/ringwell/";
const { E2E_PORT } = process.env;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0, // a test that fails now and then is broken
  workers: 2,
  reporter: [["list"], ["./tests/e2e/count.mjs"]],
  webServer: {
    command: `node scripts/serve.mjs dist ${E2E_PORT} ${BASE}`,
    url: `http://localhost:${E2E_PORT}${BASE}`,
    reuseExistingServer: false,
  },
  use: {
    baseURL: `http://localhost:${E2E_PORT}${BASE}`,
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 950 } } },
    // The policy does not depend on the width.
    { name: "phone", testIgnore: "**/policy.spec.mjs", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
});
