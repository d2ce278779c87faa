//! The seven figures as a table: value, interval, zone, change, and what would be healthy.

use crate::{
    app::{
        format,
        words::{Lang, dashboard, kpis as kpi_words, paper as words},
    },
    kpi::{self, Kpi, KpiId, Kpis, Mark, Partial, Trend, Zone},
    model::Settings,
    report::sheet::{Body, Cell, Certainty, Grid, Section},
};

/// The table of a subject.
pub fn figures(lang: Lang, kpis: &Kpis, settings: &Settings) -> Section {
    let heads = [words::INDICATOR, words::VALUE, dashboard::COL_INTERVAL, words::ZONE, words::CHANGE, words::HEALTHY];
    let rows = KpiId::ALL.into_iter().map(|id| row(lang, id, kpis.get(id), settings)).collect();
    let grid = Grid { heads: heads.map(|head| head.to(lang).to_owned()).to_vec(), rows };
    Section { title: words::SEVEN.to(lang).to_owned(), body: Body::Table(grid) }
}

/// A value in its unit.
pub fn value(lang: Lang, id: KpiId, value: f64) -> String {
    match id {
        KpiId::AverageTalkTime => format::talk(value),
        KpiId::ReputationScore => lang.decimal(value, 0),
        KpiId::SpamReportRate => lang.percent(value, 2),
        _ => format::rate(lang, value),
    }
}

fn row(lang: Lang, id: KpiId, kpi: &Kpi, settings: &Settings) -> Vec<Cell> {
    let name = Cell::Text(kpi_words::name(id).to(lang).to_owned());
    let healthy = Cell::Text(healthy(lang, id, kpi, settings));
    let Some(figure) = kpi.value else {
        let count = kpi.count.map_or_else(|| "–".to_owned(), |count| lang.count(count));
        let tell = words::NOT_MEASURED.to(lang).to_owned();
        let (figure, none) = (Cell::Figure(count), || Cell::Figure("–".to_owned()));
        return vec![name, figure, none(), Cell::Zone(Zone::Unknown, Certainty::Open, tell), none(), healthy];
    };
    let bound = kpi.partial.iter().any(|part| matches!(part, Partial::BlockedUnknown | Partial::HangUpsUnknown));
    let shown = value(lang, id, figure);
    let shown = match kpi.zone_counts {
        Some(_) => dashboard::LOWEST.with(lang, &[&shown]),
        None if bound => format!("≥\u{a0}{shown}"),
        None => shown,
    };
    let decimals = if id == KpiId::SpamReportRate { 2 } else { 1 };
    let interval =
        kpi.low.zip(kpi.high).map_or_else(|| "–".to_owned(), |(low, high)| format::between(lang, low, high, decimals));
    let other = kpi.low.zip(kpi.high).and_then(|(low, high)| {
        [low, high].into_iter().map(|end| kpi::zone_of(id, end, settings)).find(|zone| *zone != kpi.zone)
    });
    let certainty = if kpi.certain { Certainty::Certain } else { Certainty::Open };
    vec![
        name,
        Cell::Figure(shown),
        Cell::Figure(interval),
        Cell::Zone(kpi.zone, certainty, kpi_words::chip(lang, id, kpi, other)),
        Cell::Figure(change(lang, id, kpi)),
        healthy,
    ]
}

/// The change against the 28 days before; `≈` where it is within noise, an arrow where it is news.
fn change(lang: Lang, id: KpiId, kpi: &Kpi) -> String {
    let Some(Trend { change, low, high, mark, .. }) = kpi.trend else { return "–".to_owned() };
    let text = match id {
        KpiId::AverageTalkTime => format::talk_change(lang, change),
        KpiId::ReputationScore => format::signed(lang, change, 0),
        _ => format::points(lang, change),
    };
    let noise = low.zip(high).is_some_and(|(low, high)| low <= 0.0 && high >= 0.0);
    match mark {
        Some(Mark::Rising) => format!("▲\u{a0}{text}"),
        Some(Mark::Falling) => format!("▼\u{a0}{text}"),
        None if noise => format!("≈\u{a0}{text}"),
        None => text,
    }
}

fn healthy(lang: Lang, id: KpiId, kpi: &Kpi, settings: &Settings) -> String {
    let bounds = &settings.kpis;
    let percent = |value: f64| lang.percent(value, usize::from(value.fract() != 0.0));
    match id {
        KpiId::AnswerRate => words::OVER.with(lang, &[&percent(bounds.answer_rate.high.get())]),
        KpiId::SpamReportRate => words::UNDER.with(lang, &[&percent(bounds.spam_report_rate.low.get())]),
        KpiId::ReputationScore => words::FROM.with(lang, &[&lang.decimal(bounds.reputation_score.high.get(), 0)]),
        KpiId::RejectionRate => words::UNDER.with(lang, &[&percent(bounds.rejection_rate.low.get())]),
        KpiId::VoicemailRate => words::UP_TO.with(lang, &[&percent(bounds.voicemail_rate.get())]),
        KpiId::AverageTalkTime => match settings.objective {
            Some(objective) => words::OVER.with(lang, &[&format::talk(objective.talk_secs().0)]),
            None => words::FROM.with(lang, &[&format::talk(bounds.short_talk_secs)]),
        },
        KpiId::ConversionRate => match kpi.trend {
            Some(trend) => words::USUAL.with(lang, &[&format::rate(lang, trend.before)]),
            None => words::AS_BEFORE.to(lang).to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_measured_is_said_and_is_not_zero() {
        let Body::Table(grid) = figures(Lang::En, &Kpis::default(), &Settings::default()).body else { return };
        assert_eq!(grid.rows.len(), 7);
        for row in &grid.rows {
            assert_eq!(row.len(), grid.heads.len());
            assert_eq!((row[1].text(), row[3].text()), ("–", "not measured"));
        }
    }

    #[test]
    fn a_change_within_noise_is_marked_as_such() {
        let trend = Trend { change: -1.2, low: Some(-2.7), high: Some(0.3), before: 43.3, mark: None };
        let kpi = Kpi { value: Some(42.1), trend: Some(trend), ..Kpi::default() };
        assert_eq!(change(Lang::En, KpiId::AnswerRate, &kpi).replace('\u{a0}', " "), "≈ \u{2212}1.2 pts");
        let kpi = Kpi { trend: Some(Trend { mark: Some(Mark::Falling), high: Some(-0.3), ..trend }), ..kpi };
        assert_eq!(change(Lang::Fr, KpiId::AnswerRate, &kpi).replace('\u{a0}', " "), "▼ \u{2212}1,2 pt");
    }
}
