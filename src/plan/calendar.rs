//! Rest and warm-up as days: which number calls how much, from when to when; and the same for a calendar program.

use super::need::{Advice, Plan};
use crate::{
    kpi::{Board, Series},
    model::{Day, NumberRole, Settings},
};

/// Weeks of warm-up at most: with a growth near zero it would never end.
const MOST_WEEKS: usize = 26;

/// What happens to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// It makes no call.
    Rest,
    /// Few calls a day, more each week.
    WarmUp,
}

/// One week of a warm-up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// First and last day.
    pub days: [Day; 2],
    /// Calls a day at most.
    pub calls: u32,
    /// Calls on its busiest day of that week so far; `None` without a call in these files.
    pub made: Option<u64>,
}

/// A number's rest or warm-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number.
    pub number: String,
    /// Which.
    pub kind: EntryKind,
    /// First and last day.
    pub days: [Day; 2],
    /// Whether the user set it, or it is only advised.
    pub is_decided: bool,
    /// The weeks of a warm-up.
    pub steps: Vec<Step>,
}

/// The weeks of a warm-up from a day: the first at the start value, each next one larger by the growth, until the
/// planned load is reached. Whole calls, rounded down.
pub fn warm_up(from: Day, planned: f64, settings: &Settings) -> Vec<Step> {
    let growth = 1.0 + settings.planning.warm_up_growth.get() / 100.0;
    let mut calls = f64::from(settings.planning.warm_up_calls).min(planned);
    let mut steps = Vec::new();
    for week in 0..MOST_WEEKS as i32 {
        let first = from + 7 * week;
        steps.push(Step { days: [first, first + 6], calls: calls as u32, made: None });
        if calls >= planned || growth <= 1.0 {
            break;
        }
        calls = (calls * growth).min(planned);
    }
    steps
}

/// The calendar of a plan: what was decided, and what is advised where nothing was; by first day, then number. A number
/// that has rested comes back with a warm-up.
pub fn calendar(plan: &Plan, board: &Board, settings: &Settings) -> Vec<Entry> {
    let mut entries = Vec::new();
    for number in &plan.numbers {
        let name = &number.load.number;
        let decided = settings.planning.numbers.get(name).copied().unwrap_or_default();
        let series = board.numbers.iter().find(|board| &board.number == name).map(|board| &board.series);
        let mut warm_up_from = decided.warm_up_from;
        let ordered = match number.advice {
            Advice::Rest { days, .. } => Some(days),
            _ => (number.role == NumberRole::Resting).then_some(u32::from(settings.planning.rest_days)),
        };
        let rests = decided.role.is_none_or(|role| role == NumberRole::Resting);
        if let Some(days) = ordered.filter(|_| rests) {
            let from = decided.rest_from.unwrap_or(plan.as_of + 1);
            let until = from + (days as i32 - 1).max(0);
            entries.push(Entry {
                number: name.clone(),
                kind: EntryKind::Rest,
                days: [from, until],
                is_decided: decided.rest_from.is_some(),
                steps: Vec::new(),
            });
            warm_up_from = warm_up_from.filter(|from| *from > until).or(Some(until + 1));
        }
        if let Some(from) = warm_up_from {
            let mut steps = warm_up(from, plan.planned, settings);
            for step in &mut steps {
                step.made = series.and_then(|series| made(series, step.days));
            }
            let last = steps.last().map_or(from, |step| step.days[1]);
            let is_decided = decided.warm_up_from == Some(from);
            entries.push(Entry {
                number: name.clone(),
                kind: EntryKind::WarmUp,
                days: [from, last],
                is_decided,
                steps,
            });
        }
    }
    crate::model::order::sort_by(&mut entries, |a, b| {
        (a.days[0], &a.number, a.kind).cmp(&(b.days[0], &b.number, b.kind))
    });
    entries
}

fn made(series: &Series, days: [Day; 2]) -> Option<u64> {
    let within = |day: Day| day >= days[0] && day <= days[1];
    series.calls().filter(|(day, calls)| within(*day) && *calls > 0).map(|(_, calls)| calls).max()
}

/// An event of whole days, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// First and last day.
    pub days: [Day; 2],
    /// Its title.
    pub title: String,
    /// A sentence more; may be empty.
    pub note: String,
}

/// Events as an iCalendar file (RFC 5545): whole days that block no time, stamped with the day of writing.
pub fn ics(events: &[Event], written: Day) -> String {
    let mut text = String::new();
    let mut line = |content: &str| {
        fold(content, &mut text);
    };
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Ringwell//Plan//EN");
    for (at, event) in events.iter().enumerate() {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}-{}-{at}@ringwell", digits(written), digits(event.days[0])));
        line(&format!("DTSTAMP:{}T000000Z", digits(written)));
        line(&format!("DTSTART;VALUE=DATE:{}", digits(event.days[0])));
        // The end is the first day that is no longer part of it.
        line(&format!("DTEND;VALUE=DATE:{}", digits(event.days[1] + 1)));
        line(&format!("SUMMARY:{}", escaped(&event.title)));
        if !event.note.is_empty() {
            line(&format!("DESCRIPTION:{}", escaped(&event.note)));
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A content line: no piece of it longer than 75 bytes, each next one begun with a space.
fn fold(content: &str, text: &mut String) {
    let mut length = 0;
    for letter in content.chars() {
        if length + letter.len_utf8() > 75 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{Event, ics, warm_up};
    use crate::model::{Day, Percent, Settings};

    #[test]
    fn a_warm_up_grows_by_a_fifth_a_week_and_ends_at_the_planned_load() {
        let steps = warm_up(Day(0), 80.0, &Settings::default());
        let calls: Vec<u32> = steps.iter().map(|step| step.calls).collect();
        assert_eq!(calls, [30, 36, 43, 51, 62, 74, 80]);
        assert_eq!(steps.last().map(|step| step.days), Some([Day(42), Day(48)]));
    }

    #[test]
    fn a_warm_up_without_growth_is_one_step() {
        let mut settings = Settings::default();
        settings.planning.warm_up_growth = Percent::literal(0.0);
        assert_eq!(warm_up(Day(0), 80.0, &settings).len(), 1);
    }

    #[test]
    fn a_calendar_ends_the_day_after_and_escapes_what_it_must() {
        let day = Day::from_ymd(2026, 2, 27).unwrap_or_default();
        let event = Event { days: [day, day + 1], title: "Rest; 01, 02".to_owned(), note: "a\nb".to_owned() };
        let text = ics(&[event], day);
        assert!(text.contains("DTSTART;VALUE=DATE:20260227\r\nDTEND;VALUE=DATE:20260301\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Rest\\; 01\\, 02\r\nDESCRIPTION:a\\nb\r\n"), "{text}");
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn no_line_of_a_calendar_is_longer_than_75_bytes() {
        let long = "é".repeat(200);
        let text = ics(&[Event { days: [Day(0), Day(0)], title: long.clone(), note: String::new() }], Day(0));
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert!(text.replace("\r\n ", "").contains(&long));
    }
}
