// One click shows what Ringwell says of five call centres that do not exist.
import { expect, test } from "./fixtures.mjs";
import { accounted, report, verdict } from "./page.mjs";

/** What must be found in each: diagnosis and subject, most urgent first. */
const FOUND = {
  healthy: [],
  external: ["external_or_list account"],
  degrading: ["degrading +33162004105", "degrading +33270001702"],
  blacklisted: ["blacklisted +33162004204"],
  mixed: [
    "blacklisted +33270001704",
    "early_label +33162004103",
    "degrading +33162004203",
    "volume_triggered +33162004103",
  ],
};

for (const [id, expected] of Object.entries(FOUND)) {
  test(`the sample ${id} shows its verdict`, async ({ app }) => {
    await app.getByTestId(`sample-${id}`).first().click();
    await verdict(app);
    const { findings, numbers, files } = await report(app);
    const found = findings.map(({ diagnosis, scope, subject }) => `${diagnosis} ${scope === "number" ? subject : scope}`);
    expect(found.sort()).toEqual([...expected].sort());
    expect(numbers).toHaveLength(24);
    accounted(files);
    const national = (subject) => new RegExp(subject.slice(-8).replaceAll(/(\d\d)/g, "$1\\s?"));
    for (const subject of expected.map((one) => one.split(" ")[1]).filter((one) => one.startsWith("+"))) {
      await expect(app.getByTestId("verdict")).toContainText(national(subject));
    }
  });
}
