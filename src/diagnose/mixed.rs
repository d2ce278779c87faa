//! What the three diagnoses of another mix of calls share: schedule, over-recycled leads, other kinds of line.

use super::{
    certainty::FINDING,
    finding::{Action, Check, Diagnosis, Evidence, Finding, Signal},
    other_lines, over_recycled_leads, schedule,
    strata::{Explained, Strata},
};
use crate::{
    kpi::{Series, Spans},
    model::{Day, Subject},
    tally::MixTally,
};

/// A subject whose calls are looked at by class.
#[derive(Debug)]
pub struct Mixed<'a> {
    /// Who.
    pub subject: &'a Subject,
    /// All its calls.
    pub series: &'a Series,
    /// Their parts of the day and attempts; empty where the files do not tell.
    pub mixes: &'a [(Day, MixTally)],
    /// The two spans.
    pub spans: Spans,
}

/// What a diagnosis adds to what its classes explain.
#[derive(Debug)]
pub struct Verdict {
    /// Which.
    pub diagnosis: Diagnosis,
    /// What else speaks for it.
    pub evidence: Vec<Evidence>,
    /// What speaks against it.
    pub against: Vec<Evidence>,
    /// What to do, in order.
    pub actions: Vec<Action>,
    /// What would confirm it.
    pub confirm: Vec<Check>,
    /// What would rule it out.
    pub rules_out: Vec<Check>,
}

impl Mixed<'_> {
    /// Calls of the later span.
    pub fn calls(&self) -> u64 {
        let [from, to] = self.spans.recent;
        self.series.span(from, to).calls
    }

    /// The calls by attempt.
    pub fn attempts(&self) -> Option<Strata> {
        Strata::of_attempts(self.mixes, self.spans, self.calls())
    }

    /// A finding of what the classes explain.
    pub fn finding(&self, explained: Explained, verdict: Verdict) -> Finding {
        let unchecked = [(Signal::Hours, self.by_hours()), (Signal::Attempts, self.attempts().is_some())];
        Finding {
            diagnosis: verdict.diagnosis,
            scope: self.subject.scope(),
            subject: self.subject.clone(),
            since: self.spans.recent[0],
            certainty: explained.certainty,
            evidence: explained.evidence.into_iter().chain(verdict.evidence).collect(),
            against: verdict.against,
            unchecked: unchecked.into_iter().filter(|(_, told)| !told).map(|(signal, _)| signal).collect(),
            actions: verdict.actions,
            confirm: verdict.confirm,
            rules_out: verdict.rules_out,
            lost_conversations: Some(explained.lost),
        }
    }

    fn by_hours(&self) -> bool {
        Strata::of_hours(self.mixes, self.spans, self.calls()).is_some()
    }
}

/// The likeliest of the three, where one is a finding.
pub fn diagnose(mixed: &Mixed) -> Option<Finding> {
    let [after, before] = [mixed.spans.recent, mixed.spans.before].map(|[from, to]| mixed.series.span(from, to));
    if !after.comparable(&before) {
        return None;
    }
    let all = [schedule::diagnose(mixed), over_recycled_leads::diagnose(mixed), other_lines::diagnose(mixed)];
    let sure = all.into_iter().flatten().filter(|finding| finding.certainty >= FINDING);
    sure.max_by(|a, b| a.certainty.total_cmp(&b.certainty))
}
