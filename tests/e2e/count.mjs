// A Playwright reporter that closes with one plain line, for whoever counts: "e2e: N passed, N failed".
// A test that is skipped, or passes only when tried again, is said too.

export default class Count {
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    const outcomes = { expected: 0, unexpected: 0, skipped: 0, flaky: 0 };
    for (const test of this.suite?.allTests() ?? []) outcomes[test.outcome()] += 1;
    const extra = ["skipped", "flaky"].filter((kind) => outcomes[kind]).map((kind) => `, ${outcomes[kind]} ${kind}`);
    console.log(`e2e: ${outcomes.expected} passed, ${outcomes.unexpected} failed${extra.join("")}`);
  }

  printsToStdio() {
    return false;
  }
}
