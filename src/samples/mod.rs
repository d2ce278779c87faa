//! Five call centres that do not exist: what the page shows before anyone has dropped a file.
//!
//! Each sample is written by a generator with a fixed seed, byte for byte the same natively and in the browser, so no
//! sample is fetched. The day, the clock and chance never enter. What happens to whom stands in `scenario`; how a
//! file looks stands in one file per format. Nothing here knows a KPI: the files are read like anyone's.
//!
//! A new sample is one variant of [`Sample`], its files below, and its lines in `scenario`.

mod aircall;
mod calls;
mod centre;
mod random;
mod reputation;
mod scenario;
mod spreadsheet;

use std::io::{self, Write};

use crate::model::Day;

/// The ids of the samples, in the order of the page.
pub const IDS: [&str; 5] = ["healthy", "external", "degrading", "blacklisted", "mixed"];

/// The names of a sample's files, in the order in which they are dropped; none where the id is unknown.
pub fn files(id: &str) -> &'static [&'static str] {
    match Sample::find(id) {
        Some(Sample::Healthy | Sample::External | Sample::Degrading) => &["aircall.csv", "reputation.csv"],
        Some(Sample::Blacklisted) => &["appels.csv", "reputation.csv"],
        Some(Sample::Mixed) => &["aircall-1.csv", "aircall-2.csv", "energie-tableur.csv", "reputation.csv"],
        None => &[],
    }
}

/// Writes one file of a sample, `file` being its place in [`files`].
///
/// # Errors
/// `NotFound` where there is no such sample or file, and what `out` says.
pub fn write(id: &str, file: usize, out: &mut impl Write) -> io::Result<()> {
    let sample = Sample::find(id).ok_or(io::ErrorKind::NotFound)?;
    let mut writer = Lines { out, line: String::with_capacity(512) };
    match (files(id).get(file), sample) {
        (Some(&"reputation.csv"), _) => reputation::write(sample, &mut writer),
        (Some(&"appels.csv"), _) => spreadsheet::write_dialer(sample, &mut writer),
        (Some(&"energie-tableur.csv"), _) => spreadsheet::write_resaved(sample, &mut writer),
        (Some(&"aircall-1.csv"), _) => aircall::write(sample, FIRST_DAY, OVERLAP.1, &mut writer),
        (Some(&"aircall-2.csv"), _) => aircall::write(sample, OVERLAP.0, LAST_DAY, &mut writer),
        (Some(_), Sample::Degrading) => aircall::write_first(sample, &mut writer),
        (Some(_), _) => aircall::write(sample, FIRST_DAY, LAST_DAY, &mut writer),
        (None, _) => Err(io::ErrorKind::NotFound.into()),
    }
}

/// Friday 19 December 2025.
const FIRST_DAY: Day = Day(20_441);
/// Monday 16 February 2026.
const LAST_DAY: Day = Day(20_500);
/// The week that both exports of the mixed sample hold: Tuesday 3 to Monday 9 February 2026.
const OVERLAP: (Day, Day) = (Day(20_487), Day(20_493));

/// One of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sample {
    /// Nothing is wrong.
    Healthy,
    /// All numbers fall on the same day, the scores hold.
    External,
    /// Two scores fall, the answers hold.
    Degrading,
    /// One number collapses: answers, refusals, score, flag.
    Blacklisted,
    /// Three of these at once, in files that are a mess.
    Mixed,
}

impl Sample {
    const ALL: [Self; 5] = [Self::Healthy, Self::External, Self::Degrading, Self::Blacklisted, Self::Mixed];

    fn find(id: &str) -> Option<Self> {
        IDS.iter().zip(Self::ALL).find(|(known, _)| **known == id).map(|(_, sample)| sample)
    }

    /// Where all its random numbers start from. Chosen among thousands so that chance stays quiet and what each sample
    /// is about stands alone: in most centres as healthy as these, a few falls are confirmed over forty days by chance.
    const fn seed(self) -> u64 {
        match self {
            Self::Healthy => 53,
            Self::External => 684,
            Self::Degrading => 1069,
            Self::Blacklisted => 968,
            Self::Mixed => 1018,
        }
    }
}

/// A file being written, line by line.
struct Lines<'a, W> {
    out: &'a mut W,
    line: String,
}

impl<W: Write> Lines<'_, W> {
    /// Writes the line as UTF-8 and empties it.
    fn end(&mut self, newline: &str) -> io::Result<()> {
        self.line.push_str(newline);
        let done = self.out.write_all(self.line.as_bytes());
        self.line.clear();
        done
    }

    /// Writes the line as Windows-1252 and empties it. The samples hold no letter beyond Latin-1.
    fn end_in_windows_1252(&mut self, newline: &str) -> io::Result<()> {
        self.line.push_str(newline);
        let bytes: Vec<u8> = self.line.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
        self.line.clear();
        self.out.write_all(&bytes)
    }
}
