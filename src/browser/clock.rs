//! Today, by the clock of this computer.

use js_sys::Date;

use crate::model::Day;

/// Today's date in the browser's time zone.
pub fn today() -> Day {
    let now = Date::new_0();
    Day::from_ymd(now.get_full_year() as i32, now.get_month() + 1, now.get_date()).unwrap_or_default()
}
