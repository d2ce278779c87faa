//! The calls as an Aircall export: numbers without `+`, local and UTC times. The third generation has 41 columns,
//! the first 19 and no team.
//!
//! Aircall calls a machine's greeting "answered"; agents tell it with a tag. It gives no reason for an outbound call
//! that nobody took, so refusals cannot be told apart here.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{
    FIRST_DAY, LAST_DAY, Lines, OVERLAP, Sample,
    calls::{self, End, Note, SampleCall},
    centre::{self, CAMPAIGNS, NUMBERS, PER_CAMPAIGN, TEAMS, own_digits, working_days},
    random::Random,
};
use crate::model::Day;

const HEADER: &str = "line,datetime (tz offset incl.),number timezone,datetime (utc),country_code,direction,from,to,\
answered,missed_call_reason,user,duration (total),duration (in call),voicemail,recording,comments,tags,call quality,\
team,call direction - type,call start time,call end time,aircall number,customer number,in-call duration,call id,\
call type,waiting time,time to answer,time in ivr,call id (internal),disconnected by,ivr branch,ivr widget,\
call timeline,callback details,callback failure,automatic callback pending time,time with ai voice agent,\
entry number,ai voice agent transfer branch";

const FIRST_HEADER: &str = "line,date (TZ offset incl.),time (TZ offset incl.),number timezone,datetime (UTC),\
country_code,direction,from,to,answered,missed_call_reason,user,duration (total),duration (in call),via,voicemail,\
recording,comments,tags";

/// Europe/Paris is an hour ahead of UTC on all days of the samples: it is winter.
const OFFSET_SECS: u32 = 3600;

/// One export of the days from `from` to `to`. In the mixed sample two campaigns use Aircall, and the exports are not
/// clean: calls received, rows cut short, rows that stand there twice.
pub fn write<W: Write>(sample: Sample, from: Day, to: Day, file: &mut Lines<'_, W>) -> io::Result<()> {
    file.line.push_str(HEADER);
    file.end("\n")?;
    let numbers = 0..if sample == Sample::Mixed { 2 * PER_CAMPAIGN } else { NUMBERS };
    for day in working_days(from, to) {
        for (at, call) in calls::of_day(sample, numbers.clone(), day).iter().enumerate() {
            row(&mut file.line, day, call, false);
            if sample == Sample::Mixed {
                dirt(file, day, call, at, to)?;
            } else {
                file.end("\n")?;
            }
        }
    }
    Ok(())
}

/// What becomes of a row of the mixed sample, and what stands beside it. The days that both exports hold are alike in
/// both, so the dirt of a row hangs on the call alone.
fn dirt<W: Write>(file: &mut Lines<'_, W>, day: Day, call: &SampleCall, at: usize, to: Day) -> io::Result<()> {
    let mut random = Random::of(call.id, &[9]);
    let shared = day >= OVERLAP.0 && day <= OVERLAP.1;
    match random.below(2_000) {
        // A colleague called back.
        0..50 => {
            file.end("\n")?;
            let back = SampleCall { start: call.start + 600, end: End::Answered, id: random.bits(), ..*call };
            row(&mut file.line, day, &back, true);
            file.end("\n")
        }
        // The same row again.
        50..52 if !shared => {
            let twice = file.line.clone();
            file.end("\n")?;
            file.line.push_str(&twice);
            file.end("\n")
        }
        // A row cut short.
        52 if !shared && at > 100 && to == LAST_DAY => {
            let cut: String = file.line.chars().take(70).collect();
            file.end("\n")?;
            file.line.push_str(&cut);
            file.end("\n")
        }
        _ => file.end("\n"),
    }
}

/// All calls of a sample, as the first generation wrote them.
pub fn write_first<W: Write>(sample: Sample, file: &mut Lines<'_, W>) -> io::Result<()> {
    file.line.push_str(FIRST_HEADER);
    file.end("\n")?;
    for day in working_days(FIRST_DAY, LAST_DAY) {
        for call in calls::of_day(sample, 0..NUMBERS, day) {
            first_row(&mut file.line, day, &call);
            file.end("\n")?;
        }
    }
    Ok(())
}

fn first_row(line: &mut String, day: Day, call: &SampleCall) {
    let day = day.to_string();
    let _ = write!(line, "{},{day},", CAMPAIGNS[centre::campaign(call.number)]);
    clock(line, call.start);
    let _ = write!(line, ",Europe/Paris,{day} ");
    clock(line, call.start - OFFSET_SECS);
    let _ = write!(
        line,
        ",FR,outbound,{},{},{},,{},{},{},,,,,{}",
        own_digits(call.number),
        call.callee,
        if connected(call) { "Yes" } else { "No" },
        call.agent,
        call.ring_secs + call.talk_secs,
        call.talk_secs,
        tag(call),
    );
}

/// What Aircall calls answered.
fn connected(call: &SampleCall) -> bool {
    matches!(call.end, End::Answered | End::Voicemail)
}

fn row(line: &mut String, day: Day, call: &SampleCall, inbound: bool) {
    let campaign = centre::campaign(call.number);
    let own = own_digits(call.number);
    let (from, to) = if inbound { (call.callee, own) } else { (own, call.callee) };
    let total = call.ring_secs + call.talk_secs;
    let tag = if inbound { "" } else { tag(call) };
    let kind = if inbound { "Inbound - Answered" } else { "Outbound" };
    let day = day.to_string();

    let name = CAMPAIGNS[campaign];
    let _ = write!(line, "{name},{day} ");
    clock(line, call.start);
    let _ = write!(line, ",Europe/Paris,{day} ");
    clock(line, call.start - OFFSET_SECS);
    let _ = write!(
        line,
        ",FR,{},{from},{to},{},,{},{total},{},,,,{tag},,{},{kind},{day} ",
        if inbound { "inbound" } else { "outbound" },
        if connected(call) { "Yes" } else { "No" },
        call.agent,
        call.talk_secs,
        TEAMS[campaign],
    );
    clock(line, call.start);
    let _ = write!(line, ",{day} ");
    clock(line, call.start + total);
    let _ = write!(line, ",{name} (");
    pretty(line, own);
    line.push_str("),");
    pretty(line, call.callee);
    line.push(',');
    clock(line, call.talk_secs);
    let _ = write!(line, ",CA{:016x},{},", call.id, if inbound { "Answered" } else { "Outbound" });
    clock(line, call.ring_secs);
    let by = if connected(call) && call.id & 3 == 0 { "agent" } else { "external" };
    let _ = write!(line, ",,,{},{by},,,,,,,,,", 3_300_000_000 + call.id % 100_000_000);
}

/// The team's tags. A machine is tagged without fail: it is how this centre tells it.
fn tag(call: &SampleCall) -> &'static str {
    match (call.end, call.note) {
        (End::Voicemail, _) => "Répondeur",
        (End::Invalid, _) => "Faux numéro",
        (End::Answered, Note::Appointment) => "RDV",
        (End::Answered, Note::Refusal) => "Refus",
        (End::Answered, Note::Later) => "À rappeler",
        (End::Answered, Note::None) => "",
        _ if call.id.is_multiple_of(4) => "",
        _ => "NRP",
    }
}

/// `HH:MM:SS`, of a time of day or of a duration.
pub fn clock(line: &mut String, secs: u32) {
    let _ = write!(line, "{:02}:{:02}:{:02}", secs / 3600, secs / 60 % 60, secs % 60);
}

/// `+33 1 62 00 41 01`.
pub fn pretty(line: &mut String, digits: u64) {
    let national = digits % 1_000_000_000;
    let _ = write!(
        line,
        "+33 {} {:02} {:02} {:02} {:02}",
        national / 100_000_000,
        national / 1_000_000 % 100,
        national / 10_000 % 100,
        national / 100 % 100,
        national % 100
    );
}
