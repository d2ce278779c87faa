//! One exporter a file: by which headers it is known, which column is what, and which outcomes its format can tell.
//!
//! A new exporter is one file here, its name in [`ALL`], one fixture in `tests/fixtures/<system>/`, one snapshot.

mod aircall;
mod asterisk;
mod cdr_stats;
mod cloudtalk;
mod convoso;
mod diabolocom;
mod dialpad;
mod didww;
mod fcc;
mod five9;
mod freepbx;
mod freeswitch;
mod ftc;
mod genesys;
mod headerless;
mod hubspot;
mod huhu;
mod justcall;
mod kavkom;
mod orange;
mod ovh;
mod ringcentral;
mod ringover;
mod ringwell;
mod salesforce;
pub mod saracroche;
mod sinch;
mod talkdesk;
mod teams;
mod telnyx;
mod threecx;
mod twilio;
mod vicidial;
mod vocalcom;
mod zoom;

pub use headerless::names_of;
pub use ringwell::DAILY_COLUMNS;

use super::{
    account::{Basis, FileKind},
    direction::Direction,
    duration::Unit,
    fold::squash,
    words::Entry,
};
use crate::model::{Aside, Country, Outcome, Role, ScoreScale, Settings};

/// One exporter.
#[derive(Debug)]
pub struct System {
    /// Its id in reports.
    pub id: &'static str,
    /// What its files hold.
    pub kind: FileKind,
    /// How surely these headers are its own.
    pub basis: Basis,
    /// Any of these sets of headers marks it.
    pub signatures: &'static [&'static [&'static str]],
    /// Header and role; the first header that a file has gets the role.
    pub columns: &'static [(&'static str, Role)],
    /// Columns that come first where the account's zone is set: those in UTC.
    pub in_utc: &'static [(&'static str, Role)],
    /// Outcomes that the format itself can tell, where it has a column of that role.
    pub known: &'static [(Role, &'static [Outcome])],
    /// Numbers are international, without `+`.
    pub bare_is_international: bool,
    /// The talk column is a conversation time, not the length of the whole call.
    pub talk_is_conversation: bool,
    /// What a bare number in a duration column counts, where the exporter's documentation says so.
    pub bare_durations: Option<Unit>,
    /// How the own number and the direction of a row are found.
    pub numbering: Numbering,
    /// What its (folded) direction words say.
    pub direction: fn(&str) -> Option<Direction>,
    /// Its own outcome words, before those of the lexicon.
    pub words: &'static [Entry],
    /// The column that says in words what the status code means.
    pub label: Option<&'static str>,
    /// The column that is filled where someone picked up.
    pub picked_up: Option<&'static str>,
    /// Column and word of the rows that are calls, where others stand among them, and why those are set aside.
    pub only: Option<(&'static str, &'static str, Aside)>,
    /// The scale of its scores, where it is documented.
    pub score_scale: Option<ScoreScale>,
    /// The country of its numbers, where it knows one only.
    pub country: Option<&'static str>,
}

/// How the own number and the direction of a row are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// By columns.
    #[default]
    Columns,
    /// By a telephone exchange's dial plan: short numbers are extensions.
    Extensions,
    /// The report holds calls received only.
    InboundOnly,
}

/// What most exporters have in common; each names what differs.
const PLAIN: System = System {
    id: "unknown",
    kind: FileKind::Calls,
    basis: Basis::Guess,
    signatures: &[],
    columns: &[],
    in_utc: &[],
    known: &[],
    bare_is_international: false,
    talk_is_conversation: true,
    bare_durations: None,
    numbering: Numbering::Columns,
    direction: Direction::of,
    words: &[],
    label: None,
    picked_up: None,
    only: None,
    score_scale: None,
    country: None,
};

/// An exporter of which names and words are verified, and no whole file: what its columns leave open is filled in as
/// for any other table.
const VOCABULARY: System = System { basis: Basis::Vocabulary, ..PLAIN };

/// A table that no exporter here is known for.
pub static UNKNOWN: System = PLAIN;

static ALL: &[&System] = &[
    &ringwell::DAILY,
    &aircall::AIRCALL,
    &five9::FIVE9,
    &five9::FIVE9_INBOUND,
    &freepbx::FREEPBX,
    &asterisk::ASTERISK,
    &freeswitch::FREESWITCH,
    &dialpad::DIALPAD,
    &threecx::REPORT,
    &threecx::CDR_FILE,
    &vicidial::CARRIER_EXPORT,
    &vicidial::EXPORT_FILE,
    &vicidial::DIAL_LOG,
    &vicidial::CARRIER_LOG,
    &vicidial::GOAUTODIAL,
    &genesys::GENESYS,
    &talkdesk::TALKDESK,
    &cdr_stats::CDR_STATS,
    &sinch::SINCH,
    &didww::INBOUND,
    &didww::OUTBOUND,
    &ftc::FTC,
    &fcc::FCC,
    &hubspot::HUBSPOT,
    &twilio::TWILIO,
    &salesforce::SALESFORCE,
    &ringover::RINGOVER,
    &vocalcom::VOCALCOM,
    &zoom::ZOOM,
    &convoso::CONVOSO,
    &cloudtalk::CLOUDTALK,
    &justcall::JUSTCALL,
    &diabolocom::DIABOLOCOM,
    &kavkom::KAVKOM,
    &ovh::OVH,
    &teams::TEAMS,
    &telnyx::TELNYX,
    &telnyx::REPUTATION,
    &huhu::HUHU,
    &orange::ORANGE,
    &saracroche::SARACROCHE,
    &ringcentral::RINGCENTRAL,
    &UNKNOWN,
];

impl System {
    /// The exporter with these headers (squashed); [`UNKNOWN`] where there is none.
    pub fn of(headers: &[String]) -> &'static Self {
        let has = |name: &&'static str| headers.iter().any(|header| *header == squash(name));
        ALL.iter()
            .copied()
            .find(|system| system.signatures.iter().any(|names| names.iter().all(has)))
            .unwrap_or(&UNKNOWN)
    }

    /// The country by which its national numbers are completed.
    pub fn country(&self, settings: &Settings) -> Option<Country> {
        self.country.and_then(Country::find).or_else(|| settings.country())
    }

    /// Its columns in the order of preference.
    pub fn columns(&self, settings: &Settings) -> impl Iterator<Item = (&'static str, Role)> {
        let in_utc = if settings.time_zone.is_some() { self.in_utc } else { &[] };
        in_utc.iter().chain(self.columns).copied()
    }
}

/// Whether any exporter has a column of this (squashed) name.
pub fn knows_header(header: &str) -> bool {
    ALL.iter().flat_map(|system| system.columns).any(|(name, _)| squash(name) == header)
}
