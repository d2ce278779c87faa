//! Call logs of any size, for measuring: `cargo run --example calls -- MEGABYTES FILE [SHAPE]`.
//!
//! 200 own numbers over 90 days, outbound rows mostly. The shapes:
//! - `plain`, the default: the columns that an Aircall export of calls made has filled, about 225 bytes a row;
//! - `quoted`: the same calls, each cell between quotes;
//! - `newlines`: the same calls, each with a comment that holds a line break and quotes;
//! - `headerless`: the same calls as Asterisk logs them in `Master.csv`, without a header.
//!
//! The same size and shape give the same bytes. What a reader must find stands beside the file, in `FILE.json`: totals
//! over the outbound rows.

use std::{
    env,
    fmt::Write as _,
    fs,
    io::{self, BufWriter, Write as _},
    path::Path,
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
const LINES: [&str; 5] = ["Mutuelle", "Rénovation", "Énergie", "Relance", "Enquête"];
const AGENTS: [&str; 8] = ["Camille", "Hugo", "Léa", "Mehdi", "Sarah", "Julien", "Manon", "Karim"];

/// How the calls are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain,
    Quoted,
    Newlines,
    Headerless,
}

impl Shape {
    fn find(name: &str) -> Option<Self> {
        Some(match name {
            "plain" => Self::Plain,
            "quoted" => Self::Quoted,
            "newlines" => Self::Newlines,
            "headerless" => Self::Headerless,
            _ => return None,
        })
    }

    /// About as many; decides how many calls a day has.
    const fn bytes_per_row(self) -> u64 {
        match self {
            Self::Plain => 225,
            Self::Quoted => 275,
            Self::Newlines => 274,
            Self::Headerless => 265,
        }
    }

    fn header(self) -> String {
        match self {
            Self::Plain | Self::Newlines => format!("{HEADER}\n"),
            Self::Quoted => format!("{}\n", quoted(HEADER)),
            Self::Headerless => String::new(),
        }
    }
}

/// A line with each of its cells between quotes.
fn quoted(line: &str) -> String {
    format!("\"{}\"", line.replace(',', "\",\""))
}

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
    let args: Vec<String> = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let (megabytes, path, shape) = match args.as_slice() {
        [megabytes, path] => (megabytes.parse().ok(), path, Some(Shape::Plain)),
        [megabytes, path, shape] => (megabytes.parse().ok(), path, Shape::find(shape)),
        _ => (None, &String::new(), None),
    };
    let (Some(megabytes), Some(shape)) = (megabytes, shape) else {
        eprintln!("usage: calls MEGABYTES FILE [plain|quoted|newlines|headerless]");
        return ExitCode::FAILURE;
    };
    match generate(megabytes, Path::new(path), shape) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(megabytes: u64, path: &Path, shape: Shape) -> io::Result<()> {
    let bytes = megabytes * 1_000_000;
    let rows = bytes / shape.bytes_per_row();
    let per_day = rows.div_ceil(DAYS).max(1);
    let mut out = BufWriter::with_capacity(1 << 20, fs::File::create(path)?);
    let header = shape.header();
    out.write_all(header.as_bytes())?;
    let mut truth = Truth::default();
    let mut line = String::with_capacity(400);
    let mut random = Random::of(2026, &[megabytes]);
    let mut written = header.len() as u64;
    let first = NaiveDate::from_ymd_opt(2025, 11, 18).unwrap_or_default();
    for day in 0..DAYS {
        let date = first.checked_add_days(Days::new(day)).unwrap_or(first).to_string();
        for at in 0..per_day {
            if written >= bytes {
                break;
            }
            // The rows of a day lie evenly over ten hours.
            let start = 9 * 3600 + (at * 36_000 / per_day) as u32;
            let call = Call::of(&mut random, start);
            truth.enter(&call, shape);
            line.clear();
            match shape {
                Shape::Headerless => call.log(&mut line, &date),
                Shape::Plain => call.export(&mut line, &date, ""),
                Shape::Newlines => {
                    call.export(&mut line, &date, "\"Rappeler \"\"demain\"\" matin,\ndemander la gérante\"");
                }
                Shape::Quoted => {
                    call.export(&mut line, &date, "");
                    line = quoted(&line);
                }
            }
            line.push('\n');
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

/// One call.
struct Call {
    number: u64,
    callee: u64,
    outbound: bool,
    agent: usize,
    start: u32,
    ring: u32,
    connected: bool,
    talk: u32,
    tag: &'static str,
    id: u64,
}

impl Call {
    fn of(random: &mut Random, start: u32) -> Self {
        let number = random.below(NUMBERS);
        let callee = random.below(10_000);
        let outbound = random.below(100) < 97;
        let agent = random.below(8) as usize;
        let ring = random.between(4, 30);
        let (connected, talk, tag) = match random.below(100) {
            0..40 => {
                let talk = random.between(1, 600);
                (true, talk, if talk > 400 && random.below(4) == 0 { "RDV" } else { "" })
            }
            40..62 => (true, random.between(3, 28), "Répondeur"),
            _ => (false, 0, "NRP"),
        };
        let id = random.bits() >> 16;
        Self { number, callee, outbound, agent, start, ring, connected, talk, tag, id }
    }

    /// A row of an Aircall export.
    fn export(&self, line: &mut String, date: &str, comment: &str) {
        let Self { number, outbound, start, ring, connected, talk, tag, id, .. } = *self;
        let (own, callee) = (33_162_010_000 + number, 33_639_980_000 + self.callee);
        let (from, to) = if outbound { (own, callee) } else { (callee, own) };
        let total = ring + talk;
        let _ = write!(
            line,
            "{},{date} {},Europe/Paris,{date} {},FR,",
            LINES[(number % 5) as usize],
            Clock(start),
            Clock(start - 3600)
        );
        let _ = write!(
            line,
            "{},{from},{to},{},{},{},{total},{talk},,,{comment},{},,Plateau {},{},{date} {},{date} {},{},CA{id:012x},{},{}",
            if outbound { "outbound" } else { "inbound" },
            if connected { "Yes" } else { "No" },
            if outbound || connected { "" } else { "agents_did_not_answer" },
            AGENTS[self.agent],
            if outbound { tag } else { "" },
            number % 4 + 1,
            if outbound { "Outbound" } else { "Inbound" },
            Clock(start),
            Clock(start + total),
            Clock(talk),
            if outbound { "Outbound" } else { "Answered" },
            Clock(ring),
        );
    }

    /// A row of Asterisk's `Master.csv`: texts between quotes, figures bare. A machine is an answer to it.
    fn log(&self, line: &mut String, date: &str) {
        let Self { number, outbound, start, ring, connected, talk, id, .. } = *self;
        let (extension, callee) = (1001 + self.agent, format!("06{:08}", 39_980_000 + self.callee));
        let (channel, own) = (format!("SIP/{extension}-{:08x}", id >> 16), format!("01620{:05}", 10_000 + number));
        let total = ring + talk;
        let (src, dst, context, clid) = if outbound {
            (extension.to_string(), callee.as_str(), "from-internal", &own)
        } else {
            (callee.clone(), own.as_str(), "from-trunk", &callee)
        };
        let campaign = LINES[(number % 5) as usize];
        let _ = write!(
            line,
            "\"{campaign}\",\"{src}\",\"{dst}\",\"{context}\",\"\"\"Ligne {number}\"\" <{clid}>\",\"{channel}\",\
             \"SIP/trunk-{:08x}\",\"Dial\",\"SIP/trunk/{dst},60\",\"{date} {}\",",
            id & 0xFFFF_FFFF,
            Clock(start),
        );
        if connected {
            let _ = write!(line, "\"{date} {}\"", Clock(start + ring));
        }
        let _ = write!(
            line,
            ",\"{date} {}\",{total},{talk},\"{}\",\"DOCUMENTATION\",\"{id}.1\",\"\"",
            Clock(start + total),
            if connected { "ANSWERED" } else { "NO ANSWER" },
        );
    }
}

impl Truth {
    fn enter(&mut self, call: &Call, shape: Shape) {
        self.rows += 1;
        if !call.outbound {
            return;
        }
        self.calls += 1;
        match call.tag {
            "Répondeur" if shape != Shape::Headerless => self.voicemail += 1,
            _ if call.connected => {
                self.answered += 1;
                self.talk_seconds += u64::from(call.talk);
                self.conversions += u64::from(call.tag == "RDV" && shape != Shape::Headerless);
            }
            _ => {}
        }
    }
}

/// `HH:MM:SS`.
struct Clock(u32);

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60, self.0 % 60)
    }
}
