//! Which scale a column of scores has: by the user's word, its header, the flags beside it, its values.

use super::{account::Why, fold::fold};
use crate::model::ScoreScale;

/// As many scores, all of them up to ten, are on a scale that ends there.
const ENOUGH: usize = 3;

/// The scale of a column, and why. `flags` says of each score whether its row is flagged as spam, where it says.
pub fn of(header: &str, scores: &[(f64, Option<bool>)], chosen: Option<ScoreScale>) -> (ScoreScale, Why) {
    if let Some(scale) = chosen {
        return (scale, Why::Chosen);
    }
    let words = fold(header);
    let says = |part: &str| words.contains(part);
    let (by_name, spam_is_high) = if says("spam") || says("risk") || says("risque") {
        (true, true)
    } else {
        (says("reputation") || says("trust") || says("confiance"), flagged_are_higher(scores) == Some(true))
    };
    let to_ten = says("10") && !says("100")
        || !says("100") && scores.len() >= ENOUGH && scores.iter().all(|(score, _)| *score <= 10.0);
    let scale = match (to_ten, spam_is_high) {
        (false, false) => ScoreScale::Hundred,
        (true, false) => ScoreScale::Ten,
        (false, true) => ScoreScale::SpamHundred,
        (true, true) => ScoreScale::SpamTen,
    };
    let by_values = flagged_are_higher(scores).is_some() || to_ten;
    let why = if by_name {
        Why::Header
    } else if by_values {
        Why::Values
    } else {
        Why::Unused
    };
    (scale, why)
}

/// Whether the flagged have the higher scores; `None` where flags do not tell.
fn flagged_are_higher(scores: &[(f64, Option<bool>)]) -> Option<bool> {
    let mean = |flag: bool| {
        let of = scores.iter().filter(|(_, flagged)| *flagged == Some(flag)).map(|(score, _)| *score);
        let (sum, count) = of.fold((0.0, 0_u32), |(sum, count), score| (sum + score, count + 1));
        (count > 0).then(|| sum / f64::from(count))
    };
    let (flagged, free) = (mean(true)?, mean(false)?);
    (flagged != free).then_some(flagged > free)
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::{import::Why, model::ScoreScale};

    #[test]
    fn the_header_the_flags_and_the_values_tell() {
        let free = |scores: &[f64]| scores.iter().map(|score| (*score, None)).collect::<Vec<_>>();
        assert_eq!(of("score", &free(&[85.0, 42.0]), None), (ScoreScale::Hundred, Why::Unused));
        assert_eq!(of("reputation_score", &free(&[85.0]), None), (ScoreScale::Hundred, Why::Header));
        assert_eq!(of("spamScore", &free(&[85.0]), None), (ScoreScale::SpamHundred, Why::Header));
        assert_eq!(of("score", &free(&[8.5, 4.2, 9.0]), None), (ScoreScale::Ten, Why::Values));
        assert_eq!(of("score /10", &free(&[8.5]), None).0, ScoreScale::Ten);
        assert_eq!(of("risk", &free(&[8.0, 4.0, 9.0]), None).0, ScoreScale::SpamTen);
        let flagged = [(90.0, Some(true)), (20.0, Some(false))];
        assert_eq!(of("score", &flagged, None), (ScoreScale::SpamHundred, Why::Values));
        let well = [(20.0, Some(true)), (90.0, Some(false))];
        assert_eq!(of("score", &well, None), (ScoreScale::Hundred, Why::Values));
        assert_eq!(of("score", &flagged, Some(ScoreScale::Ten)), (ScoreScale::Ten, Why::Chosen));
    }
}
