//! Days on which the files name voicemail and hold none, though chance would have brought many: from one day to another the
//! dialler's detection or the export's settings were others, and such calls lie under `answered` or `no_answer`. What a
//! file tells is told by its words; whether it was told on each of its days, by their shares. So it makes no difference
//! whether the change lies between two files or within one.

use super::{row::place, series::Series};
use crate::model::{Day, Outcome};

/// Voicemails that chance would have brought to days without one.
const EXPECTED: f64 = 30.0;
/// The least part of the calls of the other days: where agents note one now and then, a month without is no news.
const LEAST_PART: f64 = 0.05;

/// Stretches of days, both ends included, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Untold(Vec<[Day; 2]>);

impl Untold {
    /// The stretches of all calls of an account without a voicemail that chance cannot explain.
    pub fn of(account: &Series) -> Self {
        let mut silent: Vec<([Day; 2], u64)> = Vec::new();
        let (mut hits, mut calls, mut was_silent) = (0, 0, false);
        let places = [place::of(Outcome::Voicemail), place::known(Outcome::Voicemail)];
        account.each_day(places, &mut |day, [voicemails, known]| {
            if voicemails > 0 {
                (hits, calls, was_silent) = (hits + voicemails, calls + known, false);
            } else if known > 0 {
                match silent.last_mut().filter(|_| was_silent) {
                    Some(([_, last], sum)) => (*last, *sum) = (day, *sum + known),
                    None => silent.push(([day; 2], known)),
                }
                was_silent = true;
            }
        });
        let part = hits as f64 / calls.max(1) as f64;
        silent.retain(|(_, calls)| part >= LEAST_PART && part * *calls as f64 >= EXPECTED);
        Self(silent.into_iter().map(|(days, _)| days).collect())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether voicemail was not told on a day.
    pub fn has(&self, day: Day) -> bool {
        self.0.iter().any(|[from, to]| *from <= day && day <= *to)
    }
}

#[cfg(test)]
mod tests {
    use super::Untold;
    use crate::{
        kpi::{Series, Sums},
        model::{Day, Outcome},
    };

    /// A hundred calls a day, and so many voicemails.
    fn account(voicemails: impl Fn(i32) -> u64) -> Series {
        let day = |on: i32| {
            let mut sums = Sums { calls: 100, ..Sums::default() };
            sums.outcomes[Outcome::Voicemail.index()] = voicemails(on);
            sums.known[Outcome::Voicemail.index()] = 100;
            (Day(on), sums)
        };
        Series::new((0..20).map(day).collect())
    }

    #[test]
    fn days_without_a_voicemail_count_where_chance_would_have_brought_many() {
        let days = |untold: &Untold| (0..20).filter(|day| untold.has(Day(*day))).collect::<Vec<_>>();
        // 20 in 100: two days without would have held 40, one day 20.
        assert_eq!(days(&Untold::of(&account(|day| if day < 12 { 20 } else { 0 }))), (12..20).collect::<Vec<_>>());
        assert_eq!(days(&Untold::of(&account(|day| if (5..7).contains(&day) { 0 } else { 20 }))), [5, 6]);
        assert!(Untold::of(&account(|day| if day == 5 { 0 } else { 20 })).is_empty());
        // 4 in 100: noted now and then.
        assert!(Untold::of(&account(|day| if day < 10 { 4 } else { 0 })).is_empty());
        assert!(Untold::of(&account(|_| 0)).is_empty());
    }
}
