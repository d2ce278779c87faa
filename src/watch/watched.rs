//! One subject under watch: its counts and the days on which it is judged.

use crate::{
    kpi::{Counts, Series, Track},
    model::{Day, Settings, Subject},
};

/// Days of the weekly rules.
const WEEK: i32 = 7;

/// A subject with what the rules ask of it.
#[derive(Debug)]
pub struct Watched<'a> {
    /// Who.
    pub subject: &'a Subject,
    /// Its counts.
    pub track: &'a Track,
    /// The days with enough calls to be judged, in order.
    pub active: Vec<Day>,
}

impl<'a> Watched<'a> {
    /// A subject, its days taken from its series.
    pub fn new(subject: &'a Subject, track: &'a Track, series: &Series, settings: &Settings) -> Self {
        let least = u64::from(settings.watch.active_day_calls);
        let active = series.iter().filter(|(_, sums)| sums.calls >= least).map(|(day, _)| day).collect();
        Self { subject, track, active }
    }

    /// The week up to a day.
    pub fn week(&self, day: Day) -> Counts {
        self.track.span(day - (WEEK - 1), day)
    }

    /// The active days with their place.
    pub fn turns(&self) -> impl Iterator<Item = (usize, Day)> {
        self.active.iter().copied().enumerate()
    }
}
