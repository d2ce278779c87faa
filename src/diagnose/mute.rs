//! The last days on which hardly a call of a number reached anyone.

use crate::{
    kpi::{NumberBoard, Peers, Series, Sums, chance::Share},
    model::{Day, Outcome},
};

/// The part of the calls that may reach someone by mistake, and how likely a day's must be under it at least.
const HARDLY: f64 = 0.02;
const LIKELY: f64 = 0.05;
/// A number that has not called for so many days is not looked at.
const QUIET_DAYS: i32 = 7;
/// Reaching this part of what the others do, or more, is not silence.
const PART: f64 = 0.15;
/// Calls that such a part would have let through, for none and for each one that was: then more than that part is less
/// likely than 5 % (Poisson).
const EXPECTED: (f64, f64) = (3.0, 2.0);

/// What a number reached on those days, and the others of its pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Mute {
    /// The first of them.
    pub since: Day,
    /// Answered or voicemail ÷ calls.
    pub reached: Share,
    /// The same of the others.
    pub others: Share,
    /// Answered ÷ calls.
    pub reached_people: Share,
    /// The same of the others.
    pub others_people: Share,
    /// Blocked or not placed ÷ calls, where that can be told.
    pub refused: Share,
    /// Whether voicemail is told apart.
    pub tells_voicemail: bool,
}

impl Mute {
    /// `None` where the number reaches people, or where that cannot be told.
    pub fn of(at: usize, number: &NumberBoard, peers: &Peers, as_of: Day) -> Option<Self> {
        let since = begun(&number.series, as_of)?;
        let own = number.series.span(since, as_of);
        let pool = peers.series(at, number, as_of).span(since, as_of);
        let less = |of: Share, own: Share| Share::new(of.hits.saturating_sub(own.hits), of.of.saturating_sub(own.of));
        let mute = Self {
            since,
            reached: reached(&own),
            others: less(reached(&pool), reached(&own)),
            reached_people: own.answer(),
            others_people: less(pool.answer(), own.answer()),
            refused: refused(&own),
            tells_voicemail: own.known_for(Outcome::Voicemail) == own.calls,
        };
        let expected = mute.others.rate()? * PART * mute.reached.of as f64;
        (expected >= EXPECTED.0 + EXPECTED.1 * mute.reached.hits as f64).then_some(mute)
    }
}

/// The first of the last days with calls on which hardly one reached anyone.
fn begun(series: &Series, as_of: Day) -> Option<Day> {
    let mut since = None;
    for (day, sums) in series.iter().rev().filter(|(day, sums)| *day <= as_of && sums.calls > 0) {
        let share = reached(&sums);
        let is_told = sums.known_for(Outcome::Answered) == sums.calls;
        let is_late = since.is_some() || day > as_of - QUIET_DAYS;
        if !is_late || !is_told || !is_hardly(share) {
            break;
        }
        since = Some(day);
    }
    since
}

/// Whether so many of a day's calls, or more, get through by mistake now and then (Poisson).
fn is_hardly(share: Share) -> bool {
    let mean = HARDLY * share.of as f64;
    let (mut term, mut fewer) = (libm::exp(-mean), 0.0);
    for count in 0..share.hits {
        fewer += term;
        term *= mean / (count + 1) as f64;
        if 1.0 - fewer < LIKELY {
            return false;
        }
    }
    true
}

fn reached(sums: &Sums) -> Share {
    Share::new(sums.answered() + sums.of_outcome(Outcome::Voicemail), sums.known_for(Outcome::Answered))
}

fn refused(sums: &Sums) -> Share {
    let told = [Outcome::Blocked, Outcome::Failed].into_iter().filter(|it| sums.known_for(*it) > 0);
    told.fold(Share::default(), |sum, outcome| {
        Share::new(sum.hits + sums.of_outcome(outcome), sum.of.max(sums.known_for(outcome)))
    })
}

#[cfg(test)]
mod tests {
    use super::{Share, is_hardly};

    #[test]
    fn a_day_may_let_through_what_two_per_cent_do_one_day_in_twenty() {
        // Means 0.4, 1, 2: two or more in 6.2 %, 26 %, 59 % of days; three or more in 0.8 %, 8.0 %, 32 %; five in 5.3 % (of 2).
        let most = |calls: u64| (0..=calls).take_while(|hits| is_hardly(Share::new(*hits, calls))).last();
        assert_eq!([1, 3, 20, 50, 100].map(most), [Some(0), Some(1), Some(2), Some(3), Some(5)]);
        assert!(!is_hardly(Share::new(60, 100)));
    }
}
