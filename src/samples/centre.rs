//! The call centre of all samples: its numbers, campaigns, teams, agents and working days.

use chrono::{Datelike, Weekday};

use super::{FIRST_DAY, LAST_DAY};
use crate::model::Day;

/// How many own numbers there are.
pub const NUMBERS: usize = 24;
/// Own numbers per campaign; the numbers of a campaign follow each other.
pub const PER_CAMPAIGN: usize = 8;
/// The campaigns.
pub const CAMPAIGNS: [&str; 3] = ["Rénovation", "Mutuelle", "Énergie"];
/// The team of each campaign.
pub const TEAMS: [&str; 3] = ["Équipe Lyon", "Équipe Nantes", "Équipe Lyon"];
/// The agents, six to a campaign. Invented.
const AGENTS: [&str; 18] = [
    "Camille", "Inès", "Hugo", "Léa", "Mehdi", "Chloé", "Lucas", "Sarah", "Thomas", "Aïcha", "Julien", "Manon",
    "Karim", "Élodie", "Nathan", "Fatou", "Antoine", "Zoé",
];

/// The campaign of a number, by its place in [`CAMPAIGNS`].
pub fn campaign(number: usize) -> usize {
    number / PER_CAMPAIGN
}

/// An own number in digits, without `+`. French numbers kept for platforms (01 62 and 02 70).
pub fn own_digits(number: usize) -> u64 {
    let first = match campaign(number) {
        0 => 33_162_004_101,
        1 => 33_162_004_201,
        _ => 33_270_001_701,
    };
    first + (number % PER_CAMPAIGN) as u64
}

/// The name of an agent of a campaign, `at` from 0 to 5.
pub fn agent(campaign: usize, at: usize) -> &'static str {
    AGENTS[(campaign * 6 + at) % AGENTS.len()]
}

/// Days on which the centre calls: weekdays but Christmas and New Year's Day.
pub fn working_days(from: Day, to: Day) -> impl Iterator<Item = Day> {
    (from.0.max(FIRST_DAY.0)..=to.0.min(LAST_DAY.0)).map(Day).filter(|day| {
        let date = day.date();
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && !matches!((date.month(), date.day()), (12, 25) | (1, 1))
    })
}

#[cfg(test)]
mod tests {
    use super::{own_digits, working_days};
    use crate::samples::{FIRST_DAY, LAST_DAY, OVERLAP};

    #[test]
    fn the_samples_end_on_a_monday_after_forty_working_days() {
        assert_eq!(FIRST_DAY.to_string(), "2025-12-19");
        assert_eq!(LAST_DAY.to_string(), "2026-02-16");
        assert_eq!((OVERLAP.0.to_string(), OVERLAP.1.to_string()), ("2026-02-03".into(), "2026-02-09".into()));
        assert_eq!(working_days(FIRST_DAY, LAST_DAY).count(), 40);
        assert_eq!(LAST_DAY.weekday(), chrono::Weekday::Mon);
    }

    #[test]
    fn every_number_is_another() {
        let mut all: Vec<u64> = (0..24).map(own_digits).collect();
        all.dedup();
        assert_eq!((all.len(), all.first(), all.last()), (24, Some(&33_162_004_101), Some(&33_270_001_708)));
    }
}
