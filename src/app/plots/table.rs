//! The table twin of a chart: the same figures, for those who do not see it, and for a spreadsheet.

use crate::{
    app::{format, words::Lang},
    model::{Day, guarded},
};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    None,
    /// A text.
    Text(String),
    /// A number of the user's.
    Number(String),
    /// A day.
    Day(Day),
    /// A count.
    Count(u64),
    /// A rate, in per cent.
    Rate(f64),
    /// A figure with one decimal.
    Figure(f64),
    /// A change in points.
    Change(f64),
}

impl From<Option<f64>> for Cell {
    fn from(rate: Option<f64>) -> Self {
        rate.map_or(Self::None, Self::Rate)
    }
}

impl Cell {
    /// As the reader's language writes it.
    pub fn shown(&self, lang: Lang) -> String {
        match self {
            Self::None => "–".to_owned(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => format::phone(lang, number),
            Self::Day(day) => format::day(lang, *day),
            Self::Count(count) => lang.count(*count),
            Self::Rate(rate) => format::rate(lang, *rate),
            Self::Figure(figure) => lang.decimal(*figure, 1),
            Self::Change(points) => format::points(lang, *points),
        }
    }

    /// Whether it is a figure, and stands at the right.
    pub const fn is_figure(&self) -> bool {
        matches!(self, Self::None | Self::Count(_) | Self::Rate(_) | Self::Figure(_) | Self::Change(_))
    }

    /// As a file holds it: a point for decimals, a day as YYYY-MM-DD, nothing for what is not known. No text is a
    /// formula.
    fn written(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Text(text) => guarded(text).into_owned(),
            Self::Number(number) => {
                let digits = number.strip_prefix('+').unwrap_or(number);
                let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                if plain { number.clone() } else { guarded(number).into_owned() }
            }
            Self::Day(day) => day.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Rate(figure) | Self::Figure(figure) | Self::Change(figure) => {
                let rounded = (figure * 10_000.0).round() / 10_000.0;
                (if rounded == 0.0 { 0.0 } else { rounded }).to_string()
            }
        }
    }
}

/// A table: a head, rows that are as long.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows. The first cell of each names it.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table as CSV.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing into memory does not fail, and every row has as many cells as the head.
        let _ = writer.write_record(self.head.iter().map(|name| guarded(name).into_owned()));
        for row in &self.rows {
            let _ = writer.write_record(row.iter().map(Cell::written));
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_a_file_is_no_formula_in_a_spreadsheet() {
        let table = Table {
            head: vec!["Number".to_owned(), "Campaign".to_owned(), "Day".to_owned(), "Rate".to_owned()],
            rows: vec![
                vec![
                    Cell::Number("+33162000417".to_owned()),
                    Cell::Text("=1+1".to_owned()),
                    Cell::Day(Day(0)),
                    Cell::Rate(100.0 / 3.0),
                ],
                vec![Cell::Number("=A1".to_owned()), Cell::Text("a, \"b\"".to_owned()), Cell::Day(Day(1)), Cell::None],
                vec![
                    Cell::Number("+".to_owned()),
                    Cell::Text("Café".to_owned()),
                    Cell::Day(Day(2)),
                    Cell::Change(-0.5),
                ],
            ],
        };
        assert_eq!(
            table.csv(),
            "Number,Campaign,Day,Rate\n+33162000417,'=1+1,1970-01-01,33.3333\n'=A1,\"a, \"\"b\"\"\",1970-01-02,\n'+,Café,1970-01-03,-0.5\n"
        );
    }

    #[test]
    fn what_is_not_known_is_no_zero() {
        assert_eq!(Cell::from(None).shown(Lang::En), "–");
        assert_eq!(Cell::from(Some(0.0)).shown(Lang::En), "0.0\u{202f}%");
    }
}
