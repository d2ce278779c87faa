//! A table that cannot be read as it is can still be mapped.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{self, Read};

use ringwell::{
    import::{self, Source},
    model::{Aside, Mapping, ProblemKind, Role, Settings},
};

struct Text(&'static str);

impl Source for Text {
    fn name(&self) -> &str {
        "calls.csv"
    }
    fn len(&self) -> u64 {
        self.0.len() as u64
    }
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.0.as_bytes()))
    }
}

const WITHOUT_DATES: &str = "Line,Moment,End\n+33162000001,monday,OK\n+33162000002,tuesday,KO\n";
const ODD_DATES: &str = "Line,Moment,End\n+33162000001,20260203,Answered\n+33162000002,20260204,No answer\n";

#[test]
fn the_columns_of_a_table_without_dates_can_be_named() {
    let preview = import::preview(&Text(WITHOUT_DATES), &Settings::default()).unwrap();
    let headers: Vec<_> = preview.account.columns.iter().map(|column| &*column.header).collect();
    assert_eq!(headers, ["Line", "Moment", "End"]);
    assert_eq!(preview.account.problems[0].kind, ProblemKind::NoDateColumn);
    assert_eq!(preview.rows.len(), 2);
    assert_eq!(preview.rows[0].aside, Some(Aside::BadDate));
    assert!(!preview.account.signature.is_empty());
}

#[test]
fn a_named_date_column_is_read_from_the_next_preview_on() {
    let signature = import::preview(&Text(ODD_DATES), &Settings::default()).unwrap().account.signature;
    let mut settings = Settings::default();
    let columns = [("Line", Role::Own), ("Moment", Role::Date), ("End", Role::Outcome)];
    let columns = columns.into_iter().map(|(header, role)| (header.to_owned(), role)).collect();
    settings.mappings.insert(signature, Mapping { columns, ..Mapping::default() });
    let preview = import::preview(&Text(ODD_DATES), &settings).unwrap();
    assert_eq!(preview.rows[0].read.as_ref().unwrap().day, "2026-02-03");
}
