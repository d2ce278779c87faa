//! Figures as they are written: `12`, `12.5`, `-0.25`, `1e3`.
//!
//! The standard library reads any figure to the last bit, with tables that weigh more than all of our own words in the
//! page that everybody downloads. Up to 15 digits and 22 places, which is what exports hold, one exact division gives
//! the very same figure (Clinger, "How to read floating point numbers accurately", 1990).

/// The powers of ten that a 64-bit float holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// The figure of a text with a decimal point; `None` where it is none. Digits after the fifteenth are left out.
pub fn decimal(text: &str) -> Option<f64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (mut mantissa, mut kept, mut places, mut seen, mut after_point) = (0_u64, 0, 0_i32, false, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                seen = true;
                if kept < 15 {
                    mantissa = mantissa * 10 + u64::from(byte - b'0');
                    kept += i32::from(mantissa > 0);
                    places += i32::from(after_point);
                } else {
                    places -= i32::from(!after_point);
                }
            }
            b'.' if !after_point => after_point = true,
            _ => return None,
        }
    }
    if !seen {
        return None;
    }
    let shift = exponent.checked_sub(places)?;
    let power = |places: u32| POWERS.get(places as usize).copied().unwrap_or(f64::INFINITY);
    let value = mantissa as f64;
    let value = match shift {
        _ if mantissa == 0 => 0.0,
        0.. => value * power(shift.unsigned_abs()),
        _ => value / power(shift.unsigned_abs()),
    };
    value.is_finite().then_some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::decimal;

    #[test]
    fn what_is_no_figure_is_none() {
        for text in ["", "-", "+", ".", "1.2.3", "12a", "1e", "e5", "inf", "NaN", "--1", "1,5", " 1"] {
            assert_eq!(decimal(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_figure_beyond_all_measure_is_none() {
        assert_eq!(decimal("1e400"), None);
        assert_eq!(decimal(&format!("1{}", "0".repeat(400))), None);
    }

    proptest! {
        #[test]
        fn up_to_fifteen_digits_it_says_what_the_standard_library_says(text in "[-+]?[0-9]{1,9}(\\.[0-9]{0,6})?(e-?[0-9])?") {
            prop_assert_eq!(decimal(&text).map(f64::to_bits), text.parse::<f64>().ok().map(f64::to_bits));
        }

        #[test]
        fn any_text_that_it_takes_the_standard_library_takes_too(text in "[-+.0-9eE]{0,24}") {
            if decimal(&text).is_some() {
                prop_assert!(text.parse::<f64>().is_ok());
            }
        }
    }
}
