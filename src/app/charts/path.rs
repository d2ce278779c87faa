//! Paths in the stretched drawing of 1000 × 100 units. A gap in the days is a gap in the line.

use std::fmt::Write;

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

fn at(path: &mut String, command: char, x: f64, y: f64) {
    // Writing to a string cannot fail.
    let _ = write!(path, "{command}{:.0} {:.1}", x * 10.0, y);
}

/// A line through points, broken at gaps. A point alone between two gaps draws nothing: its dot is its sign.
pub fn line(points: &[Point]) -> String {
    let mut path = String::with_capacity(points.len() * 10);
    for (place, point) in points.iter().enumerate() {
        at(&mut path, if point.gap || place == 0 { 'M' } else { 'L' }, point.x, point.y);
    }
    path
}

/// The area between upper and lower points of the same days, one closed piece between two gaps. A day alone becomes a
/// bar of `half_width` to each side, so that its interval is seen.
pub fn ribbon(upper: &[Point], lower: &[Point], half_width: f64) -> String {
    let mut path = String::with_capacity(upper.len() * 20);
    let mut start = 0;
    while start < upper.len() {
        let end = (start + 1..upper.len()).find(|place| upper[*place].gap).unwrap_or(upper.len());
        let top = &upper[start..end];
        let bottom = lower.get(start..end).unwrap_or_default();
        if let ([only], [below]) = (top, bottom) {
            at(&mut path, 'M', only.x - half_width, only.y);
            at(&mut path, 'L', only.x + half_width, only.y);
            at(&mut path, 'L', below.x + half_width, below.y);
            at(&mut path, 'L', below.x - half_width, below.y);
            path.push('Z');
        } else if !bottom.is_empty() {
            for (place, point) in top.iter().enumerate() {
                at(&mut path, if place == 0 { 'M' } else { 'L' }, point.x, point.y);
            }
            for point in bottom.iter().rev() {
                at(&mut path, 'L', point.x, point.y);
            }
            path.push('Z');
        }
        start = end;
    }
    path
}

/// Steps: each value holds until the next, the last until `until` (per cent).
pub fn steps(points: &[Point], until: f64) -> String {
    let mut path = String::new();
    for (place, point) in points.iter().enumerate() {
        if place == 0 {
            at(&mut path, 'M', point.x, point.y);
        } else {
            let _ = write!(path, "H{:.0}V{:.1}", point.x * 10.0, point.y);
        }
    }
    if points.last().is_some_and(|last| last.x < until) {
        let _ = write!(path, "H{:.0}", until * 10.0);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn point(x: f64, y: f64, gap: bool) -> Point {
        Point { x, y, gap }
    }

    #[test]
    fn a_line_breaks_where_no_calls_were_made() {
        let points =
            [point(1.0, 40.0, false), point(2.0, 50.0, false), point(5.0, 60.0, true), point(6.0, 61.0, false)];
        assert_eq!(line(&points), "M10 40.0L20 50.0M50 60.0L60 61.0");
        assert_eq!(line(&[]), "");
    }

    #[test]
    fn a_ribbon_closes_each_piece_and_shows_a_day_alone() {
        let upper = [point(1.0, 10.0, false), point(2.0, 20.0, false), point(5.0, 30.0, true)];
        let lower = [point(1.0, 40.0, false), point(2.0, 50.0, false), point(5.0, 60.0, true)];
        assert_eq!(ribbon(&upper, &lower, 0.5), "M10 10.0L20 20.0L20 50.0L10 40.0ZM45 30.0L55 30.0L55 60.0L45 60.0Z");
    }

    #[test]
    fn a_reading_holds_until_the_next() {
        assert_eq!(steps(&[point(1.0, 20.0, false), point(50.0, 66.0, false)], 100.0), "M10 20.0H500V66.0H1000");
    }
}
