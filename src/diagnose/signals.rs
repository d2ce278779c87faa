//! What there is to see of one number as of the last day: every signal that a diagnosis rests on, computed once.

use super::{mute::Mute, shift::Shift};
use crate::{
    kpi::{
        Answers, Counts, Group, NumberBoard, Peers, ScoreFall, Series, Spans, Sums, Track, Watch,
        chance::{Interval, Share, Turn, difference, upper_tail},
        current_flag, current_score, score_fall, warning,
    },
    model::{Day, Outcome, Settings},
};

/// Calls without which no change is claimed.
pub const TREND_CALLS: u64 = 100;
/// How far back the beginning of a change is looked for.
const SINCE_DAYS: i32 = 35;
/// Calls to a kind of line that both spans need for a comparison of lines.
const LINE_CALLS: u64 = 30;
/// Damage follows a burst of calls within so many days.
const BURST_DAYS: i32 = 5;
/// The part of the calls whose ringing time must be known.
const RINGS_KNOWN: f64 = 0.9;
/// A day is a burst with so many times the calls of the days before it.
const BURST: f64 = 1.5;
const USUAL_DAYS: i32 = 33;
/// A number is new for so many days, and may grow by this factor a week.
const NEW_DAYS: i32 = 30;
const RAMP: f64 = 1.2;
/// A number is idle after so many days without a call; calls of a first week that a warm-up allows (30 a day).
const IDLE_DAYS: i32 = 30;
const REUSE_CALLS: u64 = 150;
/// Points that a warning must show.
const WARNED_POINTS: f64 = 2.5;
/// One-sided p of a fall above which nobody asks about the pool.
const NO_NEWS: f64 = 0.1;

/// One number among the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// Its fall relative to the others', in points.
    pub points: Interval,
    /// One-sided p of a fall relative to the others.
    pub p_fall: f64,
    /// What the others did.
    pub others: Shift,
    /// Fewer than five others called.
    pub few: bool,
}

/// The signals of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Signals {
    /// The last day.
    pub as_of: Day,
    /// How it stood against the others on its last day, where it was watched.
    pub watch: Option<Watch>,
    /// The early warning that is open.
    pub warning: Option<Watch>,
    /// The two spans: since the warning, or the last 7 active days; `None` where there is too little to compare, and then no rate below is known.
    pub spans: Option<Spans>,
    /// Answer rate; also unknown where "answered" does not mean the same in both spans.
    pub answer: Option<Shift>,
    /// The same beside the pool; only looked at where the number may have fallen, `None` where nobody is comparable.
    pub beside: Option<Beside>,
    /// The pool it was compared with.
    pub group: Option<Group>,
    /// Voicemail rate.
    pub voicemail: Option<Shift>,
    /// Voicemail ÷ calls that nobody answered: where fewer answer, more voicemail among the calls is no news.
    pub voicemail_of_unanswered: Option<Shift>,
    /// Rejection rate.
    pub refusal: Option<Shift>,
    /// Calls that people declined, hang-ups aside.
    pub declined: Option<Shift>,
    /// Calls that hardly rang, where the files tell how long calls rang that nobody answered.
    pub hardly_rang: Option<Shift>,
    /// Conversions ÷ answered.
    pub conversion: Option<Shift>,
    /// Answer rate on mobiles, on landlines.
    pub lines: Option<[Shift; 2]>,
    /// The score against its past.
    pub score: Option<ScoreFall>,
    /// The current score.
    pub score_now: Option<f64>,
    /// Whether a current reading flags it.
    pub flagged: Option<bool>,
    /// Who flags it, and since when without a break.
    pub flag: Option<(String, Day)>,
    /// Calls a day on the active days of the later span.
    pub calls_per_day: f64,
    /// Spam reports of the last 28 days, where they are measured.
    pub reports: Option<u64>,
    /// The same beside the calls of which they are known.
    pub spam: Share,
    /// What a mix of calls explains of its fall, 0 to 1.
    pub explained: f64,
    /// Whether it bears the calls of numbers that stopped, in a pool that falls under them.
    pub is_loaded: bool,
    /// Days without a call before it called again, within five weeks of its fall, and the calls of its first week since.
    pub reused: Option<[u64; 2]>,
    /// The day on which the answer rate is likeliest to have fallen, within five weeks.
    pub fell_on: Option<Day>,
    /// Conversations lost since then: estimate, low, high.
    pub lost: Option<[f64; 3]>,
    /// Calls of the busiest day of the five before it fell, where they are above the cap and above what is usual.
    pub burst: Option<u64>,
    /// Calls of the week before it fell and of the week before that, where the number was new and grew too fast.
    pub ramp: Option<[u64; 2]>,
    /// The last days on which hardly a call reached anyone, where others do.
    pub mute: Option<Mute>,
}

impl Signals {
    /// The signals of the number at that place of the board.
    pub fn of(
        at: usize,
        number: &NumberBoard,
        course: &[Watch],
        peers: &Peers,
        as_of: Day,
        settings: &Settings,
    ) -> Self {
        let warning = warning(course, as_of).copied();
        let spans = spans(&number.series, warning.as_ref(), as_of, settings);
        let (after, before) = spans.map(|spans| spans.sums(&number.series)).unwrap_or_default();
        let comparable = spans.is_some() && after.comparable(&before) && after.calls + before.calls >= TREND_CALLS;
        let shift = |share: fn(&Sums) -> Share| comparable.then(|| Shift::new(share(&after), share(&before))).flatten();
        let answer = shift(Sums::answer);
        let mut signals = Self {
            as_of,
            watch: course.last().filter(|watch| watch.compared).copied(),
            warning,
            spans,
            answer,
            beside: None,
            group: None,
            voicemail: shift(Sums::voicemail),
            voicemail_of_unanswered: shift(Sums::voicemail_of_unanswered),
            refusal: shift(Sums::refusal),
            declined: shift(|sums| sums.share_of(Outcome::Rejected)),
            hardly_rang: shift(Sums::hardly_rung).filter(|_| tells_rings(&after, &before)),
            conversion: shift(Sums::conversion_of_answered),
            lines: comparable.then(|| lines(&after, &before)).flatten(),
            score: score_fall(&number.readings, &number.scatter, as_of, &settings.kpis),
            score_now: current_score(&number.readings, as_of, settings.kpis.score_days).and_then(|it| it.score),
            flagged: current_flag(&number.readings, as_of, settings.kpis.score_days),
            flag: flag(number),
            calls_per_day: spans.map_or(0.0, |spans| calls_per_day(number, spans, settings)),
            reports: reports(number, as_of),
            spam: number.series.span(as_of - 27, as_of).spam(),
            explained: 0.0,
            is_loaded: false,
            reused: None,
            fell_on: None,
            lost: None,
            burst: None,
            ramp: None,
            mute: Mute::of(at, number, peers, as_of),
        };
        if let (Some(answer), Some(spans)) = (answer, spans)
            && (answer.p_fall < NO_NEWS || warning.is_some())
        {
            let mut own = peers.of(at, number);
            let last_active = number.series.last_active(as_of, 1, settings.watch.active_day_calls);
            let group = last_active.first().and_then(|day| own.group(*day));
            let among = group.unwrap_or(Group::Account);
            let others = |[from, to]: [Day; 2], own: &mut crate::kpi::NumberPeers| own.others(among, from, to);
            let (now, then) = (others(spans.recent, &mut own), others(spans.before, &mut own));
            signals.group = group;
            signals.beside = beside(&after, &before, &now, &then, group.is_none());
            if signals.falls() {
                (signals.fell_on, signals.lost) = fell(number.series.track(), warning.as_ref(), as_of);
                signals.burst = signals.fell_on.and_then(|day| burst(number, day, settings.watch.volume_cap));
                signals.ramp = signals.fell_on.and_then(|day| ramp(number, day, peers.first_day()));
                signals.reused = signals.fell_on.and_then(|day| reused(number, day));
            }
        }
        signals
    }

    /// Whether the answer rate falls: by the early warning that is open, or as [`Shift::falls`] says.
    pub fn falls(&self) -> bool {
        self.answer.is_some_and(|answer| answer.falls() || self.is_warned(answer))
    }

    /// A warning counts where the points show it as well, beside the others where there are any: a number that was low from
    /// its first day on is warned of, since more is expected of it, and has not fallen.
    fn is_warned(&self, answer: Shift) -> bool {
        let points = self.beside.as_ref().map_or(answer.points, |beside| beside.points);
        self.warning.is_some() && points.value <= -WARNED_POINTS
    }

    /// Whether the score falls.
    pub fn score_falls(&self) -> bool {
        self.score.as_ref().is_some_and(|score| score.falls)
    }

    /// Whether a current reading flags the number.
    pub fn is_flagged(&self) -> bool {
        self.flagged == Some(true)
    }

    /// Whether it falls beyond what its pool does; `None` where nobody is comparable.
    pub fn falls_alone(&self) -> Option<bool> {
        if self.warning.is_some_and(|warning| warning.compared) {
            return Some(true);
        }
        self.beside.as_ref().map(|beside| beside.points.is_below_zero())
    }

    /// The p of the fall for the control over all numbers: the larger of its own and the one beside the pool.
    pub fn p_fall(&self) -> Option<f64> {
        let own = self.answer?.p_fall;
        if let Some(warning) = self.warning.filter(|warning| warning.compared) {
            return Some(warning.p);
        }
        let watched = self.watch.map_or(0.0, |watch| watch.p);
        let p = |beside: &Beside| beside.p_fall.max(own).max(watched);
        Some(if own < NO_NEWS { self.beside.as_ref().map_or(own, p) } else { 1.0 })
    }

    /// First and last day of the later span.
    pub fn days(&self) -> [Day; 2] {
        self.spans.map_or([self.as_of; 2], |spans| spans.recent)
    }
}

/// The two spans to compare: since the warning, where one is open.
pub fn spans(series: &Series, warning: Option<&Watch>, as_of: Day, settings: &Settings) -> Option<Spans> {
    let since = warning.and_then(|warning| Spans::since(series, warning.since, as_of));
    since.or_else(|| Spans::of(series, as_of, settings.watch.active_day_calls))
}

/// The day on which an answer rate fell, by the warning where one is open, and the conversations lost since, against the
/// 28 days before.
pub fn fell(track: &Track, warning: Option<&Watch>, as_of: Day) -> (Option<Day>, Option<[f64; 3]>) {
    let turned = || track.turned(as_of - (SINCE_DAYS - 1), as_of, Turn::Fall, Counts::answer);
    let fell_on = warning.map(|warning| warning.since).or_else(turned);
    let lost = fell_on.and_then(|day| {
        let (after, before) = (track.span(day, as_of), track.span(day - 28, day - 1));
        let fall = difference(after.answer(), before.answer())?.times(after.answer().of as f64);
        Some([-fall.value, (-fall.high).max(0.0), -fall.low])
    });
    (fell_on, lost)
}

fn beside(after: &Sums, before: &Sums, now: &Answers, then: &Answers, few: bool) -> Option<Beside> {
    if now.calls == 0 || then.calls == 0 || !now.comparable(then) {
        return None;
    }
    let own = difference(after.answer(), before.answer())?;
    let points = own.minus(difference(now.share(), then.share())?).times(100.0);
    let others = Shift::new(now.share(), then.share())?;
    Some(Beside { points, p_fall: upper_tail(points.z_below(0.0)), others, few })
}

fn lines(after: &Sums, before: &Sums) -> Option<[Shift; 2]> {
    let line = |now: [u64; 2], then: [u64; 2]| {
        let enough = now[0] >= LINE_CALLS && then[0] >= LINE_CALLS;
        enough.then(|| Shift::new(Share::new(now[1], now[0]), Share::new(then[1], then[0]))).flatten()
    };
    Some([line(after.mobile, before.mobile)?, line(after.landline, before.landline)?])
}

/// Whether nearly all calls have a ringing time. Where most of those that nobody answered did not ring even before the fall,
/// the file counts from the answer on.
fn tells_rings(after: &Sums, before: &Sums) -> bool {
    let are_known = [after, before].iter().all(|sums| sums.rung[0] as f64 >= RINGS_KNOWN * sums.calls as f64);
    are_known && 2 * before.rung[1] <= before.calls - before.answered()
}

fn flag(number: &NumberBoard) -> Option<(String, Day)> {
    let last = number.readings.iter().rev().find(|reading| reading.flagged == Some(true))?;
    let says = number.readings.iter().rev().filter(|it| it.source == last.source && it.flagged.is_some());
    let first = says.take_while(|it| it.flagged == Some(true)).last()?;
    Some((last.source.clone(), first.day))
}

fn calls_per_day(number: &NumberBoard, spans: Spans, settings: &Settings) -> f64 {
    let active = number.series.last_active(spans.recent[1], 7, settings.watch.active_day_calls);
    let Some(first) = active.first() else { return 0.0 };
    number.series.span(*first, spans.recent[1]).calls as f64 / active.len() as f64
}

fn burst(number: &NumberBoard, fell_on: Day, cap: u32) -> Option<u64> {
    let of = |from: Day, to: Day| number.series.calls().filter(move |(day, _)| *day >= from && *day < to);
    let before = of(fell_on - USUAL_DAYS, fell_on - BURST_DAYS).filter(|(_, calls)| *calls > 0);
    let (calls, days) = before.fold((0, 0), |(calls, days), (_, of_day)| (calls + of_day, days + 1));
    let usual = calls as f64 / f64::from(days.max(1));
    let most = of(fell_on - BURST_DAYS, fell_on).map(|(_, calls)| calls).max()?;
    (most > u64::from(cap) && most as f64 > usual * BURST).then_some(most)
}

/// A number is new that first called within a month of its fall, and a week or more after the files begin.
fn ramp(number: &NumberBoard, fell_on: Day, files_from: Day) -> Option<[u64; 2]> {
    let first = number.series.called().next()?;
    if first < fell_on - NEW_DAYS || first < files_from + 7 {
        return None;
    }
    let week = |last: Day| number.series.span(last - 6, last).calls;
    let [before, last] = [week(fell_on - 8), week(fell_on - 1)];
    (before > 0 && last as f64 > before as f64 * RAMP).then_some([last, before])
}

/// A number that lay idle for a month and more, and called above the pace of a warm-up in the week after.
fn reused(number: &NumberBoard, fell_on: Day) -> Option<[u64; 2]> {
    let called = || number.series.called().filter(|day| *day < fell_on);
    let pairs = called().zip(called().skip(1));
    let (before, again) = pairs.filter(|(before, day)| day.0 - before.0 > IDLE_DAYS).last()?;
    let week = number.series.span(again, again + 6).calls;
    let is_lately = again >= fell_on - SINCE_DAYS;
    (is_lately && week > REUSE_CALLS).then_some([(again.0 - before.0) as u64, week])
}

fn reports(number: &NumberBoard, as_of: Day) -> Option<u64> {
    let spam = number.series.span(as_of - 27, as_of).spam();
    (spam.of > 0 || spam.hits > 0).then_some(spam.hits)
}
