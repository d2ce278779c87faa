//! Lines and areas over days. A gap in the days is a gap in the line.

use super::{Place, Trace};

/// A point of a line, in per cent of the drawing from its upper left; `gap` where the line does not come from the point
/// before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left, 0 to 100.
    pub x: f64,
    /// From the top, 0 to 100.
    pub y: f64,
    /// Whether a new piece begins here.
    pub gap: bool,
}

/// A line through points, broken at gaps. A point alone between two gaps draws nothing: its dot is its sign.
pub fn line(points: &[Point]) -> Trace {
    let mut trace = Trace::default();
    for (place, point) in points.iter().enumerate() {
        if point.gap || place == 0 {
            trace.to(point.x, point.y)
        } else {
            trace.by(point.x, point.y)
        };
    }
    trace
}

/// The area between upper and lower points of the same days, one closed piece between two gaps. A day alone becomes a
/// bar of `half_width` to each side, so that its interval is seen.
pub fn ribbon(upper: &[Point], lower: &[Point], half_width: f64) -> Trace {
    let mut trace = Trace::default();
    let mut start = 0;
    while start < upper.len() {
        let end = (start + 1..upper.len()).find(|place| upper[*place].gap).unwrap_or(upper.len());
        let top = &upper[start..end];
        let bottom = lower.get(start..end).unwrap_or_default();
        if let ([only], [below]) = (top, bottom) {
            let (x, width) = (only.x - half_width, 2.0 * half_width);
            trace.rect(Place { x, y: only.y, width, height: below.y - only.y });
        } else if !bottom.is_empty() {
            for (place, point) in top.iter().enumerate() {
                if place == 0 {
                    trace.to(point.x, point.y)
                } else {
                    trace.by(point.x, point.y)
                };
            }
            for point in bottom.iter().rev() {
                trace.by(point.x, point.y);
            }
            trace.close();
        }
        start = end;
    }
    trace
}

/// Steps: each value holds until the next, the last until `until` (per cent).
pub fn steps(points: &[Point], until: f64) -> Trace {
    let mut trace = Trace::default();
    let mut last: Option<&Point> = None;
    for point in points {
        match last {
            Some(last) => trace.by(point.x, last.y).by(point.x, point.y),
            None => trace.to(point.x, point.y),
        };
        last = Some(point);
    }
    if let Some(last) = last.filter(|last| last.x < until) {
        trace.by(until, last.y);
    }
    trace
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn point(x: f64, y: f64, gap: bool) -> Point {
        Point { x, y, gap }
    }

    fn data(trace: &Trace) -> String {
        trace.data(0.0, 0.0, 1000.0, 100.0)
    }

    #[test]
    fn a_line_breaks_where_no_calls_were_made() {
        let points =
            [point(1.0, 40.0, false), point(2.0, 50.0, false), point(5.0, 60.0, true), point(6.0, 61.0, false)];
        assert_eq!(data(&line(&points)), "M10 40L20 50M50 60L60 61");
        assert_eq!(data(&line(&[])), "");
    }

    #[test]
    fn a_ribbon_closes_each_piece_and_shows_a_day_alone() {
        let upper = [point(1.0, 10.0, false), point(2.0, 20.0, false), point(5.0, 30.0, true)];
        let lower = [point(1.0, 40.0, false), point(2.0, 50.0, false), point(5.0, 60.0, true)];
        assert_eq!(data(&ribbon(&upper, &lower, 0.5)), "M10 10L20 20L20 50L10 40ZM45 30L55 30L55 60L45 60Z");
    }

    #[test]
    fn a_reading_holds_until_the_next() {
        let points = [point(1.0, 20.0, false), point(50.0, 66.0, false)];
        assert_eq!(data(&steps(&points, 100.0)), "M10 20L500 20L500 66L1000 66");
    }
}
