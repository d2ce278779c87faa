//! Remarks that are no findings: what limits the figures.

use super::shape::{FileReport, Note, NumberReport, Status};
use crate::{
    kpi::Sums,
    model::{Outcome, ProblemKind},
    tally::Ledger,
};

/// Unassigned words above this share of the calls make the rates uncertain, in per cent.
const UNCLASSIFIED_PERCENT: f64 = 1.0;

/// All notes, the one that limits most figures first.
pub fn notes(account: &Sums, ledger: &Ledger, files: &[FileReport], numbers: &[NumberReport]) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut say = |id, about, value| notes.push(Note { id, about, value });
    let percent = |count: u64| count as f64 / account.calls as f64 * 100.0;
    if account.calls > 0 {
        let unclassified = percent(account.of_outcome(Outcome::Unclassified));
        if unclassified > UNCLASSIFIED_PERCENT {
            say("unclassified_words", None, Some(unclassified));
        }
        match account.known_for(Outcome::Voicemail) {
            0 => say("voicemail_not_measured", None, None),
            known if known < account.calls => say("voicemail_measured_in_part", None, Some(percent(known))),
            _ => {}
        }
        if account.known_for(Outcome::Rejected) == 0 {
            say("rejections_not_measured", None, None);
        }
    }
    for file in files.iter().filter(|file| file.problems.contains(&ProblemKind::NoNumberColumn)) {
        say("no_number_column", Some(file.name.clone()), Some(file.counted as f64));
    }
    if ledger.agents_dropped {
        say("agents_joined", None, None);
    }
    if ledger.teams_dropped {
        say("teams_joined", None, None);
    }
    for number in numbers.iter().filter(|number| number.status == Status::Unknown) {
        say("too_few_calls", Some(number.number.clone()), Some(number.totals.calls as f64));
    }
    notes
}
