//! A report for people, as what stands on it: headline, orders, figures, a drawing, findings, method. It is said in one
//! language already (`app/paper/`); `html` and `markdown` lay it out, and neither adds a word.

use super::markup::Element;
use crate::kpi::Zone;

/// A report for people.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The tag of its language.
    pub lang: &'static str,
    /// What it is, for the title of a document.
    pub title: String,
    /// Who made it, of which days, from how much: short texts, side by side.
    pub meta: Vec<String>,
    /// The first thing that it says.
    pub headline: String,
    /// What part of the calls it is about; empty where it is about all of them.
    pub part: String,
    /// The rest of what it says first, a paragraph each.
    pub lead: Vec<String>,
    /// What stands on the first page.
    pub first: Vec<Section>,
    /// What follows on further pages; empty for one page.
    pub more: Vec<Section>,
    /// How the figures were made: a title, then short paragraphs at the foot of the first page.
    pub method: (String, Vec<String>),
}

/// A part with a title.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What is in it.
    pub body: Body,
}

/// What a section holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Who needs what.
    Orders(Vec<Order>),
    /// A table.
    Table(Grid),
    /// A drawing, and what its lines are.
    Drawing {
        /// The `svg`.
        drawing: Element,
        /// What its lines and marks are: a class of the style sheet, and words.
        legend: Vec<(&'static str, String)>,
    },
    /// Lists side by side, each with its head.
    Lists(Vec<(String, Vec<String>)>),
    /// Paragraphs.
    Text(Vec<String>),
}

/// One who needs someone.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// How urgent it is, as colour.
    pub zone: Zone,
    /// How urgent it is, as a word.
    pub word: String,
    /// Who.
    pub who: String,
    /// Its pool, or what kind of subject it is.
    pub under: String,
    /// What happened, since when, how sure it is.
    pub what: String,
    /// The figures behind it.
    pub figures: String,
    /// What to do.
    pub order: String,
}

/// A table: heads, then rows as long as these.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The heads; the first column names the row.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A figure, set to the right.
    Figure(String),
    /// A zone: colour and word; dashed where it is not certain.
    Zone(Zone, Certainty, String),
}

/// Whether a zone holds for the whole interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It does.
    Certain,
    /// The interval reaches into another.
    Open,
}

impl Cell {
    /// Its words.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Figure(text) | Self::Zone(_, _, text) => text,
        }
    }
}
