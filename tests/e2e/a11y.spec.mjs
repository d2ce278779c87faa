// Axe finds nothing to mend on the first page, in either theme.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";

for (const theme of ["light", "dark"]) {
  test(`the first page is accessible, ${theme}`, async ({ page, app }) => {
    await page.emulateMedia({ colorScheme: theme });
    const { violations } = await new AxeBuilder({ page: app }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
  });
}
