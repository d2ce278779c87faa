//! Own numbers shortened, so that a report can be shown outside: the four digits before the last two are dots. Two
//! numbers that look alike by then are told apart by their place.

use std::collections::BTreeMap;

use crate::{
    app::{format, words::Lang},
    model::Subject,
    report::Report,
};

/// The digits left at the end.
const KEPT: usize = 2;
/// The digits before these that are hidden.
const HIDDEN: usize = 4;

/// The report with its own numbers shortened, wherever they stand, in the form of the reader's language. File names are
/// left out: they may hold anything.
pub fn veiled(report: &Report, lang: Lang) -> Report {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut short: BTreeMap<&str, String> = BTreeMap::new();
    for number in &report.numbers {
        let text = shortened(&format::phone(lang, &number.number));
        let count = seen.entry(text.clone()).or_default();
        *count += 1;
        let text = if *count > 1 { format!("{text}\u{a0}({count})") } else { text };
        short.insert(&number.number, text);
    }
    let of = |number: &str| short.get(number).cloned().unwrap_or_else(|| shortened(&format::phone(lang, number)));
    let subject = |subject: &mut Subject| {
        if let Subject::Number(number) = subject {
            *number = of(number);
        }
    };
    let mut veiled = report.clone();
    for number in &mut veiled.numbers {
        number.number = of(&number.number);
    }
    for day in &mut veiled.number_days {
        day.number = of(&day.number);
    }
    for alert in &mut veiled.alerts {
        subject(&mut alert.subject);
    }
    for finding in &mut veiled.findings {
        subject(&mut finding.subject);
        for number in finding.actions.iter_mut().flat_map(|action| &mut action.numbers) {
            *number = of(number);
        }
    }
    for note in &mut veiled.notes {
        if let Some(about) = &mut note.about {
            *about = of(about);
        }
    }
    for file in &mut veiled.files {
        file.name.clear();
    }
    veiled
}

/// A number as it is written, without its middle. What is too short to have one keeps its last two signs.
fn shortened(text: &str) -> String {
    let count = text.chars().filter(|letter| letter.is_alphanumeric()).count();
    let last = count.saturating_sub(KEPT);
    let hidden = if count > KEPT + HIDDEN { last - HIDDEN..last } else { 0..last };
    let mut at = 0;
    text.chars()
        .map(|letter| {
            if !letter.is_alphanumeric() {
                return letter;
            }
            at += 1;
            if hidden.contains(&(at - 1)) { '•' } else { letter }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::shortened;
    use crate::app::{format::phone, words::Lang};

    #[test]
    fn the_digits_before_the_last_two_are_dots() {
        let plain = |text: String| shortened(&text).replace('\u{a0}', " ");
        assert_eq!(plain(phone(Lang::Fr, "+33162000417")), "01 62 •• •• 17");
        assert_eq!(plain(phone(Lang::En, "+33162000417")), "+33 1 62 •• •• 17");
        assert_eq!(plain(phone(Lang::En, "+12125550123")), "+1 212 5•• ••23");
        assert_eq!(plain("4412".to_owned()), "••12");
        assert_eq!(plain("extension 12".to_owned()), "exten•••• 12");
    }
}
