//! The calls as a dialer of no known make writes them: French headers, a status word that tells refusals apart.
//!
//! Once clean, and once opened in a spreadsheet and saved again: Windows-1252, and all that people do to a sheet.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use chrono::Datelike;

use super::{
    FIRST_DAY, LAST_DAY, Lines, Sample,
    aircall::{clock, pretty},
    calls::{self, End, Note, SampleCall},
    centre::{self, CAMPAIGNS, NUMBERS, PER_CAMPAIGN, TEAMS, own_digits, working_days},
    random::Random,
};
use crate::model::Day;

const HEADER: &str = "ID appel;Date;Heure;Sens;Numéro présenté;Numéro appelé;Statut;Durée sonnerie;\
Durée conversation;Agent;Campagne;Équipe;Qualification";

/// All calls of a sample: UTF-8, `;`, dates as the French write them.
pub fn write_dialer<W: Write>(sample: Sample, file: &mut Lines<'_, W>) -> io::Result<()> {
    file.line.push_str(HEADER);
    file.end("\r\n")?;
    for day in working_days(FIRST_DAY, LAST_DAY) {
        for call in calls::of_day(sample, 0..NUMBERS, day) {
            row(&mut file.line, day, &call, &Cells::of(&call));
            file.end("\r\n")?;
        }
    }
    Ok(())
}

/// The calls of the last campaign, saved again by a spreadsheet: a word that nobody knows, numbers in scientific
/// notation, a date that does not exist, a negative duration, rows cut short, rows that stand there twice, calls
/// between colleagues, calls received, a line of totals.
pub fn write_resaved<W: Write>(sample: Sample, file: &mut Lines<'_, W>) -> io::Result<()> {
    file.line.push_str(HEADER);
    file.end_in_windows_1252("\r\n")?;
    let mut rows = 0_u32;
    for day in working_days(FIRST_DAY, LAST_DAY) {
        for call in calls::of_day(sample, 2 * PER_CAMPAIGN..NUMBERS, day) {
            let usual = Cells::of(&call);
            let mut random = Random::of(call.id, &[9]);
            let mut again = None;
            // The head stays clean for as long as a reader may look at it to decide what the columns are.
            let dice = if rows < 1_000 { 2_000 } else { random.below(2_000) };
            match dice {
                0..40 => row(&mut file.line, day, &call, &Cells { direction: "Entrant", ..usual }),
                40..52 => row(&mut file.line, day, &call, &Cells { direction: "Interne", ..usual }),
                52..62 => row(&mut file.line, day, &call, &Cells { status: "Rappel auto", ..usual }),
                62 => row(&mut file.line, day, &call, &Cells { own: "3,3270E+10", ..usual }),
                63 => row(&mut file.line, day, &call, &Cells { date: "30/02/2026", ..usual }),
                64 => row(&mut file.line, day, &call, &Cells { minus: true, ..usual }),
                65 | 66 => {
                    row(&mut file.line, day, &call, &usual);
                    again = Some(file.line.clone());
                }
                67 => {
                    let _ = write!(file.line, "A{:010};", call.id % 10_000_000_000);
                    date(&mut file.line, day);
                }
                _ => row(&mut file.line, day, &call, &usual),
            }
            file.end_in_windows_1252("\r\n")?;
            rows += 1;
            if let Some(again) = again {
                file.line.push_str(&again);
                file.end_in_windows_1252("\r\n")?;
            }
        }
    }
    let _ = write!(file.line, "Total;;;;;;{rows} appels;;;;;;");
    file.end_in_windows_1252("\r\n")
}

/// What a row says, where it can be spoilt.
#[derive(Clone, Copy)]
struct Cells {
    direction: &'static str,
    status: &'static str,
    /// Instead of the own number.
    own: &'static str,
    /// Instead of the date.
    date: &'static str,
    /// Whether the durations are negative.
    minus: bool,
}

impl Cells {
    fn of(call: &SampleCall) -> Self {
        Self { direction: "Sortant", status: status(call.end), own: "", date: "", minus: false }
    }
}

fn row(line: &mut String, day: Day, call: &SampleCall, cells: &Cells) {
    let campaign = centre::campaign(call.number);
    let _ = write!(line, "A{:010};", call.id % 10_000_000_000);
    if cells.date.is_empty() {
        date(line, day)
    } else {
        line.push_str(cells.date)
    }
    line.push(';');
    clock(line, call.start);
    let _ = write!(line, ";{};", cells.direction);
    if cells.own.is_empty() {
        pretty(line, own_digits(call.number))
    } else {
        line.push_str(cells.own)
    }
    line.push(';');
    pretty(line, call.callee);
    let minus = if cells.minus { "-" } else { "" };
    let _ = write!(line, ";{};{};{minus}", cells.status, call.ring_secs);
    clock(line, call.talk_secs);
    let _ = write!(
        line,
        ";{};{};{};{}",
        call.agent,
        CAMPAIGNS[campaign],
        TEAMS[campaign],
        match call.note {
            Note::None => "",
            Note::Appointment => "RDV",
            Note::Refusal => "Refus",
            Note::Later => "À rappeler",
        }
    );
}

/// `16/02/2026`.
fn date(line: &mut String, day: Day) {
    let date = day.date();
    let _ = write!(line, "{:02}/{:02}/{:04}", date.day(), date.month(), date.year());
}

fn status(end: End) -> &'static str {
    match end {
        End::Answered => "Décroché",
        End::Voicemail => "Répondeur",
        End::Rejected => "Rejeté",
        End::Blocked => "Bloqué",
        End::Busy => "Occupé",
        End::Invalid => "Faux numéro",
        End::NoAnswer => "Sans réponse",
    }
}
