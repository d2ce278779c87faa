//! The charts: one a file. Each is what a chart shows (a picture), what its cursor says at a place, which days it can
//! choose, and the same figures as a table. All of it is data and words, tested natively; one view shows them all
//! (`views/frame`), and one more file here makes a new chart.
//!
//! Geometry that knows no KPI is in `charts`; nothing here knows the browser.

mod across;
mod before_after;
mod calendar;
mod course;
mod day_map;
mod funnel;
mod heat;
mod hour_map;
mod over_time;
mod peers;
mod scatter;
mod score_history;
mod signs;
mod table;
mod talk_times;
mod volume;

pub use before_after::BeforeAfter;
pub use calendar::Calendar;
pub use course::{Change, Course, Rest, series_of};
pub use day_map::{DayMap, DayMapRow};
pub use funnel::Funnel;
pub use hour_map::HourMap;
pub use over_time::OverTime;
pub use peers::Peers;
pub use scatter::Scatter;
pub use score_history::ScoreHistory;
pub use table::{Cell, Table};
pub use talk_times::TalkTimes;
pub use volume::Volume;

use super::charts::{DayAxis, Mark, Picture, Place};
use crate::model::Day;

/// A place of the cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// From the left.
    pub column: usize,
    /// From the top.
    pub row: usize,
}

/// A chart.
pub trait Plot: Send + Sync {
    /// What it shows.
    fn picture(&self) -> Picture;

    /// What the cursor says at a place.
    fn say(&self, at: At) -> String;

    /// The same figures as a table.
    fn table(&self) -> Table;

    /// Its days, where it has a day to each column.
    fn axis(&self) -> Option<DayAxis> {
        None
    }

    /// Columns and rows of the cursor.
    fn size(&self) -> (usize, usize) {
        (self.axis().map_or(1, DayAxis::len), 1)
    }

    /// Where the cursor is first.
    fn start(&self) -> At {
        At { column: self.size().0.saturating_sub(1), row: 0 }
    }

    /// The place under a point of the main strip, 0 to 1 from its upper left.
    fn find(&self, x: f64, y: f64) -> At {
        let (columns, rows) = self.size();
        let part =
            |fraction: f64, count: usize| ((fraction.max(0.0) * count as f64) as usize).min(count.saturating_sub(1));
        At { column: part(x, columns), row: part(y, rows) }
    }

    /// How the cursor is shown.
    fn spot(&self, at: At) -> Vec<Mark> {
        match self.axis() {
            Some(axis) => vec![Mark::down("hair", axis.middle(axis.from + at.column as i32))],
            None => {
                let (columns, rows) = self.size();
                vec![Mark::rect("frame", Place::cell(at.column, columns, at.row, rows))]
            }
        }
    }

    /// The day of a place.
    fn day(&self, at: At) -> Option<Day> {
        self.axis().map(|axis| axis.from + at.column as i32)
    }

    /// How chosen days are shown.
    fn chosen(&self, from: Day, to: Day) -> Vec<Mark> {
        let Some(axis) = self.axis() else { return Vec::new() };
        let (from, to) = (from.max(axis.from), to.min(axis.to));
        if from > to {
            return Vec::new();
        }
        let (x, end) = (axis.start(from), axis.start(to + 1));
        let place = Place { x, y: 0.0, width: end - x, height: 100.0 };
        vec![Mark::rect("sel", place), Mark::down("sel-edge", x), Mark::down("sel-edge", end)]
    }

    /// The number at a place: its page can be opened from there.
    fn number(&self, _at: At) -> Option<&str> {
        None
    }
}

/// Where a key moves the cursor; `None` for a key that does not.
pub fn moved(at: At, (columns, rows): (usize, usize), key: &str) -> Option<At> {
    let last = At { column: columns.saturating_sub(1), row: rows.saturating_sub(1) };
    let At { column, row } = at;
    let single = rows <= 1;
    Some(match key {
        "ArrowLeft" => At { column: column.saturating_sub(1), row },
        "ArrowRight" => At { column: (column + 1).min(last.column), row },
        "ArrowDown" if single => At { column: column.saturating_sub(1), row },
        "ArrowUp" if single => At { column: (column + 1).min(last.column), row },
        "ArrowUp" => At { column, row: row.saturating_sub(1) },
        "ArrowDown" => At { column, row: (row + 1).min(last.row) },
        "PageUp" if single => At { column: column.saturating_sub(7), row },
        "PageDown" if single => At { column: (column + 7).min(last.column), row },
        "PageUp" => At { column, row: 0 },
        "PageDown" => At { column, row: last.row },
        "Home" => At { column: 0, row },
        "End" => At { column: last.column, row },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_on_the_chart() {
        let days = (10, 1);
        let at = |column, row| At { column, row };
        assert_eq!(moved(at(0, 0), days, "ArrowLeft"), Some(at(0, 0)));
        assert_eq!(moved(at(9, 0), days, "ArrowUp"), Some(at(9, 0)));
        assert_eq!(moved(at(3, 0), days, "PageDown"), Some(at(9, 0)));
        assert_eq!(moved(at(3, 0), days, "Home"), Some(at(0, 0)));
        assert_eq!(moved(at(3, 0), days, "a"), None);
        let grid = (7, 12);
        assert_eq!(moved(at(3, 11), grid, "ArrowDown"), Some(at(3, 11)));
        assert_eq!(moved(at(3, 5), grid, "ArrowUp"), Some(at(3, 4)));
        assert_eq!(moved(at(3, 5), grid, "PageUp"), Some(at(3, 0)));
        assert_eq!(moved(at(3, 5), grid, "End"), Some(at(6, 5)));
    }
}
