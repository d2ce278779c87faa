//! How long answered calls last, in classes: columns from zero, as shares of the answered calls. Classes are not of one
//! length, so the columns stand apart and are named one by one.

use super::{At, Cell, Plot, Table};
use crate::{
    app::{
        charts::{Key, Mark, Picture, Place, RateScale, Strip},
        format,
        words::{Lang, charts as words},
    },
    kpi::chance::{Share, wilson},
    tally::{CellKey, Ledger, TALK_BINS, TALK_EDGES},
};

/// Where the classes begin after the first, which ends at the hang-up limit, in seconds.
const EDGES: [u32; 9] = [10, 20, 30, 60, 120, 180, 300, 600, 1800];
/// Classes.
const CLASSES: usize = EDGES.len() + 2;

/// Answered calls by how long they lasted, of one or two groups of calls.
pub struct TalkTimes {
    lang: Lang,
    hang_up_secs: u32,
    /// The subject, and what it is compared with.
    groups: Vec<(String, [u64; CLASSES])>,
}

impl TalkTimes {
    /// Nothing yet.
    pub fn new(lang: Lang, hang_up_secs: u8) -> Self {
        Self { lang, hang_up_secs: u32::from(hang_up_secs).clamp(1, 9), groups: Vec::new() }
    }

    /// With the answered calls of the cells that are `wanted`, under a name; nothing where no talk time is known.
    #[must_use]
    pub fn with(mut self, name: String, ledger: &Ledger, wanted: &dyn Fn(&CellKey) -> bool) -> Self {
        let mut bins = [0_u64; TALK_BINS];
        ledger.cells.each(|key, tally| {
            if wanted(&key) {
                bins.iter_mut().zip(tally.talk_bins).for_each(|(bin, count)| *bin += u64::from(count));
            }
        });
        let mut counts = [0; CLASSES];
        for (count, edge) in bins.into_iter().zip(TALK_EDGES) {
            let class = if edge < self.hang_up_secs { 0 } else { 1 + EDGES.partition_point(|start| *start <= edge) };
            counts[class.min(CLASSES - 1)] += count;
        }
        if counts.iter().any(|count| *count > 0) {
            self.groups.push((name, counts));
        }
        self
    }

    /// Whether there is something to show.
    pub fn shows(&self) -> bool {
        !self.groups.is_empty()
    }

    fn share(&self, group: usize, class: usize) -> Option<Share> {
        let (_, counts) = self.groups.get(group)?;
        Some(Share::new(*counts.get(class)?, counts.iter().sum()))
    }

    /// `3–10 s`, `2–3 min`, `30 min +`.
    fn name(&self, class: usize) -> String {
        let start = match class {
            0 => 0,
            1 => self.hang_up_secs,
            _ => EDGES.get(class - 2).copied().unwrap_or_default(),
        };
        let end = if class == 0 { Some(self.hang_up_secs) } else { EDGES.get(class - 1).copied() };
        match end {
            None => format!("{}\u{a0}min\u{a0}+", start / 60),
            Some(end) if end < 60 => format!("{start}–{end}\u{a0}s"),
            Some(60) => format!("{start}–60\u{a0}s"),
            Some(end) => format!("{}–{}\u{a0}min", start / 60, end / 60),
        }
    }
}

impl Plot for TalkTimes {
    fn picture(&self) -> Picture {
        let lang = self.lang;
        let share = |group, class| self.share(group, class).and_then(Share::rate).map_or(0.0, |rate| rate * 100.0);
        let groups = self.groups.len().max(1);
        let all = (0..groups).flat_map(|group| (0..CLASSES).map(move |class| (group, class)));
        let highest = all.clone().map(|(group, class)| share(group, class)).fold(0.0, f64::max);
        let scale = RateScale { low: 0.0, top: ((highest / 10.0).ceil() * 10.0).clamp(10.0, 100.0) };
        let mut marks: Vec<Mark> =
            scale.ticks().into_iter().skip(1).map(|value| Mark::across("gridline", scale.y(value))).collect();
        let slot = 100.0 / CLASSES as f64;
        // What it is compared with stands behind and to the left.
        for (group, class) in all.clone().filter(|(group, _)| *group == 1).chain(all.filter(|(group, _)| *group == 0)) {
            let y = scale.y(share(group, class));
            let width = slot * 0.76 / groups as f64;
            let x = class as f64 * slot + slot * 0.12 + if group == 0 && groups > 1 { width } else { 0.0 };
            let column = if group == 0 { "hist me" } else { "hist" };
            marks.push(Mark::rect(column, Place { x, y, width, height: 100.0 - y }));
        }
        marks.push(Mark::across("baseline", 100.0));
        let names = (0..CLASSES).map(|class| {
            let name = if class % 2 == 1 { "ax mid wide-only" } else { "ax mid" };
            Mark::text(
                name,
                (class as f64 + 0.5) * slot,
                0.0,
                [0.0, 14.0],
                self.name(class).replace("\u{a0}min", "′").replace("\u{a0}s", "″").replace('\u{a0}', ""),
            )
        });
        let keys = (self.groups.iter().enumerate())
            .map(|(at, (name, _))| Key::area(if at == 0 { "hist me" } else { "hist" }, name.clone()))
            .collect::<Vec<_>>();
        Picture {
            class: "",
            left: 36.0,
            strips: vec![
                Strip { class: "h-mid", height: 160.0, left: super::over_time::y_axis(lang, scale, "%"), marks },
                Strip { class: "h-x", height: 20.0, left: Vec::new(), marks: names.collect() },
            ],
            main: 0,
            keys: if keys.len() > 1 { keys } else { Vec::new() },
        }
    }

    fn size(&self) -> (usize, usize) {
        (CLASSES, 1)
    }

    fn start(&self) -> At {
        At::default()
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let groups = self.groups.iter().enumerate().filter_map(|(group, (name, _))| {
            let share = self.share(group, at.column)?;
            let said = words::rate_of_answered(lang, share);
            Some(if self.groups.len() > 1 { format!("{name} {said}") } else { said })
        });
        let said: Vec<String> = groups.collect();
        format!("{}{}{}", self.name(at.column), format::colon(lang), said.join(format::semicolon(lang)))
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let mut head = vec![words::TALK_CLASS.to(lang).to_owned()];
        for (name, _) in &self.groups {
            let named =
                |text: &str| if self.groups.len() > 1 { format!("{name}, {text}") } else { format::capital(text) };
            head.push(named(words::ANSWERED_CALLS.to(lang)));
            head.push(named(words::SHARE.to(lang)));
            head.push(named(words::LOW.to(lang)));
            head.push(named(words::HIGH.to(lang)));
        }
        let rows = (0..CLASSES).map(|class| {
            let mut row = vec![Cell::Text(self.name(class))];
            for group in 0..self.groups.len() {
                let share = self.share(group, class).unwrap_or_default();
                let interval = wilson(share).map(|interval| interval.times(100.0));
                row.extend([
                    Cell::Count(share.hits),
                    interval.map(|interval| interval.value).into(),
                    interval.map(|interval| interval.low).into(),
                    interval.map(|interval| interval.high).into(),
                ]);
            }
            row
        });
        Table { head, rows: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Day, LineType},
        tally::Tally,
    };

    fn ledger() -> Ledger {
        let mut ledger = Ledger::default();
        let key = CellKey { number: 1, day: Day(0), campaign: 0, team: 0, line: LineType::Unknown };
        let mut tally = Tally::default();
        // 2 s, 4 s, 15 s, 90 s, over an hour.
        for (edge, count) in [(2, 4), (4, 1), (15, 2), (90, 2), (3600, 1)] {
            let bin = TALK_EDGES.iter().position(|start| *start == edge).unwrap_or(0);
            tally.talk_bins[bin] = count;
        }
        ledger.cells.insert(key, tally);
        ledger
    }

    #[test]
    fn the_first_class_ends_at_the_hang_up_limit() {
        let at = |hang_up_secs| TalkTimes::new(Lang::En, hang_up_secs).with("a".to_owned(), &ledger(), &|_| true);
        let (three, five) = (at(3), at(5));
        assert_eq!(three.share(0, 0), Some(Share::new(4, 10)));
        assert_eq!(five.share(0, 0), Some(Share::new(5, 10)));
        assert_eq!((three.name(0), five.name(1)), ("0–3\u{a0}s".to_owned(), "5–10\u{a0}s".to_owned()));
        assert_eq!(three.name(CLASSES - 1), "30\u{a0}min\u{a0}+");
    }

    #[test]
    fn every_answered_call_is_in_one_class() {
        let plot = TalkTimes::new(Lang::En, 3).with("a".to_owned(), &ledger(), &|_| true);
        let sum: u64 = (0..CLASSES).filter_map(|class| plot.share(0, class)).map(|share| share.hits).sum();
        assert_eq!(sum, 10);
        let said = plot.say(At { column: 5, row: 0 }).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(said, "1–2 min: 20.0 % (5.7 to 51.0), 2 of 10 answered calls");
        assert_eq!(plot.table().rows.len(), CLASSES);
    }

    #[test]
    fn files_without_talk_times_show_nothing() {
        assert!(!TalkTimes::new(Lang::En, 3).with("a".to_owned(), &Ledger::default(), &|_| true).shows());
        assert!(!TalkTimes::new(Lang::En, 3).with("a".to_owned(), &ledger(), &|key| key.number == 2).shows());
    }
}
