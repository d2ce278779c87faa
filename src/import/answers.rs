//! The JSON answers of reputation tools as the table that they are: one row per number and tool.
//!
//! HUHU answers for several tools at once, one object each; others with one flat object per number. Single object,
//! array, `{"data": […]}`. Sources: `domain.md` §1.1 and §3.

use super::{account::DateOrder, date_format::read_stamp, systems::saracroche::PATTERN, tables::own_name};
use crate::read::{Json, Text};

/// Larger ones are no answers of a tool.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
const NUMBER: &[&str] = &["number", "phone", "phone_number", "phoneNumber", "msisdn", "e164", "caller_id", "callerId"];
const DATES: &[&str] = &[
    "date",
    "day",
    "checked_at",
    "checkedAt",
    "created_at",
    "createdAt",
    "updated_at",
    "updatedAt",
    "timestamp",
    "last_refreshed_at",
    "lastRefreshedAt",
];
/// The tools for which HUHU answers.
const TOOLS: [&str; 4] = ["huhu", "hiya", "truecaller", "orange"];

/// Whether a text looks like such answers.
pub fn is_json(text: &Text) -> bool {
    let head = text.head().trim_ascii_start();
    let next = head.get(1..).unwrap_or_default().trim_ascii_start().first();
    matches!((head.first(), next), (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{' | b'[' | b']')))
}

/// The table of such answers; `None` where they name no numbers of telephones.
pub fn text_of(json: &[u8], file: &str) -> Option<Text> {
    let json = std::str::from_utf8(json).ok().and_then(Json::read)?;
    table(&json, file).map(Text::of_utf8)
}

fn table(json: &Json, file: &str) -> Option<Vec<u8>> {
    let objects = objects(json);
    let several =
        objects.iter().any(|object| TOOLS.iter().any(|tool| matches!(object.get(tool), Some(Json::Object(_)))));
    if several { Some(by_tool(&objects, file)) } else { by_key(&objects, file) }
}

/// One line of a CSV, each cell in quotes.
pub fn push_line<'c>(table: &mut Vec<u8>, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            table.push(b',');
        }
        table.push(b'"');
        table.extend(cell.replace('"', "\"\"").bytes());
        table.push(b'"');
    }
    table.push(b'\n');
}

/// The objects that speak of one number each.
fn objects(json: &Json) -> Vec<&Json> {
    match json {
        Json::List(list) => list.iter().filter(|one| matches!(one, Json::Object(_))).collect(),
        Json::Object(entries) => {
            let inner = entries.iter().find_map(|(_, value)| match value {
                Json::List(list) if list.iter().any(|one| matches!(one, Json::Object(_))) => Some(objects(value)),
                _ => None,
            });
            if number_of(json).is_some() { vec![json] } else { inner.unwrap_or_else(|| vec![json]) }
        }
        _ => Vec::new(),
    }
}

fn number_of(object: &Json) -> Option<&str> {
    NUMBER.iter().find_map(|key| object.get(key)).and_then(Json::text)
}

fn date_of<'j>(object: &'j Json, file: &'j str) -> &'j str {
    DATES
        .iter()
        .find_map(|key| object.get(key))
        .and_then(Json::text)
        .or_else(|| date_in(own_name(file)))
        .unwrap_or_default()
}

/// The day in a file's name: `huhu_2026-02-10.json`.
fn date_in(file: &str) -> Option<&str> {
    let at = |start: usize, length: usize| file.get(start..start + length);
    (0..file.len()).find_map(|start| {
        [10, 8].into_iter().filter_map(|length| at(start, length)).find(|text| {
            text.starts_with(|c: char| c.is_ascii_digit())
                && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
                && read_stamp(text.replace('_', "-").as_bytes(), DateOrder::YearFirst).is_some()
        })
    })
}

/// One row per number and tool.
fn by_tool(objects: &[&Json], file: &str) -> Vec<u8> {
    let mut table = Vec::new();
    push_line(&mut table, ["number", "date", "tool", "spamScore", "isSpam"].into_iter());
    for object in objects {
        for tool in TOOLS {
            let Some(said @ Json::Object(_)) = object.get(tool) else { continue };
            let text = |keys: &[&str]| keys.iter().find_map(|key| said.get(key)).and_then(Json::text);
            let number = number_of(object).or_else(|| number_of(said)).unwrap_or_default();
            let (score, flag) = (text(&["spamScore"]), text(&["isSpam", "reputationLevel"]));
            let cells = [number, date_of(object, file), tool, score.unwrap_or_default(), flag.unwrap_or_default()];
            push_line(&mut table, cells.into_iter());
        }
    }
    table
}

/// One row per object, one column per key that holds a plain value.
fn by_key(objects: &[&Json], file: &str) -> Option<Vec<u8>> {
    let mut keys: Vec<&str> = Vec::new();
    for object in objects {
        let Json::Object(entries) = object else { continue };
        for (key, value) in entries {
            if matches!(value, Json::Text(_) | Json::Null) && !keys.contains(&key.as_str()) {
                keys.push(key);
            }
        }
    }
    if keys.is_empty() {
        return None;
    }
    // A list of ranges has no day.
    let dated = keys.iter().any(|key| DATES.contains(key)) || keys.contains(&PATTERN);
    let mut table = Vec::new();
    push_line(&mut table, keys.iter().copied().chain((!dated).then_some("date")));
    for object in objects {
        let cells = keys.iter().map(|key| object.get(key).and_then(Json::text).unwrap_or_default());
        push_line(&mut table, cells.chain((!dated).then(|| date_of(object, file))));
    }
    Some(table)
}
