//! The roles as a CSV, for whoever sets up the dialer.

use super::{
    calendar::{Entry, EntryKind},
    need::Plan,
};
use crate::model::guarded;

/// The columns. Ids and figures as in the report; an empty cell is not decided.
const COLUMNS: [&str; 10] = [
    "number",
    "role",
    "chosen",
    "advice",
    "pool",
    "calls_per_day",
    "calls_per_day_after",
    "rest_from",
    "rest_until",
    "warm_up_from",
];

/// One row per number, in the order of the plan.
pub fn roles_csv(plan: &Plan, calendar: &[Entry]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and every row has as many cells as the header.
    let _ = writer.write_record(COLUMNS);
    for number in &plan.numbers {
        let of = |kind| calendar.iter().find(|entry| entry.kind == kind && entry.number == number.load.number);
        let rest = of(EntryKind::Rest).map(|entry| entry.days.map(|day| day.to_string())).unwrap_or_default();
        let warm_up = of(EntryKind::WarmUp).map(|entry| entry.days[0].to_string()).unwrap_or_default();
        let pool = number.load.pool.as_ref().map(ToString::to_string).unwrap_or_default();
        let figure = |calls: f64| format!("{calls:.1}");
        let [rest_from, rest_until] = rest;
        let _ = writer.write_record([
            &*number_cell(&number.load.number),
            number.role.id(),
            if number.is_chosen { "yes" } else { "no" },
            number.advice.id(),
            &*guarded(&pool),
            &figure(number.load.calls_per_day),
            &figure(number.after),
            &rest_from,
            &rest_until,
            &warm_up,
        ]);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A phone number begins with `+` and is no formula; anything else that looks like one is guarded.
fn number_cell(number: &str) -> std::borrow::Cow<'_, str> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { number.into() } else { guarded(number) }
}
