//! What a reputation tool and the carriers' reports would add, as Ringwell's daily table: spam reports each day,
//! a score on Mondays and Thursdays. Calls are left empty: the export has them.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{
    FIRST_DAY, LAST_DAY, Lines, Sample,
    centre::{NUMBERS, own_digits, working_days},
    random::Random,
    scenario,
};

const HEADER: &str = "date,number,calls,answered,rejected,voicemails,talk_seconds,conversions,spam_reports,\
reputation_score,flagged";

/// The table of a sample.
pub fn write<W: Write>(sample: Sample, file: &mut Lines<'_, W>) -> io::Result<()> {
    file.line.push_str(HEADER);
    file.end("\n")?;
    for day in working_days(FIRST_DAY, LAST_DAY) {
        for number in 0..NUMBERS {
            let calls = scenario::volume(sample, number, day);
            if calls == 0 {
                continue;
            }
            let odds = scenario::report_odds(sample, number, day);
            let mut random = Random::of(sample.seed(), &[10, number as u64, day.0 as u64]);
            let reports = (0..calls).filter(|_| random.happens(odds)).count();
            let _ = write!(file.line, "{day},+{},,,,,,,{reports},", own_digits(number));
            match scenario::verdict(sample, number, day) {
                Some(said) => {
                    let _ = write!(file.line, "{},{}", said.score, if said.flagged { "yes" } else { "no" });
                }
                None => file.line.push(','),
            }
            file.end("\n")?;
        }
    }
    Ok(())
}
