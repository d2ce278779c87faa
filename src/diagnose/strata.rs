//! The same calls compared with the same calls: hours with hours, attempts with attempts, kinds of line with kinds of
//! line. Fewer answers because the calls have moved to harder ones are nobody's label; a fall in one class alone is not
//! the number's, which all classes share.
//!
//! Like for like: the difference of the rates within the classes, weighed as Mantel and Haenszel do (S. Greenland and
//! J. Robins, "Estimation of a common effect parameter from sparse follow-up data", Biometrics 41, 1985).

use super::{
    finding::{Evidence, Signal},
    shift::Shift,
};
use crate::{
    kpi::{
        Series, Spans,
        chance::{Interval, Share, Weighed, upper_tail},
    },
    model::{AttemptClass, Day, DayPart},
    tally::{Counts, MixTally},
};

/// Points lost in all, and points of them that the move explains, and the part that they must be.
const MOVED: (f64, f64, f64) = (3.0, 2.5, 0.6);
/// Points that one class loses, and those that it loses beyond the others, and their standard errors.
const ALONE: (f64, f64, f64) = (6.0, 5.0, 3.2);
/// What the others may lose meanwhile, in points.
const OTHERS_HOLD: f64 = 2.5;
/// Calls of a class in both spans.
const CLASS_CALLS: u64 = 60;
/// The part of the calls of which the class is known.
const KNOWN: f64 = 0.9;
/// How far a rate wanders from span to span by itself, in points: of all calls, of one class.
const WANDER: (f64, f64) = (1.0, 1.5);
/// Nothing explains a fall for certain.
const SURE: f64 = 0.93;

/// One class of calls in two spans.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Its id, as in the report: `12-14`, `3+`, `mobile`, `monday`.
    pub id: &'static str,
    now: Share,
    then: Share,
}

/// A subject's calls by class in two spans.
#[derive(Clone, Debug, PartialEq)]
pub struct Strata {
    /// The classes that have calls.
    pub classes: Vec<Class>,
    /// The later span.
    pub days: [Day; 2],
}

/// What the classes explain of a fall.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The class to which the calls have moved, or which falls alone.
    pub class: Class,
    /// 0 to 1.
    pub certainty: f64,
    /// The levels of all calls, the change like for like, and what concerns the class.
    pub evidence: Vec<Evidence>,
    /// Conversations lost to it in the later span: estimate, low, high.
    pub lost: [f64; 3],
}

const PART_IDS: [&str; 5] = ["00-10", "10-12", "12-14", "14-17", "17-24"];
const ATTEMPT_IDS: [&str; 3] = ["1", "2", "3+"];
const WEEKDAY_IDS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Strata {
    /// By part of the day.
    pub fn of_hours(mixes: &[(Day, MixTally)], spans: Spans, calls: u64) -> Option<Self> {
        Self::of_mixes(mixes, spans, calls, &PART_IDS, |mix, at| mix.parts[DayPart::ALL[at] as usize])
    }

    /// By attempt.
    pub fn of_attempts(mixes: &[(Day, MixTally)], spans: Spans, calls: u64) -> Option<Self> {
        Self::of_mixes(mixes, spans, calls, &ATTEMPT_IDS, |mix, at| mix.attempts[AttemptClass::ALL[at] as usize])
    }

    fn of_mixes(
        mixes: &[(Day, MixTally)],
        spans: Spans,
        calls: u64,
        ids: &[&'static str],
        counts: impl Fn(&MixTally, usize) -> Counts,
    ) -> Option<Self> {
        let sum = |[from, to]: [Day; 2], at: usize| {
            let inside = mixes.iter().filter(|(day, _)| *day >= from && *day <= to);
            let share = |[of, hits]: Counts| Share::new(hits.into(), of.into());
            inside.map(|(_, mix)| share(counts(mix, at))).sum::<Share>()
        };
        let class =
            |(at, id): (usize, &&'static str)| Class { id, now: sum(spans.recent, at), then: sum(spans.before, at) };
        let all = Self { classes: ids.iter().enumerate().map(class).collect(), days: spans.recent };
        let known = all.classes.iter().map(|class| class.now.of).sum::<u64>() as f64;
        (known >= KNOWN * calls as f64).then(|| all.filled()).flatten()
    }

    /// By kind of line called.
    pub fn of_lines(series: &Series, spans: Spans) -> Option<Self> {
        let (now, then) = spans.sums(series);
        let share = |[of, hits]: [u64; 2]| Share::new(hits, of);
        let classes = vec![
            Class { id: "mobile", now: share(now.mobile), then: share(then.mobile) },
            Class { id: "landline", now: share(now.landline), then: share(then.landline) },
        ];
        let known = now.mobile[0] + now.landline[0];
        let all = Self { classes, days: spans.recent };
        (known as f64 >= KNOWN * now.calls as f64).then(|| all.filled()).flatten()
    }

    /// By weekday.
    pub fn of_weekdays(series: &Series, spans: Spans) -> Option<Self> {
        let sum = |[from, to]: [Day; 2], at: usize| {
            let is_it = |day: Day| day >= from && day <= to && day.weekday().num_days_from_monday() as usize == at;
            series.iter().filter(|(day, _)| is_it(*day)).map(|(_, sums)| sums.answer()).sum::<Share>()
        };
        let class =
            |(at, id): (usize, &&'static str)| Class { id, now: sum(spans.recent, at), then: sum(spans.before, at) };
        Self { classes: WEEKDAY_IDS.iter().enumerate().map(class).collect(), days: spans.recent }.filled()
    }

    /// Only where there are two classes to compare.
    fn filled(mut self) -> Option<Self> {
        self.classes.retain(|class| class.now.of + class.then.of > 0);
        let told = |class: &&Class| class.now.of.min(class.then.of) > 0;
        (self.classes.iter().filter(told).count() > 1).then_some(self)
    }

    /// The calls have moved to classes in which fewer answer.
    pub fn moved(&self) -> Option<Explained> {
        let crude = self.crude()?;
        let like = like_for_like(self.classes.iter())?;
        let explained = crude.points.value - like.value;
        let (least, least_explained, part) = MOVED;
        if crude.points.value > -least
            || !crude.points.is_below_zero()
            || explained > -least_explained
            || explained > part * crude.points.value
        {
            return None;
        }
        let error = libm::hypot(like.error(), WANDER.0);
        let half = (like.value - crude.points.value / 2.0) / error;
        let average = crude.before;
        // The class that took most calls from better ones.
        let weight = |class: &Class| {
            let rate = class.then.rate().or(class.now.rate()).unwrap_or_default() * 100.0;
            (self.part(class.now, |class| class.now) - self.part(class.then, |class| class.then)) * (average - rate)
        };
        let class = self.classes.iter().max_by(|a, b| weight(a).total_cmp(&weight(b)))?;
        let (now, then) = (self.part(class.now, |class| class.now), self.part(class.then, |class| class.then));
        let share = Evidence {
            before: Some(then * 100.0),
            after: Some(now * 100.0),
            about: Some(class.id.to_owned()),
            ..Evidence::plain(Signal::ClassShare, (now - then) * 100.0, class.now.of, self.days)
        };
        Some(Explained {
            class: class.clone(),
            certainty: SURE * (1.0 - upper_tail(half)),
            lost: lost(&crude),
            evidence: vec![crude.evidence(Signal::AnswerRate, self.days), share, self.told(like)],
        })
    }

    /// One class alone falls.
    pub fn alone(&self) -> Option<Explained> {
        let found = self.classes.iter().filter_map(|class| self.class_alone(class));
        found.max_by(|a, b| a.certainty.total_cmp(&b.certainty))
    }

    fn class_alone(&self, class: &Class) -> Option<Explained> {
        if class.now.of.min(class.then.of) < CLASS_CALLS {
            return None;
        }
        let own = Shift::new(class.now, class.then)?;
        let others = like_for_like(self.classes.iter().filter(|other| other.id != class.id))?;
        let apart = own.points.minus(others);
        let (least, least_apart, errors) = ALONE;
        let error = libm::hypot(apart.error(), WANDER.1);
        if own.points.value > -least
            || apart.value > -least_apart
            || -apart.value < errors * error
            || others.value < -OTHERS_HOLD
        {
            return None;
        }
        let p = upper_tail(-apart.value / error) * self.classes.len() as f64;
        let of_others = libm::hypot(others.error(), WANDER.0);
        let hold = 1.0 - upper_tail((others.value - own.points.value / 2.0) / of_others);
        let of_class = Evidence { about: Some(class.id.to_owned()), ..own.evidence(Signal::ClassRate, self.days) };
        let others = Evidence::of(Signal::OtherClasses, others, self.others(class), self.days);
        Some(Explained {
            class: class.clone(),
            certainty: SURE * (1.0 - p).max(0.0) * hold,
            lost: lost(&own),
            evidence: vec![of_class, others],
        })
    }

    /// The levels of one class, as evidence.
    pub fn class(&self, id: &str) -> Option<(Shift, Evidence)> {
        let class =
            self.classes.iter().find(|class| class.id == id && class.now.of.min(class.then.of) >= CLASS_CALLS)?;
        let shift = Shift::new(class.now, class.then)?;
        let told = Evidence { about: Some(class.id.to_owned()), ..shift.evidence(Signal::ClassRate, self.days) };
        Some((shift, told))
    }

    fn crude(&self) -> Option<Shift> {
        Shift::new(self.sum(|class| class.now), self.sum(|class| class.then))
    }

    fn sum(&self, of: impl Fn(&Class) -> Share) -> Share {
        self.classes.iter().map(of).sum()
    }

    fn part(&self, share: Share, of: impl Fn(&Class) -> Share) -> f64 {
        share.of as f64 / self.sum(of).of.max(1) as f64
    }

    fn others(&self, class: &Class) -> u64 {
        self.sum(|class| class.now).of - class.now.of
    }

    fn told(&self, like: Interval) -> Evidence {
        Evidence::of(Signal::LikeForLike, like, self.sum(|class| class.now).of, self.days)
    }
}

/// What a fall costs the calls of the later span.
fn lost(shift: &Shift) -> [f64; 3] {
    let Interval { value, low, high } = shift.points.times(shift.n as f64 / 100.0);
    [-value, (-high).max(0.0), -low]
}

/// The change within the classes, in points; `None` where no class has calls in both spans.
fn like_for_like<'a>(classes: impl Iterator<Item = &'a Class>) -> Option<Interval> {
    let change = |class: &Class| {
        let (now, then) = (class.now.rate()?, class.then.rate()?);
        let (n_now, n_then) = (class.now.of as f64, class.then.of as f64);
        // Half a hit and half a miss more, so that a class without a hit is not known for certain.
        let spread = |share: Share, n: f64| {
            let rate = (share.hits as f64 + 0.5) / (n + 1.0);
            rate * (1.0 - rate) / n
        };
        let error = (spread(class.now, n_now) + spread(class.then, n_then)).sqrt();
        Some(Weighed { weight: n_now * n_then / (n_now + n_then), value: now - then, error })
    };
    Some(Interval::common(classes.filter_map(change))?.times(100.0))
}

#[cfg(test)]
mod tests {
    use super::{Class, Share, Strata, like_for_like};
    use crate::model::Day;

    /// Id, hits and calls now, hits and calls before.
    type Row = (&'static str, (u64, u64), (u64, u64));

    fn strata(classes: &[Row]) -> Strata {
        let class =
            |(id, now, then): &Row| Class { id, now: Share::new(now.0, now.1), then: Share::new(then.0, then.1) };
        Strata { classes: classes.iter().map(class).collect(), days: [Day(0), Day(6)] }
    }

    #[test]
    fn calls_that_moved_to_a_worse_hour_have_lost_nothing_like_for_like() {
        // Mornings 45 %, noons 25 %: from nine in ten in the morning to half.
        let moved = strata(&[("10-12", (225, 500), (1620, 3600)), ("12-14", (125, 500), (100, 400))]);
        let explained = moved.moved();
        assert!(explained.as_ref().is_some_and(|it| it.class.id == "12-14" && it.certainty > 0.9), "{explained:?}");
        assert_eq!(moved.alone(), None);
    }

    #[test]
    fn a_fall_of_all_classes_is_explained_by_none() {
        let fell = strata(&[("10-12", (125, 500), (800, 2000)), ("12-14", (100, 500), (700, 2000))]);
        assert_eq!((fell.moved(), fell.alone()), (None, None));
    }

    #[test]
    fn a_class_that_falls_alone_is_named() {
        let fell =
            strata(&[("1", (400, 1000), (1600, 4000)), ("2", (190, 600), (720, 2400)), ("3+", (60, 500), (500, 2000))]);
        let alone = fell.alone();
        assert!(alone.as_ref().is_some_and(|it| it.class.id == "3+" && it.certainty > 0.8), "{alone:?}");
    }

    #[test]
    fn the_common_difference_is_that_of_mantel_and_haenszel() {
        // Two strata, by hand: weights 100·100/200 = 50 and 50·150/200 = 37.5; differences −0.1 and −0.04.
        let two = strata(&[("1", (30, 100), (40, 100)), ("2", (10, 50), (36, 150))]);
        let expected = 100.0 * (50.0 * -0.1 + 37.5 * -0.04) / 87.5;
        let found = like_for_like(two.classes.iter()).map_or(0.0, |it| it.value);
        assert!((found - expected).abs() < 1e-9, "{found}");
    }
}
