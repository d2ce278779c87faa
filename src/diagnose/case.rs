//! One number's case: its signals and what the rest of the account makes of them.

use super::{
    certainty::MOST,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    signals::Signals,
};
use crate::model::{Day, Settings, Subject};

/// What a diagnosis of a number looks at.
#[derive(Debug)]
pub struct Case<'a> {
    /// Who.
    pub subject: Subject,
    /// What there is to see.
    pub signals: &'a Signals,
    /// The p of the fall, adjusted for all numbers looked at; 1 where it was not tested.
    pub adjusted_p: f64,
    /// Numbers of its pool that do well and have room.
    pub spares: &'a [String],
    /// The settings.
    pub settings: &'a Settings,
}

/// What a diagnosis adds to the evidence that all have in common.
#[derive(Debug, Default)]
pub struct Verdict {
    /// What speaks for it.
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

impl Case<'_> {
    /// The finding, with what could not be checked.
    pub fn finding(&self, diagnosis: Diagnosis, since: Day, certainty: f64, verdict: Verdict) -> Finding {
        Finding {
            diagnosis,
            scope: self.subject.scope(),
            subject: self.subject.clone(),
            since,
            certainty: certainty.clamp(0.0, MOST),
            evidence: verdict.evidence,
            against: verdict.against,
            unchecked: self.unchecked(),
            actions: verdict.actions,
            confirm: verdict.confirm,
            rules_out: verdict.rules_out,
            lost_conversations: self.signals.lost,
        }
    }

    /// The answer rate, and the same beside the pool where it was looked at.
    pub fn answer(&self) -> Vec<Evidence> {
        let days = self.signals.days();
        let answer = self.signals.answer.map(|answer| answer.evidence(Signal::AnswerRate, days));
        answer.into_iter().chain(self.beside()).collect()
    }

    /// The answer rate beside the pool, and the pool's own.
    pub fn beside(&self) -> Vec<Evidence> {
        let Some(beside) = &self.signals.beside else { return Vec::new() };
        let days = self.signals.days();
        let n = self.signals.answer.map_or(0, |answer| answer.n);
        vec![
            Evidence::of(Signal::AnswerRateVsPool, beside.points, n, days),
            beside.others.evidence(Signal::PoolAnswerRate, days),
        ]
    }

    /// The score against its past.
    pub fn score(&self) -> Option<Evidence> {
        let score = self.signals.score.as_ref()?;
        Some(Evidence {
            before: Some(score.before),
            after: Some(score.latest),
            source: Some(score.source.clone()),
            ..Evidence::plain(Signal::Score, score.change(), score.readings_before as u64 + 1, [score.since, score.day])
        })
    }

    /// The flag, raised (1) or known not to be (0).
    pub fn flag(&self) -> Option<Evidence> {
        let flagged = self.signals.flagged?;
        let (source, since) = self.signals.flag.clone().filter(|_| flagged).unzip();
        let days = [since.unwrap_or(self.signals.as_of), self.signals.as_of];
        Some(Evidence { source, ..Evidence::plain(Signal::Flagged, f64::from(u8::from(flagged)), 1, days) })
    }

    /// Voicemail and rejection, those that rose beyond chance apart from those that did not.
    pub fn refused(&self) -> (Vec<Evidence>, Vec<Evidence>) {
        let rates = [(Signal::VoicemailRate, self.signals.voicemail), (Signal::RejectionRate, self.signals.refusal)];
        let known = rates.into_iter().filter_map(|(signal, shift)| Some((signal, shift?)));
        let (rose, held): (Vec<_>, Vec<_>) = known.partition(|(_, shift)| shift.rises());
        let days = self.signals.days();
        let told = |list: Vec<(Signal, super::shift::Shift)>| {
            list.into_iter().map(|(signal, shift)| shift.evidence(signal, days)).collect()
        };
        (told(rose), told(held))
    }

    /// What often comes before a label: more calls than the cap, and spam reports.
    pub fn causes(&self) -> Vec<Evidence> {
        let (days, signals) = (self.signals.days(), self.signals);
        let n = signals.answer.map_or(0, |answer| answer.n);
        let busy = signals.calls_per_day > f64::from(self.settings.watch.volume_cap);
        let volume = busy.then(|| Evidence::plain(Signal::Volume, signals.calls_per_day, n, days));
        let reports = signals.reports.filter(|count| *count > 0);
        let span = [signals.as_of - 27, signals.as_of];
        let reports = reports.map(|count| Evidence::plain(Signal::SpamReports, count as f64, count, span));
        volume.into_iter().chain(reports).collect()
    }

    /// Conversions among answered calls, where they are known.
    pub fn conversion(&self) -> Option<Evidence> {
        Some(self.signals.conversion?.evidence(Signal::ConversionRate, self.signals.days()))
    }

    /// The calls that must go elsewhere, and where.
    pub fn switch_to_spares(&self) -> Action {
        Action { numbers: self.spares.to_vec(), ..Action::of(ActionId::SwitchToSpares) }
    }

    fn unchecked(&self) -> Vec<Signal> {
        let signals = self.signals;
        let looked_at = [
            (Signal::AnswerRate, signals.answer.is_some()),
            (Signal::AnswerRateVsPool, signals.beside.is_some() || !signals.falls()),
            (Signal::Score, signals.score.is_some()),
            (Signal::Flagged, signals.flagged.is_some()),
            (Signal::VoicemailRate, signals.voicemail.is_some()),
            (Signal::RejectionRate, signals.refusal.is_some()),
            (Signal::RingTime, signals.hardly_rang.is_some()),
            (Signal::ConversionRate, signals.conversion.is_some()),
            (Signal::MobileAnswerRate, signals.lines.is_some()),
            (Signal::SpamReports, signals.reports.is_some()),
        ];
        looked_at.into_iter().filter(|(_, done)| !done).map(|(signal, _)| signal).collect()
    }
}
