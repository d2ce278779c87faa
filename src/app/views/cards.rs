//! The seven key figures, one card each: value, zone, position, course, change, and how it is computed.

use leptos::prelude::*;

use super::{Icon, chip::chip, live::live, subject::number_of, verdict::route_link};
use crate::{
    app::{
        App, Route,
        charts::view::{bullet, spark},
        format,
        plots::series_of,
        words::{
            Lang, Phrase, charts as chart_words, colour, dashboard as words, findings as finding_words,
            kpis as kpi_words,
        },
    },
    kpi::{self, Board, Kpi, KpiId, Kpis, Mark, Partial, Series, Trend, View, Zone, current_score},
    model::{Day, Settings, Subject},
    report::Period,
};

/// The order of the cards: what is asked first stands first, what is rarely measured last.
const ORDER: [KpiId; 7] = [
    KpiId::AnswerRate,
    KpiId::RejectionRate,
    KpiId::VoicemailRate,
    KpiId::AverageTalkTime,
    KpiId::ConversionRate,
    KpiId::ReputationScore,
    KpiId::SpamReportRate,
];

/// Active days on a sparkline.
const SPARK_DAYS: usize = 42;

/// Whose figures the cards show.
pub struct Figures<'a> {
    /// Its KPIs.
    pub kpis: &'a Kpis,
    /// Its days.
    pub series: &'a Series,
    /// The current scores of its numbers, one mark each; empty for a single number.
    pub scores: Vec<f64>,
    /// What stands under the score: source and day of a single number's reading.
    pub score_note: Option<String>,
    /// Whether each card has its course; a number's page has it as a chart.
    pub sparks: bool,
    /// What all of them are of, where that must be said of each: files without own numbers are one pool.
    pub said_of_each: Option<Phrase>,
}

/// The days that the cards are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// The last seven active days: what a subject does now.
    Week,
    /// The last 28 days.
    Month,
    /// The whole period, as in the report.
    All,
}

impl Days {
    /// What a subject's cards begin with.
    pub fn first(subject: &Subject) -> RwSignal<Self> {
        RwSignal::new(if *subject == Subject::Account { Self::All } else { Self::Week })
    }

    const EACH: [(Self, Phrase); 3] =
        [(Self::Week, chart_words::LAST_WEEK), (Self::Month, chart_words::LAST_MONTH), (Self::All, chart_words::WHOLE)];

    /// The days as a span; `None` for all, and where the period is no longer.
    fn span(self, series: &Series, period: Period, as_of: Day, settings: &Settings) -> Option<(Day, Day)> {
        let from = match self {
            Self::All => return None,
            Self::Week => *series.last_active(as_of, RECENT_DAYS, settings.watch.active_day_calls).first()?,
            Self::Month => as_of - (MONTH - 1),
        };
        (from > period.from).then_some((from, as_of))
    }
}

/// Active days of the shortest span.
const RECENT_DAYS: usize = 7;
/// Days of the middle one.
const MONTH: i32 = 28;

/// The cards of all calls or of a number, with the choice of their days. All calls begin with the whole period, as the
/// report has it; a number with its last days, since its whole period would hide that it just fell.
pub fn panel(subject: Subject, class: &'static str, days: RwSignal<Days>) -> AnyView {
    let app = App::here();
    let inside = move || {
        let (lang, report, board) = (app.lang.get(), app.report.get()?, app.board.get()?);
        let (settings, chosen) = (app.settings.get(), days.get());
        let (period, as_of) = (report.period?, report.as_of?);
        let series = series_of(&board, &subject)?;
        let span = chosen.span(series, period, as_of, &settings);
        let own = number_of(&report, &subject);
        let view = match own {
            Some(entry) => View::Number(board.number(&entry.number)?),
            None => View::Account(&board),
        };
        let over = span.map(|(from, to)| kpi::kpis_over(view, from, to, &settings));
        let kpis = over.as_ref().unwrap_or_else(|| own.map_or(&report.kpis, |entry| &entry.kpis));
        let scores = if own.is_some() {
            Vec::new()
        } else {
            let read =
                |number: &kpi::NumberBoard| current_score(&number.readings, period.to, settings.kpis.score_days)?.score;
            board.numbers.iter().filter_map(read).collect()
        };
        let score_note = own.and_then(|entry| entry.score.as_ref()).map(|score| {
            format!("{}, {}", finding_words::source(lang, &score.source), format::day_short(lang, score.day))
        });
        let figures = Figures {
            kpis,
            series,
            scores,
            score_note,
            sparks: own.is_none(),
            said_of_each: app.whole.get().and_then(|whole| of_each(&whole)),
        };
        Some(
            view! {
                <h2 class="vh">{words::KEY_FIGURES.to(lang)}</h2>
                {cards(lang, &figures, &settings)}
                {own.is_none().then(|| view! { <div class="panel-foot kpi-foot">{choice(&subject, days)}</div> })}
            }
            .into_any(),
        )
    };
    let name = move || words::KEY_FIGURES.to(app.lang.get());
    view! { <section class=class aria-label=name>{live(inside)}</section> }.into_any()
}

/// The strip of cards.
pub fn cards(lang: Lang, figures: &Figures, settings: &Settings) -> AnyView {
    let cards = ORDER.into_iter().map(|id| card(lang, id, figures, settings)).collect_view();
    view! { <div class="kpis">{cards}</div> }.into_any()
}

/// Which days the cards of a subject are of, and the choice of others.
pub fn choice(subject: &Subject, days: RwSignal<Days>) -> AnyView {
    let app = App::here();
    let subject = subject.clone();
    let said = move || {
        let (lang, report, board) = (app.lang.get(), app.report.get()?, app.board.get()?);
        let (period, as_of) = (report.period?, report.as_of?);
        let span = days.get().span(series_of(&board, &subject)?, period, as_of, &app.settings.get());
        Some(chart_words::span_short(lang, span.unwrap_or((period.from, period.to))))
    };
    let buttons = move || {
        let lang = app.lang.get();
        let button = |(own, name): (Days, Phrase)| {
            let pressed = move || if days.get() == own { "true" } else { "false" };
            view! { <button type="button" aria-pressed=pressed on:click=move |_| days.set(own)>{name.to(lang)}</button> }
        };
        view! {
            <span class="seg noprint" role="group" aria-label=chart_words::CARD_DAYS.to(lang)>
                {Days::EACH.map(button).collect_view()}
            </span>
        }
    };
    view! { <span class="row card-days push"><span class="muted t2" data-card-days>{live(said)}</span>{live(buttons)}</span> }
        .into_any()
}

/// A value in its unit.
pub fn value_text(lang: Lang, id: KpiId, value: f64) -> String {
    match id {
        KpiId::AverageTalkTime => format::talk(value),
        KpiId::ReputationScore => lang.decimal(value, 0),
        KpiId::SpamReportRate => lang.percent(value, 2),
        _ => format::rate(lang, value),
    }
}

fn card(lang: Lang, id: KpiId, subject: &Figures, settings: &Settings) -> AnyView {
    let kpi = subject.kpis.get(id);
    let class = if id == KpiId::AnswerRate { "kpi main" } else { "kpi" };
    let name = kpi_words::name(id).to(lang);
    let label = view! {
        <h3 class="label">
            {name}
            <button class="why" type="button" popovertarget=how_id(id) aria-label=format!("{} {} {name}", words::HOW.to(lang), colour::WHY.to(lang))>
                <Icon name="q"/>
            </button>
        </h3>
    };
    let counted = kpi.partial.contains(&Partial::MoreReportsThanCalls);
    let Some(value) = kpi.value else {
        let text = match kpi.count {
            Some(count) if counted => lang.count(count),
            _ => words::NOT_MEASURED.to(lang).to_owned(),
        };
        let tell = if counted { kpi_words::partial(Partial::MoreReportsThanCalls) } else { kpi_words::missing(id) };
        return view! {
            <section class=class data-kpi=id.id() data-value="" data-zone="unknown" data-state="unmeasured">
                {label}
                <p class="value">{text}</p>
                <p class="tell">{tell.to(lang)}" "{route_link(Route::Files, words::ADD_IT.to(lang))}</p>
                {how(lang, id, kpi, settings)}
            </section>
        }
        .into_any();
    };
    let lowest = id == KpiId::ReputationScore && !subject.scores.is_empty();
    let shown =
        if lowest { words::LOWEST.with(lang, &[&value_text(lang, id, value)]) } else { value_text(lang, id, value) };
    let bound = kpi.partial.iter().any(|part| matches!(part, Partial::BlockedUnknown | Partial::HangUpsUnknown));
    let shown = if bound { format!("≥\u{a0}{shown}") } else { shown };
    let chip = chip(kpi.zone, kpi.certain, kpi_words::chip(lang, id, kpi, other_zone(id, kpi, settings)));
    let under = under(lang, id, kpi, subject);
    let course = subject.sparks.then(|| values(subject.series, id, settings));
    view! {
        <section
            class=class
            data-kpi=id.id()
            data-value=plain(value)
            data-zone=kpi.zone.id()
            data-certain=if kpi.certain { "true" } else { "false" }
        >
            {label}
            <p class="value"><span class="nowrap">{shown}</span></p>
            <p class="z">{chip}</p>
            <div>
                {bullet(lang, id, kpi, if lowest { &subject.scores } else { &[] }, settings)}
                <p class="ci">{under}</p>
                {subject.said_of_each.map(|said| view! { <p class="ci" data-said-of-each>{said.to(lang)}</p> })}
            </div>
            {course.map(|course| view! { <div>{spark(lang, &course)}</div> })}
            <p class="delta">{trend(lang, id, kpi)}</p>
            {how(lang, id, kpi, settings)}
        </section>
    }
    .into_any()
}

/// What must be said of each figure of these calls, all that was read.
pub fn of_each(board: &Board) -> Option<Phrase> {
    board.numbers.is_empty().then_some(words::ONE_POOL)
}

/// An unformatted number, at most four decimals, as in the report.
pub fn plain(value: f64) -> String {
    let rounded = (value * 10_000.0).round() / 10_000.0;
    format!("{rounded}")
}

/// The other zone that the interval reaches.
fn other_zone(id: KpiId, kpi: &Kpi, settings: &Settings) -> Option<Zone> {
    let (low, high) = (kpi.low?, kpi.high?);
    [low, high].into_iter().map(|end| kpi::zone_of(id, end, settings)).find(|zone| *zone != kpi.zone)
}

fn under(lang: Lang, id: KpiId, kpi: &Kpi, subject: &Figures) -> String {
    if id == KpiId::ReputationScore {
        return match kpi.zone_counts {
            Some(counts) => words::score_counts(lang, counts),
            None => subject.score_note.clone().unwrap_or_default(),
        };
    }
    if id == KpiId::AverageTalkTime {
        return kpi_words::rests_on(id, lang, kpi.n);
    }
    let decimals = if id == KpiId::SpamReportRate { 2 } else { 1 };
    let interval =
        kpi.low.zip(kpi.high).map(|(low, high)| words::interval(lang, &format::between(lang, low, high, decimals)));
    let count = kpi.count.filter(|_| id == KpiId::SpamReportRate).map(|count| {
        let reports = words::counted(lang, count, words::REPORT, words::REPORTS);
        format!("{}{reports}", format::semicolon(lang))
    });
    format!("{}{}", interval.unwrap_or_default(), count.unwrap_or_default())
}

/// The change, its interval, and whether it is news.
fn trend(lang: Lang, id: KpiId, kpi: &Kpi) -> AnyView {
    let Some(Trend { change, low, high, mark, .. }) = kpi.trend else {
        return view! { <span class="faint">{words::NO_TREND.to(lang)}</span> }.into_any();
    };
    let text = match id {
        KpiId::AverageTalkTime | KpiId::ReputationScore if change.abs() < 0.5 => words::NO_CHANGE.to(lang).to_owned(),
        KpiId::AverageTalkTime => format::talk_change(lang, change),
        KpiId::ReputationScore => format::signed(lang, change, 0),
        _ => format::points(lang, change),
    };
    let interval = low.zip(high).map(|(low, high)| {
        view! { " "<span class="nowrap">"("{format::between_signed(lang, low, high, 1)}")"</span> }
    });
    let noise = low.zip(high).is_some_and(|(low, high)| low <= 0.0 && high >= 0.0);
    let said = match mark {
        Some(Mark::Rising) => Some(words::RISING),
        Some(Mark::Falling) => Some(words::FALLING),
        None if noise => Some(words::WITHIN_NOISE),
        None => None,
    };
    let said = said.map(|said| format!(", {}", said.to(lang)));
    view! { <b class=mark.map(|_| "marked")>{text}</b>{interval}{said} }.into_any()
}

/// The values of the last active days.
fn values(series: &Series, id: KpiId, settings: &Settings) -> Vec<f64> {
    let days = kpi::by_day(series, id);
    let least = match id {
        KpiId::AverageTalkTime => 1,
        _ => u64::from(settings.watch.active_day_calls),
    };
    let values: Vec<f64> = days.iter().filter(|day| day.n >= least).map(|day| day.figure.value).collect();
    values[values.len().saturating_sub(SPARK_DAYS)..].to_vec()
}

fn how_id(id: KpiId) -> String {
    format!("how-{}", id.id())
}

/// How it is computed, what its zone says and what to do: opened by the button beside the name.
fn how(lang: Lang, id: KpiId, kpi: &Kpi, settings: &Settings) -> AnyView {
    let beside = kpi.beside.map(|beside| {
        let text = match id {
            KpiId::AnswerRate => words::WITHOUT_VOICEMAIL,
            _ => words::OF_ANSWERED,
        };
        view! { <p>{text.with(lang, &[&format::rate(lang, beside)])}</p> }
    });
    let partial =
        kpi.partial.iter().map(|partial| view! { <p>{kpi_words::partial(*partial).to(lang)}</p> }).collect_view();
    let rests = kpi.value.map(|_| view! { <p>{kpi_words::rests_on(id, lang, kpi.n)}</p> });
    view! {
        <div class="how" id=how_id(id) popover="auto" data-zone=kpi.zone.id()>
            <h4>{kpi_words::name(id).to(lang)}</h4>
            <p class="says"><b>{kpi_words::sentence(id, kpi.zone).to(lang)}</b>" "{kpi_words::action(id, kpi.zone).to(lang)}</p>
            <h5>{colour::WHY.to(lang)}</h5>
            <p>{colour::because(lang, id, kpi, settings)}</p>
            <h5>{words::HOW.to(lang)}</h5>
            <p>{kpi_words::formula(id).to(lang)}</p>
            {rests}
            {beside}
            {partial}
            <p class="faint">{words::TREND_OF.to(lang)}" "{words::SOURCE.to(lang)}</p>
            <button class="btn tiny" type="button" popovertarget=how_id(id) popovertargetaction="hide">
                {words::CLOSE.to(lang)}
            </button>
        </div>
    }
    .into_any()
}
