//! One subject under watch: its counts and the days on which it is judged.

use crate::{
    kpi::{Answers, Counts, Series, Track},
    model::{Day, Settings, Subject},
};

/// Days of the weekly rules.
pub const WEEK: i32 = 7;

/// A subject with what the rules ask of it.
#[derive(Debug)]
pub struct Watched<'a> {
    /// Who.
    pub subject: &'a Subject,
    /// Its counts.
    pub track: &'a Track,
    /// The days with enough calls to be judged, in order.
    pub active: Vec<Day>,
    /// What was answered on each of them.
    pub today: Vec<Answers>,
    /// The week up to each of them, which most rules ask about.
    pub weeks: Vec<Counts>,
    /// Whether the subject was ever reported.
    pub is_reported: bool,
}

impl<'a> Watched<'a> {
    /// A subject, its days taken from its series.
    pub fn new(subject: &'a Subject, track: &'a Track, series: &Series, settings: &Settings) -> Self {
        let least = u64::from(settings.watch.active_day_calls);
        let active: Vec<Day> = series.calls().filter(|(_, calls)| *calls >= least).map(|(day, _)| day).collect();
        let today = active.iter().map(|day| track.answers(*day, *day)).collect();
        let weeks = active.iter().map(|day| track.span(*day - (WEEK - 1), *day)).collect();
        Self { subject, track, active, today, weeks, is_reported: series.total().spam_reports > 0 }
    }

    /// The active days with their place and the week up to each.
    pub fn turns_and_weeks(&self) -> impl Iterator<Item = (usize, Day, &Counts)> {
        self.active.iter().zip(&self.weeks).enumerate().map(|(turn, (day, week))| (turn, *day, week))
    }

    /// The active days with their place.
    pub fn turns(&self) -> impl Iterator<Item = (usize, Day)> {
        self.active.iter().copied().enumerate()
    }
}
