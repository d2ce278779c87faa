//! What an address holds after its `#`: the view, the filter, the comparison, the order of a table.
//!
//! `#numbers?days=2026-01-05..2026-02-03&campaign=811c9dc5&zone=red&sort=calls-`. Names stand there as tags
//! ([`crate::narrow::Tag`]) and numbers not at all, unless the user copies a link to one and is told so. What is not
//! understood is left out: an address may be old, cut, or typed by hand.

use crate::{
    app::columns::SortBy,
    kpi::Zone,
    model::{Day, LineType},
    narrow::{Comparison, Filter, Pool, Tag},
};

/// Names of the parts of an address.
mod key {
    pub const DAYS: &str = "days";
    pub const CAMPAIGN: &str = "campaign";
    pub const TEAM: &str = "team";
    pub const AGENT: &str = "agent";
    pub const PREFIX: &str = "prefix";
    pub const LINE: &str = "line";
    pub const ZONE: &str = "zone";
    pub const COMPARED: &str = "vs";
    pub const SORT: &str = "sort";
    pub const NUMBER: &str = "n";
}

/// What an address holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The name of the view; empty where there is none.
    pub view: String,
    /// The filter.
    pub filter: Filter,
    /// What is compared, in the view that compares.
    pub comparison: Option<Comparison>,
    /// The order of the table of numbers; whether it ascends.
    pub sort: Option<(SortBy, bool)>,
    /// A number, in a link that the user has copied.
    pub number: Option<String>,
}

impl Link {
    /// The link of an address's part after `#` (with it or without).
    pub fn read(hash: &str) -> Self {
        let text = hash.trim_start_matches('#');
        let (view, query) = text.split_once('?').unwrap_or((text, ""));
        let mut link = Self { view: view.to_owned(), ..Self::default() };
        for (name, value) in query.split('&').filter_map(|part| part.split_once('=')) {
            let filter = &mut link.filter;
            match name {
                key::DAYS => filter.days = span(value),
                key::CAMPAIGN => filter.campaigns = list(value, tag),
                key::TEAM => filter.teams = list(value, tag),
                key::AGENT => filter.agents = list(value, tag),
                key::PREFIX => filter.prefixes = list(value, tag),
                key::LINE => {
                    filter.lines = list(value, |name| LINES.iter().find(|(_, of)| *of == name).map(|(line, _)| *line))
                }
                key::ZONE => filter.zones = list(value, |name| ZONES.into_iter().find(|zone| zone.id() == name)),
                key::COMPARED => link.comparison = comparison(value),
                key::SORT => link.sort = sort(value),
                key::NUMBER => link.number = number(value),
                _ => {}
            }
        }
        link
    }

    /// The part after `#`, with it.
    pub fn write(&self) -> String {
        let Self { view, filter, comparison, sort, number } = self;
        let mut parts: Vec<String> = Vec::new();
        let mut push = |name: &str, value: String| {
            if !value.is_empty() {
                parts.push(format!("{name}={value}"));
            }
        };
        push(key::DAYS, filter.days.map(write_span).unwrap_or_default());
        for (name, tags) in [
            (key::CAMPAIGN, &filter.campaigns),
            (key::TEAM, &filter.teams),
            (key::AGENT, &filter.agents),
            (key::PREFIX, &filter.prefixes),
        ] {
            push(name, joined(tags.iter().map(|tag| write_tag(*tag))));
        }
        push(key::LINE, joined(filter.lines.iter().map(|line| LINES[*line as usize].1.to_owned())));
        push(key::ZONE, joined(filter.zones.iter().map(|zone| zone.id().to_owned())));
        push(key::COMPARED, comparison.map(write_comparison).unwrap_or_default());
        let order = |(by, ascending): (SortBy, bool)| format!("{}{}", by.id(), if ascending { "" } else { "-" });
        push(key::SORT, sort.map(order).unwrap_or_default());
        push(key::NUMBER, number.as_deref().map(|number| number.replacen('+', "p", 1)).unwrap_or_default());
        let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
        format!("#{view}{query}")
    }
}

const LINES: [(LineType, &str); 4] = [
    (LineType::Unknown, "unknown"),
    (LineType::Mobile, "mobile"),
    (LineType::Landline, "landline"),
    (LineType::Special, "special"),
];
const ZONES: [Zone; 4] = [Zone::Green, Zone::Amber, Zone::Red, Zone::Unknown];
/// More choices of one kind than this are not made by hand.
const MOST: usize = 200;

fn list<T: Ord>(text: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut items: Vec<T> = text.split(',').take(MOST).filter_map(read).collect();
    items.sort_unstable();
    items.dedup();
    items
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(",")
}

fn tag(text: &str) -> Option<Tag> {
    (text.len() == 8).then(|| u32::from_str_radix(text, 16).ok().map(Tag)).flatten()
}

fn write_tag(Tag(tag): Tag) -> String {
    format!("{tag:08x}")
}

fn span(text: &str) -> Option<(Day, Day)> {
    let (from, to) = text.split_once("..")?;
    let (from, to) = (from.parse::<Day>().ok()?, to.parse::<Day>().ok()?);
    (from <= to).then_some((from, to))
}

fn write_span((from, to): (Day, Day)) -> String {
    format!("{from}..{to}")
}

fn comparison(text: &str) -> Option<Comparison> {
    let (one, other) = text.split_once(',')?;
    if let (Some(one), Some(other)) = (span(one), span(other)) {
        return Some(Comparison::Periods([one, other]));
    }
    Some(Comparison::Pools([pool(one)?, pool(other)?]))
        .filter(|what| !matches!(what, Comparison::Pools([Pool::Rest, _])))
}

fn write_comparison(what: Comparison) -> String {
    match what {
        Comparison::Periods([one, other]) => format!("{},{}", write_span(one), write_span(other)),
        Comparison::Pools([one, other]) => format!("{},{}", write_pool(one), write_pool(other)),
    }
}

/// A pool: the first letter of its kind and its tag, or `rest`.
pub fn pool(text: &str) -> Option<Pool> {
    if text == "rest" {
        return Some(Pool::Rest);
    }
    let tag = tag(text.get(1..)?)?;
    match text.get(..1)? {
        "c" => Some(Pool::Campaign(tag)),
        "t" => Some(Pool::Team(tag)),
        "p" => Some(Pool::Prefix(tag)),
        _ => None,
    }
}

/// The text of a pool.
pub fn write_pool(pool: Pool) -> String {
    match pool {
        Pool::Campaign(tag) => format!("c{}", write_tag(tag)),
        Pool::Team(tag) => format!("t{}", write_tag(tag)),
        Pool::Prefix(tag) => format!("p{}", write_tag(tag)),
        Pool::Rest => "rest".to_owned(),
    }
}

fn sort(text: &str) -> Option<(SortBy, bool)> {
    let (id, ascending) = text.strip_suffix('-').map_or((text, true), |id| (id, false));
    SortBy::find(id).map(|by| (by, ascending))
}

/// A number as it is linked: `p` stands for `+`, which an address would take for a space.
fn number(text: &str) -> Option<String> {
    let number = text.replacen('p', "+", 1);
    let digits = number.strip_prefix('+').unwrap_or(&number);
    (digits.len() >= 3 && digits.len() <= 20 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::Link;
    use crate::{
        app::columns::SortBy,
        kpi::{KpiId, Zone},
        model::{Day, LineType},
        narrow::{Comparison, Filter, Pool, Tag},
    };

    #[test]
    fn a_link_comes_back_as_it_was() {
        let filter = Filter {
            days: Some((Day(20_500), Day(20_530))),
            campaigns: vec![Tag(7), Tag(0xffff_ffff)],
            agents: vec![Tag(1)],
            lines: vec![LineType::Mobile, LineType::Special],
            zones: vec![Zone::Amber, Zone::Red],
            ..Filter::default()
        };
        for comparison in [
            Comparison::Periods([(Day(20_510), Day(20_516)), (Day(20_503), Day(20_509))]),
            Comparison::Pools([Pool::Campaign(Tag(7)), Pool::Rest]),
            Comparison::Pools([Pool::Team(Tag(7)), Pool::Prefix(Tag(8))]),
        ] {
            let link = Link {
                view: "compare".to_owned(),
                filter: filter.clone(),
                comparison: Some(comparison),
                sort: Some((SortBy::Kpi(KpiId::RejectionRate), false)),
                number: None,
            };
            assert_eq!(Link::read(&link.write()), link, "{}", link.write());
        }
    }

    #[test]
    fn a_name_never_stands_in_an_address() {
        let filter = Filter { campaigns: vec![Tag::of("Mutuelle")], ..Filter::default() };
        let text = Link { view: "today".to_owned(), filter, ..Link::default() }.write();
        assert_eq!(text, format!("#today?campaign={:08x}", Tag::of("Mutuelle").0));
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        for text in [
            "",
            "#",
            "#?",
            "#today?",
            "#today?days",
            "#today?days=&campaign=",
            "#today?days=2026-02-30..2026-03-01",
            "#today?days=2026-03-02..2026-03-01",
            "#today?campaign=xyz,12&line=boat&zone=blue&sort=colour&vs=a,b",
            "#today?vs=rest,rest&n=hello&é=ü&=&&",
            "#today?n=12&campaign=éééé",
        ] {
            let link = Link::read(text);
            assert_eq!(link, Link { view: link.view.clone(), ..Link::default() }, "{text}");
        }
        assert_eq!(Link::read("#numbers?zone=red,blue,red&who=knows").filter.zones, [Zone::Red]);
        assert_eq!(Link::read("files").view, "files");
    }

    #[test]
    fn a_copied_link_to_a_number_is_understood() {
        let link = Link { view: "number".to_owned(), number: Some("+33162000417".to_owned()), ..Link::default() };
        assert_eq!(link.write(), "#number?n=p33162000417");
        assert_eq!(Link::read(&link.write()), link);
    }
}
