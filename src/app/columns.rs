//! The columns of the table of numbers: what each sorts by, which are shown, what goes to a spreadsheet.

use std::cmp::Ordering;

use super::words::{Lang, Phrase, dashboard as words};
use crate::{
    kpi::KpiId,
    model::{guarded, order},
    report::{NumberReport, Report, Status},
};

/// A column that the table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    /// The number's text.
    Number,
    /// Its pool.
    Pool,
    /// What to do about it.
    Status,
    /// Its calls.
    Calls,
    /// A KPI's value.
    Kpi(KpiId),
    /// The change of its answer rate.
    Change,
    /// Its calls a day.
    Daily,
}

/// A column: its head, its class (which says at what width it goes), what it sorts by.
#[derive(Debug)]
pub struct Column {
    /// Its head.
    pub head: Phrase,
    /// `n` for figures; `p1` to `p3`: the wider the page, the more are shown.
    pub class: &'static str,
    /// What it shows and sorts by.
    pub by: SortBy,
}

/// All columns. The first is always shown.
pub const COLUMNS: [Column; 13] = [
    Column { head: words::COL_NUMBER, class: "", by: SortBy::Number },
    Column { head: words::COL_POOL, class: "p1", by: SortBy::Pool },
    Column { head: words::COL_STATUS, class: "", by: SortBy::Status },
    Column { head: words::COL_CALLS, class: "n p1", by: SortBy::Calls },
    Column { head: words::COL_ANSWER, class: "n", by: SortBy::Kpi(KpiId::AnswerRate) },
    Column { head: words::COL_CHANGE, class: "n p1", by: SortBy::Change },
    Column { head: words::COL_REJECTED, class: "n p2", by: SortBy::Kpi(KpiId::RejectionRate) },
    Column { head: words::COL_VOICEMAIL, class: "n p2", by: SortBy::Kpi(KpiId::VoicemailRate) },
    Column { head: words::COL_TALK, class: "n p2", by: SortBy::Kpi(KpiId::AverageTalkTime) },
    Column { head: words::COL_CONVERSION, class: "n p3", by: SortBy::Kpi(KpiId::ConversionRate) },
    Column { head: words::COL_REPORTS, class: "n p3", by: SortBy::Kpi(KpiId::SpamReportRate) },
    Column { head: words::COL_SCORE, class: "n p1", by: SortBy::Kpi(KpiId::ReputationScore) },
    Column { head: words::COL_DAILY, class: "p3", by: SortBy::Daily },
];

/// Which columns are shown, in the order of [`COLUMNS`].
pub type Shown = [bool; COLUMNS.len()];

impl SortBy {
    /// Its name in an address and in what is kept.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Pool => "pool",
            Self::Status => "status",
            Self::Calls => "calls",
            Self::Kpi(id) => id.id(),
            Self::Change => "change",
            Self::Daily => "daily",
        }
    }

    /// The column of a name.
    pub fn find(id: &str) -> Option<Self> {
        COLUMNS.iter().map(|column| column.by).find(|by| by.id() == id)
    }

    /// The first press on a column shows what is worst, or most, first.
    pub const fn starts_ascending(self) -> bool {
        match self {
            Self::Calls | Self::Daily => false,
            Self::Kpi(id) => id.higher_is_better(),
            _ => true,
        }
    }
}

/// The names of the columns that are hidden, for storage.
pub fn hidden(shown: &Shown) -> String {
    let hidden = COLUMNS.iter().zip(shown).filter(|(_, shown)| !**shown).map(|(column, _)| column.by.id());
    hidden.collect::<Vec<_>>().join(" ")
}

/// The columns shown where those of such names are hidden.
pub fn shown(hidden: &str) -> Shown {
    std::array::from_fn(|at| at == 0 || !hidden.split(' ').any(|id| id == COLUMNS[at].by.id()))
}

/// What the table is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// A part of a number or of a pool's name.
    pub search: String,
    /// Only numbers of this status.
    pub status: Option<Status>,
    /// The column, and whether it ascends.
    pub sort: (SortBy, bool),
}

/// The places in the report of the numbers that are left, in order.
pub fn rows(report: &Report, wanted: &Wanted) -> Vec<u32> {
    let search = wanted.search.to_lowercase();
    let text = search.trim();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    // A French number may be sought in its national form.
    let digits = digits.strip_prefix('0').unwrap_or(&digits);
    let found = |number: &NumberReport| {
        text.is_empty()
            || (!digits.is_empty() && number.number.contains(digits))
            || number.number.to_lowercase().contains(text)
            || pool_name(number).is_some_and(|pool| pool.to_lowercase().contains(text))
    };
    let mut rows: Vec<u32> = (0..report.numbers.len() as u32).collect();
    let at = |place: u32| &report.numbers[place as usize];
    rows.retain(|place| wanted.status.is_none_or(|status| at(*place).status == status) && found(at(*place)));
    let (by, ascending) = wanted.sort;
    // Equal ones keep the report's order: by calls, then by number.
    order::sort_by(&mut rows, |a, b| compare(by, at(*a), at(*b), ascending));
    rows
}

fn compare(by: SortBy, a: &NumberReport, b: &NumberReport, ascending: bool) -> Ordering {
    let turned = |order: Ordering| if ascending { order } else { order.reverse() };
    // What is not measured stands last, whichever way the rest goes.
    let figures = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => turned(a.total_cmp(&b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    match by {
        SortBy::Number => turned(a.number.cmp(&b.number)),
        SortBy::Pool => turned(a.pool.cmp(&b.pool)),
        SortBy::Status => turned(a.status.cmp(&b.status)),
        SortBy::Calls => turned(a.totals.calls.cmp(&b.totals.calls)),
        SortBy::Kpi(_) | SortBy::Change | SortBy::Daily => figures(figure(by, a), figure(by, b)),
    }
}

/// The figure of a column; `None` where it is not measured, and in a column of texts.
fn figure(by: SortBy, number: &NumberReport) -> Option<f64> {
    match by {
        SortBy::Kpi(id) => number.kpis.get(id).value,
        SortBy::Change => number.kpis.get(KpiId::AnswerRate).trend.map(|trend| trend.change),
        SortBy::Daily => Some(number.calls_per_day),
        SortBy::Calls => Some(number.totals.calls as f64),
        SortBy::Number | SortBy::Pool | SortBy::Status => None,
    }
}

/// The name of a number's pool, without its kind.
pub fn pool_name(number: &NumberReport) -> Option<&str> {
    number.pool.as_deref().map(|pool| pool.split_once(':').map_or(pool, |(_, name)| name))
}

/// Rows for a spreadsheet: cells parted by tabs, texts that look like a formula guarded, figures plain but for the
/// language's decimal mark, empty where not measured.
pub fn sheet(lang: Lang, report: &Report, rows: &[u32], shown: &Shown) -> String {
    let columns = || COLUMNS.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| column);
    let mut text = columns().map(|column| cell(column.head.to(lang))).collect::<Vec<_>>().join("\t");
    for number in rows.iter().filter_map(|place| report.numbers.get(*place as usize)) {
        text.push('\n');
        let cells = columns().map(|column| match column.by {
            SortBy::Number => cell_of_number(&number.number),
            SortBy::Pool => cell(pool_name(number).unwrap_or_default()),
            SortBy::Status => cell(words::status(number.status).to(lang)),
            by => figure(by, number).map(|value| plain(lang, value)).unwrap_or_default(),
        });
        text.push_str(&cells.collect::<Vec<_>>().join("\t"));
    }
    text.push('\n');
    text
}

/// A text on one line, in one cell, that no spreadsheet takes for a formula.
pub fn cell(text: &str) -> String {
    guarded(&text.replace(['\t', '\n', '\r'], " ")).into_owned()
}

/// A number stays as it is where it is one: digits with at most a `+` in front are no formula.
pub fn cell_of_number(number: &str) -> String {
    let digits = number.strip_prefix('+').unwrap_or(number);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { number.to_owned() } else { cell(number) }
}

/// At most two decimals, no thousands, a plain minus: what a spreadsheet of the language reads as a number.
pub fn plain(lang: Lang, value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let text = if text == "-0" { "0" } else { text };
    if lang == Lang::Fr { text.replace('.', ",") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kpi::{Board, Kpi, Kpis},
        model::{Day, Settings},
        report::{Detail, Totals},
        tally::Ledger,
    };

    fn report() -> Report {
        let empty = Ledger::default();
        let mut report =
            crate::report::build(&Board::build(&empty, 3), &empty, &[], &Settings::default(), Detail::Page);
        let number = |text: &str, pool: Option<&str>, calls: u64, rate: Option<f64>| {
            let mut kpis = Kpis::default();
            kpis.0[0] = Kpi { value: rate, ..Kpi::default() };
            NumberReport {
                number: text.to_owned(),
                pool: pool.map(str::to_owned),
                totals: Totals { calls, ..Totals::default() },
                kpis,
                flagged: None,
                status: Status::Well,
                score: None,
                ranges: Vec::new(),
                first_day: Day(0),
                last_day: Day(1),
                calls_per_day: 12.5,
            }
        };
        report.numbers = vec![
            number("+33162000001", Some("campaign:=cmd()"), 300, Some(41.256)),
            number("+33162000002", Some("campaign:B"), 200, None),
            number("-5\t7", None, 100, Some(10.0)),
        ];
        report
    }

    fn wanted(search: &str, by: SortBy, ascending: bool) -> Wanted {
        Wanted { search: search.to_owned(), status: None, sort: (by, ascending) }
    }

    #[test]
    fn what_is_not_measured_stands_last_whichever_way_the_rest_goes() {
        let by = SortBy::Kpi(KpiId::AnswerRate);
        assert_eq!(rows(&report(), &wanted("", by, true)), [2, 0, 1]);
        assert_eq!(rows(&report(), &wanted("", by, false)), [0, 2, 1]);
    }

    #[test]
    fn a_number_is_found_by_its_national_form_and_a_campaign_by_its_name() {
        assert_eq!(rows(&report(), &wanted("01 62 00 00 02", SortBy::Calls, false)), [1]);
        assert_eq!(rows(&report(), &wanted(" b ", SortBy::Calls, false)), [1]);
        assert_eq!(rows(&report(), &wanted("nobody", SortBy::Calls, false)), [0_u32; 0]);
    }

    #[test]
    fn a_spreadsheet_gets_no_formula_and_no_broken_row() {
        let report = report();
        let mut columns = shown("");
        columns[5..].fill(false);
        let text = sheet(Lang::En, &report, &[0, 1, 2], &columns);
        let rows: Vec<Vec<&str>> = text.lines().map(|row| row.split('\t').collect()).collect();
        assert_eq!(rows[1], ["+33162000001", "'=cmd()", "Rings well", "300", "41.26"]);
        assert_eq!(rows[2][4], "");
        assert_eq!(rows[3], ["'-5 7", "", "Rings well", "100", "10"]);
        assert!(sheet(Lang::Fr, &report, &[0], &columns).contains("\t41,26\n"));
    }

    #[test]
    fn hidden_columns_are_kept_by_name_and_the_first_is_never_hidden() {
        let mut columns = shown("");
        assert_eq!(columns, [true; 13]);
        columns[3] = false;
        columns[6] = false;
        assert_eq!(hidden(&columns), "calls rejection_rate");
        assert_eq!(shown("calls rejection_rate number nonsense"), columns);
    }

    #[test]
    fn every_column_is_found_by_its_name() {
        for column in &COLUMNS {
            assert_eq!(SortBy::find(column.by.id()), Some(column.by));
        }
    }
}
