//! Call logs of any size, for measuring: `cargo run --example calls -- MEGABYTES FILE`.
//!
//! 200 own numbers over 90 days, outbound rows mostly, in the columns that an Aircall export of calls made has filled;
//! about 225 bytes a row. The same size gives the same bytes. What a reader must find stands beside the file, in
//! `FILE.json`: totals over the outbound rows.

use std::{
    env,
    fmt::Write as _,
    fs,
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use chrono::{Days, NaiveDate};

#[allow(dead_code, reason = "the generator of the samples; not all of it is needed here")]
#[path = "../src/samples/random.rs"]
mod random;

use random::Random;

const HEADER: &str = "line,datetime (tz offset incl.),number timezone,datetime (utc),country_code,direction,from,to,\
answered,missed_call_reason,user,duration (total),duration (in call),voicemail,recording,comments,tags,call quality,\
team,call direction - type,call start time,call end time,in-call duration,call id,call type,waiting time";
const NUMBERS: u64 = 200;
const DAYS: u64 = 90;
/// As measured on a file of 100 MB.
const BYTES_PER_ROW: u64 = 225;
const LINES: [&str; 5] = ["Mutuelle", "Rénovation", "Énergie", "Relance", "Enquête"];
const AGENTS: [&str; 8] = ["Camille", "Hugo", "Léa", "Mehdi", "Sarah", "Julien", "Manon", "Karim"];

/// What the rows say, summed up.
#[derive(Default)]
struct Truth {
    rows: u64,
    calls: u64,
    answered: u64,
    voicemail: u64,
    talk_seconds: u64,
    conversions: u64,
}

fn main() -> ExitCode {
    let mut args = env::args_os().skip(1);
    let megabytes: Option<u64> = args.next().and_then(|text| text.to_str()?.parse().ok());
    let (Some(megabytes), Some(path)) = (megabytes, args.next().map(PathBuf::from)) else {
        eprintln!("usage: calls MEGABYTES FILE");
        return ExitCode::FAILURE;
    };
    match generate(megabytes, &path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}

fn generate(megabytes: u64, path: &Path) -> io::Result<()> {
    let bytes = megabytes * 1_000_000;
    let rows = bytes / BYTES_PER_ROW;
    let per_day = rows.div_ceil(DAYS).max(1);
    let mut out = BufWriter::with_capacity(1 << 20, fs::File::create(path)?);
    writeln!(out, "{HEADER}")?;
    let mut truth = Truth::default();
    let mut line = String::with_capacity(400);
    let mut random = Random::of(2026, &[megabytes]);
    let mut written = HEADER.len() as u64;
    let first = NaiveDate::from_ymd_opt(2025, 11, 18).unwrap_or_default();
    for day in 0..DAYS {
        let date = first.checked_add_days(Days::new(day)).unwrap_or(first).to_string();
        for at in 0..per_day {
            if written >= bytes {
                break;
            }
            // The rows of a day lie evenly over ten hours.
            let start = 9 * 3600 + (at * 36_000 / per_day) as u32;
            line.clear();
            row(&mut line, &mut random, &date, start, &mut truth);
            out.write_all(line.as_bytes())?;
            written += line.len() as u64;
        }
    }
    out.flush()?;
    let Truth { rows, calls, answered, voicemail, talk_seconds, conversions } = truth;
    fs::write(
        path.with_extension("csv.json"),
        format!(
            "{{\"rows\":{rows},\"calls\":{calls},\"answered\":{answered},\"voicemail\":{voicemail},\
             \"talk_seconds\":{talk_seconds},\"conversions\":{conversions}}}\n"
        ),
    )
}

fn row(line: &mut String, random: &mut Random, date: &str, start: u32, truth: &mut Truth) {
    let number = random.below(NUMBERS);
    let campaign = LINES[(number % 5) as usize];
    let own = 33_162_010_000 + number;
    let callee = 33_639_980_000 + random.below(10_000);
    let outbound = random.below(100) < 97;
    let agent = AGENTS[random.below(8) as usize];
    let ring = random.between(4, 30);
    let (connected, talk, tag) = match random.below(100) {
        0..40 => {
            let talk = random.between(1, 600);
            (true, talk, if talk > 400 && random.below(4) == 0 { "RDV" } else { "" })
        }
        40..62 => (true, random.between(3, 28), "Répondeur"),
        _ => (false, 0, "NRP"),
    };
    truth.rows += 1;
    if outbound {
        truth.calls += 1;
        match tag {
            "Répondeur" => truth.voicemail += 1,
            _ if connected => {
                truth.answered += 1;
                truth.talk_seconds += u64::from(talk);
                truth.conversions += u64::from(tag == "RDV");
            }
            _ => {}
        }
    }
    let (from, to) = if outbound { (own, callee) } else { (callee, own) };
    let total = ring + talk;
    let _ = write!(line, "{campaign},{date} {},Europe/Paris,{date} {},FR,", Clock(start), Clock(start - 3600));
    let _ = write!(
        line,
        "{},{from},{to},{},{},{agent},{total},{talk},,,,{},,Plateau {},{},{date} {},{date} {},{},CA{:012x},{},{}",
        if outbound { "outbound" } else { "inbound" },
        if connected { "Yes" } else { "No" },
        if outbound || connected { "" } else { "agents_did_not_answer" },
        if outbound { tag } else { "" },
        number % 4 + 1,
        if outbound { "Outbound" } else { "Inbound" },
        Clock(start),
        Clock(start + total),
        Clock(talk),
        random.bits() >> 16,
        if outbound { "Outbound" } else { "Answered" },
        Clock(ring),
    );
    line.push('\n');
}

/// `HH:MM:SS`.
struct Clock(u32);

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60, self.0 % 60)
    }
}
