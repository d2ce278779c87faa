//! One small call centre, read natively and in the browser: `report.json` beside this file is what both must say, byte
//! for byte. `cargo test --test report` writes it anew where it is empty; look at what changed before committing it.
#![allow(missing_docs)]

use std::fmt::Write as _;

pub const REPORT: &str = include_str!("report.json");
pub const SETTINGS: &str = r#"{"country":"FR","objective":"appointment"}"#;

/// Seven numbers, twenty days of twenty calls each; from the fifteenth day on few answer the first one and many refuse it.
pub fn calls() -> String {
    let mut text = "Started at,Caller number,Callee number,Status,Talk seconds,Campaign\n".to_owned();
    let mut state = 2026_u32;
    for day in 1..=20_u32 {
        for number in 1..=7_u32 {
            for call in 0..20_u32 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let chance = state >> 16;
                let (answers, refuses) = if number == 1 && day >= 15 { (6_000, 45_000) } else { (30_000, 63_000) };
                let (status, talk) = match chance {
                    chance if chance < answers => ("answered", 1 + chance % 173),
                    chance if chance < answers + 12_000 => ("voicemail", 0),
                    chance if chance > refuses => ("rejected", 0),
                    _ => ("no answer", 0),
                };
                let _ = writeln!(
                    text,
                    "2026-03-{day:02} {:02}:{:02}:00,016200000{number},06{:08},{status},{talk},Mutuelle",
                    9 + call / 10,
                    call * 3 % 60,
                    day * 100_000 + number * 1000 + call
                );
            }
        }
    }
    text
}

/// Two readings of the first number and one of the second.
pub const TABLE: &str =
    "date,number,calls,answered,rejected,voicemails,talk_seconds,conversions,spam_reports,reputation_score
2026-03-05,0162000001,,,,,,,0,81
2026-03-19,0162000001,,,,,,,2,41.5
2026-03-19,0162000002,,,,,,,0,88
";
