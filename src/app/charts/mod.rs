//! What charts are made of: pure geometry, tested natively. The charts themselves are in `plots`.
//!
//! Positions are per cents of the drawing, so that nothing measures a width; paths live in a nested drawing of 1000 ×
//! 100 units that stretches, with strokes and text that do not. Nothing here knows a KPI's meaning or a word.

mod bullet;
mod days;
mod mark;
mod path;
mod picture;
mod rate;
mod spark;

#[cfg(target_arch = "wasm32")]
pub mod view;

pub use bullet::{Band, Bullet};
pub use days::DayAxis;
pub use mark::{Mark, Place, Shape, Trace, escaped, markup};
pub use path::{Point, line, ribbon, steps};
pub use picture::{Item, Key, NOTE, Paint, Picture, SIZES, Sheet, Strip, TITLE};
pub use rate::{FEW_CALLS, RatePoint, RateScale};
pub use spark::Spark;

/// A per cent of the drawing, written for an attribute: at most two decimals.
pub fn per_cent(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("{}%", if text == "-0" { "0" } else { text })
}

#[cfg(test)]
mod tests {
    use super::per_cent;

    #[test]
    fn an_attribute_has_no_needless_decimals() {
        assert_eq!(per_cent(12.5), "12.5%");
        assert_eq!(per_cent(100.0), "100%");
        assert_eq!(per_cent(33.333), "33.33%");
        assert_eq!(per_cent(-0.001), "0%");
    }
}
