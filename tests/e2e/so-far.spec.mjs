// While files are read: what they say so far, as soon as it means something.
import { expect, test } from "./fixtures.mjs";
import { callLog } from "./logs.mjs";
import { chooseHuge } from "./page.mjs";

for (const [locale, words] of Object.entries({
  "en-GB": [/calls so far/, /numbers seen, or more/, /answer rate so far/],
  "fr-FR": [/appels à ce stade/, /numéros vus, au moins/, /taux de décroché à ce stade/],
})) {
  test.describe(locale, () => {
    test.use({ locale });
    test("calls, numbers and the answer rate with its interval are told, and the reading can be given up", async ({ app }) => {
      const [header, ...rows] = callLog({ perDay: 300 }).split("\n");
      await chooseHuge(app, `${header}\n`, rows.join("\n"));
      const soFar = app.getByTestId("so-far");
      for (const word of words) await expect(soFar).toContainText(word, { timeout: 15_000 });
      await expect(soFar).toContainText(/3\s*(numbers|numéros)/);
      await expect(soFar).toContainText(/40[.,]0\s%\s\(3\d[.,]\d (to|à) 4\d[.,]\d\)/);
      await app.getByTestId("cancel").click();
      await expect(soFar).toHaveCount(0);
      await expect(app.getByTestId("drop-zone").first()).toBeVisible();
    });
  });
}
