//! Zones, mappings, words and columns: what a cell is taken for.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use ringwell::{
    import::{Basis, FileAccount, FileKind, Why, preview},
    model::{Aside, Mapping, Outcome, ProblemKind, Role, Settings, ZoneFinder, ZoneTable},
};
use support::{Chunked, facts_of, settings_for};

fn read_with(text: &str, settings: &Settings) -> (FileAccount, Vec<String>) {
    facts_of(&Chunked::whole("calls.csv", text), settings).unwrap()
}

fn read(text: &str) -> (FileAccount, Vec<String>) {
    read_with(text, &settings_for("calls.csv"))
}

fn paris() -> Settings {
    let time_zone =
        Some(ZoneTable { name: "Europe/Paris".to_owned(), changes: vec![(0, 3_600), (1_774_746_000, 7_200)] });
    Settings { time_zone, ..settings_for("calls.csv") }
}

fn mapped(columns: &[(&str, Role)]) -> Settings {
    let columns = columns.iter().map(|(header, role)| ((*header).to_owned(), *role)).collect();
    let mapping = Mapping { columns, ..Mapping::default() };
    Settings { mappings: [("*".to_owned(), mapping)].into(), ..settings_for("calls.csv") }
}

/// The day and hour of the only call of a table with one date cell.
fn when(cell: &str, settings: &Settings) -> String {
    let (_, facts) =
        read_with(&format!("start time,from,to,status\n\"{cell}\",+33162000001,+33639980001,busy\n"), settings);
    facts[0].split(' ').skip(1).take(2).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_way_of_writing_a_date() {
    let plain = settings_for("calls.csv");
    for (cell, expected) in [
        ("2026-08-21 09:00:06", "2026-08-21 9h"),
        ("2026-08-21T09:00:06Z", "2026-08-21 9h"),
        ("2026-08-21T23:30:06.250+02:00", "2026-08-21 23h"),
        ("2026/08/21 09:00", "2026-08-21 9h"),
        ("21/08/2026 09:00:06", "2026-08-21 9h"),
        ("08/21/2026 9:00:06 PM", "2026-08-21 21h"),
        ("8/21/26 12:05 AM", "2026-08-21 0h"),
        ("21-08-26 09:00", "2026-08-21 9h"),
        ("21.08.2026 09:00", "2026-08-21 9h"),
        ("20260821090006", "2026-08-21 9h"),
        ("20260821T090006Z", "2026-08-21 9h"),
        ("Fri, 21 Aug 2026 09:00:06", "2026-08-21 9h"),
        ("Fri, 21 Aug 2026 09:00:06 +0000", "2026-08-21 9h"),
        ("Aug 21, 2026 9:00 AM", "2026-08-21 9h"),
        ("21 août 2026 09:00", "2026-08-21 9h"),
        ("1er févr. 2026 à 9h05", "2026-02-01 9h"),
        ("ven. 21 août 2026 09:00:06", "2026-08-21 9h"),
        ("21-Aug-26 09:00", "2026-08-21 9h"),
        ("1787302806", "2026-08-21 9h"),
        ("1787302806000", "2026-08-21 9h"),
        ("2026-08-21", "2026-08-21 busy"),
    ] {
        assert_eq!(when(cell, &plain), expected, "{cell}");
    }
}

#[test]
fn with_a_zone_utc_and_offsets_decide_the_day_and_plain_times_stay() {
    for (cell, expected) in [
        ("2026-02-03T23:30:00Z", "2026-02-04 0h"),
        ("2026-02-03T23:30:00+01:00", "2026-02-03 23h"),
        ("2026-07-03T22:30:00+00:00", "2026-07-04 0h"),
        ("Tue, 03 Feb 2026 23:30:00 GMT", "2026-02-04 0h"),
        ("2026-02-03 23:30:00", "2026-02-03 23h"),
    ] {
        assert_eq!(when(cell, &paris()), expected, "{cell}");
    }
}

#[test]
fn aircall_takes_the_utc_column_only_where_a_zone_is_set() {
    let text = include_str!("fixtures/aircall/v3.csv");
    let (local, _) = read(text);
    assert_eq!(local.header_of(Role::Started), Some("datetime (tz offset incl.)"));
    let (in_zone, facts) = read_with(text, &paris());
    assert_eq!(in_zone.header_of(Role::Started), Some("datetime (utc)"));
    assert_eq!(facts, read(text).1, "the lines are in Paris, so both say the same");
}

#[test]
fn a_header_that_says_utc_is_in_utc() {
    let text = "start time (UTC),from,to,status\n2026-02-03 23:30:00,+33162000001,+33639980001,busy\n";
    assert!(read_with(text, &paris()).1[0].contains("2026-02-04 0h"));
    assert!(read(text).1[0].contains("2026-02-03 23h"));
}

#[test]
fn the_user_decides_what_a_column_is() {
    let text = "col1,col2,x,y\n2026-02-03 09:00:00,0162000001,0639980001,busy\n2026-02-03 09:01:00,0162000001,0639980002,answered\n";
    let settings = mapped(&[("x", Role::Caller), ("#2", Role::Callee), ("Y", Role::Outcome)]);
    let (account, facts) = read_with(text, &settings);
    assert_eq!(account.basis, Basis::Chosen);
    assert!(facts[0].starts_with("+33639980001 2026-02-03 9h busy"), "{facts:?}");
    assert_eq!(account.columns[2].why, Why::Chosen);
    let only_here = Settings {
        mappings: [(account.signature, settings.mappings["*"].clone())].into(),
        ..settings_for("calls.csv")
    };
    assert_eq!(read_with(text, &only_here).1, facts);
}

#[test]
fn a_column_to_be_ignored_is_not_read() {
    let text = "start time,from,to,status,sip code\n2026-02-03 09:00:00,0162000001,0639980001,busy,603\n";
    assert!(read(text).1[0].contains("rejected"));
    assert!(read_with(text, &mapped(&[("sip code", Role::Ignore)])).1[0].contains("busy"));
}

#[test]
fn unknown_words_are_unclassified_listed_and_can_be_assigned() {
    let text = "start time,from,to,status\n2026-02-03 09:00:00,0162000001,0639980001,Zut\n\
        2026-02-03 09:01:00,0162000001,0639980002,ZUT\n2026-02-03 09:02:00,0162000001,0639980003,Zut\n";
    let (account, facts) = read(text);
    assert!(facts.iter().all(|fact| fact.contains("unclassified")));
    let words: Vec<_> =
        account.words.iter().map(|answer| (answer.word.as_str(), answer.outcome, answer.rows)).collect();
    assert_eq!(words, [("Zut", Outcome::Unclassified, 3)]);
    let settings = Settings { words: [("zut".to_owned(), Outcome::Blocked)].into(), ..settings_for("") };
    let (account, facts) = read_with(text, &settings);
    assert!(facts.iter().all(|fact| fact.contains("blocked")) && account.known.has(Outcome::Blocked));
}

#[test]
fn french_results_in_a_status_column_are_results() {
    let row = |word: &str, at: u8| format!("2026-02-03 09:{at:02}:00;0162000001;06399800{at:02};{word}\n");
    let text = format!(
        "Date;Numéro présenté;Numéro appelé;Statut\n{}{}{}{}",
        row("RDV", 1),
        row("Refusé", 2),
        row("NRP", 3),
        row("Répondeur", 4)
    );
    let (account, facts) = read(&text);
    let outcomes: Vec<_> = facts.iter().map(|fact| fact.split(' ').nth(3).unwrap()).collect();
    assert_eq!(outcomes, ["answered", "answered", "no_answer", "voicemail"]);
    assert!(facts[0].contains("converted=true") && facts[1].contains("converted=false"));
    assert!(account.conversions_known && !account.known.has(Outcome::Rejected));
}

#[test]
fn a_class_that_no_row_says_is_not_known_on_the_generic_path() {
    let text = "start time,from,to,status\n2026-02-03 09:00:00,0162000001,0639980001,answered\n";
    let (account, _) = read(text);
    for outcome in Outcome::ALL {
        let known = matches!(outcome, Outcome::Answered | Outcome::Unclassified);
        assert_eq!(account.known.has(outcome), known, "{outcome:?}");
    }
    assert!(!account.conversions_known && !account.hang_ups_known);
}

#[test]
fn hang_ups_need_a_conversation_time_with_seconds() {
    let text = |header: &str, talk: fn(usize) -> String| {
        let row = |at| format!("2026-02-03 09:{at:02}:00,0162000001,06399800{at:02},answered,{}\n", talk(at));
        format!("start time,from,to,status,{header}\n{}", (10..50).map(row).collect::<String>())
    };
    assert!(read(&text("talk time", |at| at.to_string())).0.hang_ups_known);
    assert!(!read(&text("talk time", |at| (at * 60).to_string())).0.hang_ups_known);
    assert!(!read(&text("talk time (min)", |at| format!("{}.5", at % 5))).0.hang_ups_known);
}

#[test]
fn a_duration_that_unanswered_calls_have_too_is_no_conversation_time() {
    let row =
        |at: u8, word: &str, secs: u8| format!("2026-02-03 09:{at:02}:00,0162000001,06399800{at:02},{word},{secs}\n");
    let head = "start time,from,to,status,duration\n";
    let whole = [head, &row(1, "answered", 60), &row(2, "no answer", 25), &row(3, "no answer", 31)].concat();
    let (account, facts) = read(&whole);
    assert!(!account.hang_ups_known && !facts[0].contains("talk_ms"), "{facts:?}");
    let talk = [head, &row(1, "answered", 60), &row(2, "no answer", 0), &row(3, "busy", 0)].concat();
    let (account, facts) = read(&talk);
    assert!(account.hang_ups_known && facts[0].contains("talk_ms=60000"));
    assert_eq!(account.header_of(Role::Talk), Some("duration"));
}

#[test]
fn rows_received_internal_or_not_dialled_are_set_aside() {
    let row =
        |at: u8, way: &str, word: &str| format!("2026-02-03 09:{at:02}:00,{way},0162000001,06399800{at:02},{word}\n");
    let text = [
        "start time,direction,from,to,status\n",
        &row(1, "Sortant", "answered"),
        &row(2, "Entrant", "answered"),
        &row(3, "Interne", "answered"),
        &row(4, "outbound", "queued"),
    ]
    .concat();
    let (account, facts) = read(&text);
    assert_eq!(facts.len(), 1);
    for reason in [Aside::Inbound, Aside::Internal, Aside::NotDialled] {
        assert_eq!(account.set_aside.get(&reason), Some(&1), "{reason:?}");
    }
}

#[test]
fn talk_time_decides_where_no_word_does() {
    let text = "start time,from,to,billsec\n2026-02-03 09:00:00,0162000001,0639980001,40\n2026-02-03 09:01:00,0162000001,0639980002,0\n\
        2026-02-03 09:02:00,0162000001,0639980003,\n";
    let (account, facts) = read(text);
    assert!(facts[0].contains("answered") && facts[1].contains("no_answer") && facts[2].contains("no_answer"));
    assert!(!account.problems.iter().any(|problem| problem.kind == ProblemKind::NoOutcomeColumn));
    let bare = "start time,from,to\n2026-02-03 09:00:00,0162000001,0639980001\n";
    let (account, facts) = read(bare);
    assert!(facts[0].contains("unclassified"));
    assert!(account.problems.iter().any(|problem| problem.kind == ProblemKind::NoOutcomeColumn));
}

#[test]
fn scores_and_reports_are_no_calls() {
    assert_eq!(read("date,number,score\n2026-02-03,+33162000001,80\n").0.kind, FileKind::Readings);
    assert_eq!(read("date,number,reports\n2026-02-03,+33162000001,1\n").0.kind, FileKind::Complaints);
    assert_eq!(read("date,number,calls,answered\n2026-02-03,+33162000001,50,20\n").0.kind, FileKind::Daily);
}

#[test]
fn the_preview_shows_ten_rows_as_they_would_be_read() {
    let rows: String = (0..30)
        .map(|at| {
            let date = if at == 3 { "2026-02-30" } else { "2026-02-13" };
            format!("{date} 09:{at:02}:00,0162000001,06399800{at:02},answered,{at}\n")
        })
        .collect();
    let source = Chunked::whole("calls.csv", format!("start time,from,to,status,talk time\n{rows}"));
    let shown = preview(&source, &settings_for("")).unwrap();
    assert_eq!((shown.rows.len(), shown.account.rows, shown.account.counted), (10, 10, 9));
    assert_eq!(shown.rows[3].aside, Some(Aside::BadDate));
    let fact = shown.rows[4].read.clone().unwrap();
    assert_eq!((fact.number.as_str(), fact.day.as_str(), fact.hour), ("+33162000001", "2026-02-13", Some(9)));
    assert_eq!((fact.outcome.as_str(), fact.talk_secs), ("answered", Some(4.0)));
    assert_eq!(shown.rows[4].cells[2], "0639980004");
}

#[test]
fn a_column_that_repeats_one_id_is_not_the_id_of_calls() {
    let row = |at: usize| format!("2026-02-13 09:{at:02}:00,0162000001,06399800{at:02},busy,account7\n");
    let text = format!("start time,from,to,status,uuid\n{}", (0..20).map(row).collect::<String>());
    let (account, facts) = read(&text);
    assert_eq!((facts.len(), account.header_of(Role::CallId)), (20, None));
}

#[test]
fn an_exchange_whose_rows_never_show_an_outside_line_has_no_own_numbers() {
    let row = |at: u8| {
        format!(
            "\"\",\"8016\",\"06399800{at}\",\"internal\",\"\"\"\"\" <8016>\",\"SIP/8016-1\",\"SIP/t-2\",\"Dial\",\"x\",\
             \"2026-03-10 14:{at}:02\",,\"2026-03-10 14:{at}:32\",30,0,\"NO ANSWER\",\"DOCUMENTATION\",\"1.{at}\"\n"
        )
    };
    let (account, facts) = read(&(10..20).map(row).collect::<String>());
    assert_eq!((account.system.as_str(), facts.len()), ("asterisk", 10));
    assert!(account.problems.iter().any(|problem| problem.kind == ProblemKind::NoNumberColumn));
}

#[test]
fn a_result_column_with_words_of_status_is_a_status_column() {
    let text = "date,time,number,callee,outcome\n2026-02-03,09:00:00,+33162000001,+33639980001,answered\n\
        2026-02-03,09:01:00,+33162000001,+33639980002,rejected\n";
    let (account, facts) = read(text);
    assert!(facts[1].contains("rejected") && account.known.has(Outcome::Rejected));
    assert_eq!(account.header_of(Role::Outcome), Some("outcome"));
}

#[test]
fn a_second_column_of_prospects_is_no_own_number() {
    let row = |at: u8| format!("2026-02-03 09:{at}:00,06399800{at},06399800{at},busy\n");
    let text = format!("call_date,phone_number_dialed,phone_number,status\n{}", (10..40).map(row).collect::<String>());
    let (account, _) = read(&text);
    assert!(account.problems.iter().any(|problem| problem.kind == ProblemKind::NoNumberColumn));
}

#[test]
fn a_number_of_ten_digits_is_no_count_of_seconds() {
    let text = "date,numéro,score,signalé\n03/02/2026,0162000001,45,oui\n15/02/2026,0162000001,72,non\n";
    let (account, facts) = read(text);
    assert_eq!((account.kind, facts.len()), (FileKind::Readings, 2));
    assert!(facts[0].starts_with("+33162000001 2026-02-03"), "{facts:?}");
}

#[test]
fn the_zone_that_a_row_names_decides_its_day_in_the_account_s_zone() {
    fn tables(name: &str) -> Option<ZoneTable> {
        // Eastern standard time until 8 March 2026, then daylight time.
        let changes = vec![(0, -18_000), (1_772_953_200, -14_400)];
        (name == "America/New_York").then(|| ZoneTable { name: name.to_owned(), changes })
    }
    let text = "start time,timezone,from,to,status\n2026-02-03 18:30:00,America/New_York,+33162000001,+33639980001,busy\n\
        2026-03-20 18:30:00,America/New_York,+33162000001,+33639980001,busy\n\
        2026-02-03 18:30:00,Mars/Olympus,+33162000001,+33639980001,busy\n";
    let settings = Settings { zone_finder: ZoneFinder(tables), ..paris() };
    let (account, facts) = read_with(text, &settings);
    assert_eq!(account.header_of(Role::Zone), Some("timezone"));
    let days: Vec<&str> = facts.iter().map(|fact| &fact[13..26]).collect();
    // 18:30 in New York is 00:30 in Paris in winter, 23:30 while only New York has summer time.
    assert_eq!(days, ["2026-02-04 0h", "2026-03-20 23", "2026-02-03 18"]);
    assert!(read(text).1[0].contains("2026-02-03 18h"), "without a zone set, the row's own clock");
}
