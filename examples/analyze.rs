//! The analysis without the page: `cargo run --release --example analyze -- [OPTIONS] FILE...`
//!
//! The report goes to standard output, as the page's download has it, byte for byte; everything else to standard
//! error. Exit 1 where an option is wrong or nothing could be read. `--help` lists the options.

use std::{
    env, fmt,
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom, Write},
    path::PathBuf,
    process::ExitCode,
};

use chrono_tz::{OffsetComponents, Tz};
use ringwell::{
    import::Source,
    model::{Country, Objective, Overlap, Problem, Role, Settings, ZoneFinder, ZoneTable},
    report::{Detail, json, report_of, sentence},
    tally::gather,
    unpack::unpacked,
};

const HELP: &str = "\
Reads call exports and prints Ringwell's report as JSON.

analyze [OPTIONS] FILE...

  --country FR               complete national numbers to E.164
  --time-zone Europe/Paris   the account's zone
  --objective appointment|qualification|direct_sales
  --settings FILE            the JSON that the page stores and exports
  --map COLUMN=ROLE          what a column is; repeatable
  --overlap same|add|replace what to do with days that two files cover
  --as-of YYYY-MM-DD         the last day that counts
  --help                     this text
";

fn main() -> ExitCode {
    let arguments: Result<Vec<String>, _> = env::args_os().skip(1).map(|argument| argument.into_string()).collect();
    let outcome = arguments
        .map_err(|argument| format!("{}: not readable as text", argument.to_string_lossy()))
        .and_then(|arguments| Command::parse(arguments.into_iter()))
        .and_then(Command::run);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

/// Where standard error is closed, there is nobody left to tell.
fn complain(what: &dyn fmt::Display) {
    let _ = writeln!(io::stderr(), "analyze: {what}");
}

struct Command {
    settings: Settings,
    files: Vec<Disk>,
    help: bool,
}

impl Command {
    fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut settings_file, mut changes, mut files, mut help) = (None, Vec::new(), Vec::new(), false);
        let mut arguments = arguments.peekable();
        while let Some(argument) = arguments.next() {
            if argument == "--" {
                files.extend(arguments.by_ref());
            } else if argument == "--help" || argument == "-h" {
                help = true;
            } else if argument.starts_with('-') && argument.len() > 1 {
                let (option, inline) = match argument.split_once('=') {
                    Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
                    None => (argument, None),
                };
                if !OPTIONS.contains(&&*option) {
                    return Err(format!("unknown option {option}; --help lists the options"));
                }
                let value = inline.or_else(|| arguments.next()).ok_or(format!("{option} needs a value"))?;
                if option == "--settings" { settings_file = Some(value) } else { changes.push((option, value)) }
            } else {
                files.push(argument);
            }
        }
        // The file first, whatever the order: an option beside it is the more deliberate choice.
        let mut settings = settings_file.map_or_else(|| Ok(Settings::default()), |path| read_settings(&path))?;
        for (option, value) in changes {
            apply(&mut settings, &option, &value)?;
        }
        settings.check().map_err(|error| error.to_string())?;
        if files.is_empty() && !help {
            return Err("no file given; --help says how it is used".to_owned());
        }
        let files = files.into_iter().map(Disk::find).collect::<Result<_, _>>()?;
        Ok(Self { settings, files, help })
    }

    fn run(self) -> Result<(), String> {
        if self.help {
            return print(HELP);
        }
        let files = unpacked(self.files.into_iter().map(|file| Box::new(file) as Box<dyn Source>));
        let sources: Vec<&dyn Source> = files.iter().map(|file| &**file).collect();
        let by_name = |name: &str| name.parse().ok().map(zone_table);
        let settings = Settings { zone_finder: ZoneFinder(by_name), ..self.settings.clone() };
        let gathered = gather(&sources, &settings);
        let said = |problem: &Problem| complain(&sentence(problem).en.whole());
        gathered.failures.iter().for_each(said);
        gathered.accounts.iter().flat_map(|account| &account.problems).for_each(said);
        if gathered.accounts.is_empty() {
            return Err("nothing could be read".to_owned());
        }
        print(&json(&report_of(&gathered, &self.settings, Detail::Full)))
    }
}

fn print(text: &str) -> Result<(), String> {
    io::stdout().write_all(text.as_bytes()).map_err(|error| format!("standard output: {error}"))
}

const OPTIONS: [&str; 7] = ["--country", "--time-zone", "--objective", "--settings", "--map", "--overlap", "--as-of"];

fn apply(settings: &mut Settings, option: &str, value: &str) -> Result<(), String> {
    let wrong = |expected: &str| format!("{option} {value}: {expected}");
    match option {
        "--country" => {
            let country = Country::find(value).ok_or_else(|| wrong("not a country code that is known, such as FR"))?;
            settings.country = Some(country.code.to_owned());
        }
        "--time-zone" => {
            let zone = value.parse().map_err(|_| wrong("not a time zone, such as Europe/Paris"))?;
            settings.time_zone = Some(zone_table(zone));
        }
        "--objective" => {
            settings.objective = Some(match value {
                "appointment" => Objective::Appointment,
                "qualification" => Objective::Qualification,
                "direct_sales" => Objective::DirectSales,
                _ => return Err(wrong("must be appointment, qualification or direct_sales")),
            });
        }
        "--map" => {
            let (column, role) = value.rsplit_once('=').ok_or_else(|| wrong("must be COLUMN=ROLE"))?;
            let roles = || Role::ALL.map(Role::id).join(", ");
            let role = Role::find(role).ok_or_else(|| wrong(&format!("{role} is no role; one of {}", roles())))?;
            settings.mappings.entry("*".to_owned()).or_default().columns.insert(column.to_owned(), role);
        }
        "--overlap" => {
            settings.overlap = match value {
                "same" => Overlap::Same,
                "add" => Overlap::Add,
                "replace" => Overlap::Replace,
                _ => return Err(wrong("must be same, add or replace")),
            };
        }
        _ => settings.as_of = Some(value.parse().map_err(|_| wrong("must be a day as YYYY-MM-DD"))?),
    }
    Ok(())
}

/// The settings of a file. `time_zone` may be a name there.
fn read_settings(path: &str) -> Result<Settings, String> {
    let wrong = |error: &dyn fmt::Display| format!("--settings {path}: {error}");
    let text = fs::read_to_string(path).map_err(|error| wrong(&error))?;
    let mut settings: serde_json::Value = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
    let name = settings.get("time_zone").and_then(serde_json::Value::as_str);
    if let Some(zone) = name.map(str::parse).transpose().map_err(|_| wrong(&"time_zone is no time zone"))? {
        settings["time_zone"] = serde_json::to_value(zone_table(zone)).map_err(|error| wrong(&error))?;
    }
    serde_json::from_value(settings).map_err(|error| wrong(&error))
}

/// All offset changes from 1990 to 2040: found by the day, then to the second.
fn zone_table(zone: Tz) -> ZoneTable {
    const FROM: i64 = 631_152_000;
    const TO: i64 = 2_240_524_800;
    let offset = |utc_secs: i64| {
        use chrono::TimeZone;
        zone.timestamp_opt(utc_secs, 0).single().map_or(0, |at| {
            let offset = at.offset();
            (offset.base_utc_offset() + offset.dst_offset()).num_seconds() as i32
        })
    };
    let mut changes = vec![(FROM, offset(FROM))];
    for day in (FROM..TO).step_by(86_400) {
        let (mut low, mut high) = (day, day + 86_400);
        if offset(low) == offset(high) {
            continue;
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if offset(middle) == offset(day) { low = middle } else { high = middle }
        }
        changes.push((high, offset(high)));
    }
    ZoneTable { name: zone.name().to_owned(), changes }
}

/// A file on disk. Its name in the report is the last part of its path, as in a browser.
struct Disk {
    path: PathBuf,
    name: String,
    len: u64,
}

impl Disk {
    fn find(path: String) -> Result<Self, String> {
        let metadata = fs::metadata(&path).map_err(|error| format!("{path}: {error}"))?;
        if !metadata.is_file() {
            return Err(format!("{path}: not a file"));
        }
        let len = metadata.len();
        let path = PathBuf::from(path);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { path, name, len })
    }
}

impl Source for Disk {
    fn name(&self) -> &str {
        &self.name
    }

    fn len(&self) -> u64 {
        self.len
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(File::open(&self.path)?))
    }

    fn open_at(&self, byte: u64) -> io::Result<Box<dyn Read + '_>> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(byte))?;
        Ok(Box::new(file))
    }
}
