//! Small signs: a shape for each zone, status and grade, so that nothing rests on colour. Paths in pixels around their
//! middle, of `M`, `L` and `Z` alone.

use crate::{app::charts::Mark, kpi::Zone, report::Status, watch::Grade};

/// An octagon: stop.
pub const OCTAGON: &str = "M-2 -5L2 -5L5 -2L5 2L2 5L-2 5L-5 2L-5 -2Z";
/// A triangle: slow down.
pub const TRIANGLE: &str = "M0 -5L5.5 4.5L-5.5 4.5Z";
/// A square on its corner: an alert.
pub const DIAMOND: &str = "M0 -6L6 0L0 6L-6 0Z";
const HALF_DIAMOND: &str = "M0 -6L6 0L0 6Z";

/// The sign of an alert's grade.
pub fn grade(grade: Grade, x: f64, y: f64) -> Vec<Mark> {
    match grade {
        Grade::Confirmed => vec![Mark::sign("al-full", x, y, DIAMOND)],
        Grade::Probable => vec![Mark::sign("al-edge", x, y, DIAMOND), Mark::sign("al-full", x, y, HALF_DIAMOND)],
        Grade::WithinNoise => vec![Mark::sign("al-noise", x, y, DIAMOND)],
    }
}

/// The sign of a number's status; `act` is the colour of what must be done.
pub fn status(status: Status, act: Zone, x: f64, y: f64) -> Mark {
    match (status, act) {
        (Status::Act, Zone::Red) => Mark::sign("sg-red", x, y, OCTAGON),
        (Status::Act, _) => Mark::sign("sg-amber", x, y, TRIANGLE),
        (Status::Watch, _) => Mark::sign("sg-watch", x, y, TRIANGLE),
        (Status::Well, _) => Mark::dot("sg-green", x, y, 3.5),
        (Status::Unknown, _) => Mark::dot("sg-few", x, y, 3.5),
    }
}
