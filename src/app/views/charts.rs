//! The charts that the views show: each made from the state, for all calls or for one number.

use leptos::prelude::*;

use super::{
    cards,
    chart::{Drawing, Maker, Turn, chart},
    live::Show,
    verdict::act_zone,
};
use crate::{
    app::{
        App,
        charts::DayAxis,
        format,
        needs::needs,
        plots::{
            BeforeAfter, Calendar, Course, DayMap, DayMapRow, Funnel, HourMap, Peers, Scatter, ScoreHistory, TalkTimes,
            Volume, series_of,
        },
        t,
        words::{Lang, Phrase, charts as words, dashboard},
    },
    kpi::{Board, Series, Spans},
    model::{Day, Names, Settings, Subject, order},
    narrow::{Filter, Tag},
    report::{Report, Status},
    tally::{CellKey, Ledger},
};

/// Numbers on one page of the map of numbers and days.
const MAP_ROWS: usize = 25;
/// Days before a change, or before chosen days, that they are held against.
const BEFORE_DAYS: i32 = 28;

/// All that a chart is made of. Charts over time show all days, and mark those that are chosen; the rest of the filter
/// holds for them, too.
struct Sight {
    lang: Lang,
    report: crate::app::Shared<Report>,
    board: crate::app::Shared<Board>,
    settings: Settings,
    axis: DayAxis,
    chosen: Option<(Day, Day)>,
    /// What must be said of each figure.
    of_each: Option<Phrase>,
}

impl Sight {
    fn of(app: App) -> Option<Self> {
        let (report, board) = app.timeline.get()?;
        let period = report.period?;
        Some(Self {
            lang: app.lang.get(),
            axis: DayAxis::new(period.from, period.to),
            settings: app.settings.get(),
            chosen: app.selection.get(),
            of_each: app.whole.get().and_then(|whole| cards::of_each(&whole)),
            report,
            board,
        })
    }

    /// The chosen days, else all.
    fn span(&self) -> (Day, Day) {
        self.chosen.unwrap_or((self.axis.from, self.axis.to))
    }

    /// A subtitle, with what must be said of each figure.
    fn said(&self, text: &str) -> String {
        self.of_each.map_or_else(|| text.to_owned(), |said| format!("{text} ({})", said.to(self.lang)))
    }

    /// A subtitle, with the chosen days as well.
    fn about(&self, text: &str) -> String {
        let text = self.said(text);
        match self.chosen {
            Some(span) => format!(
                "{text} {}{}{}.",
                words::CHOSEN.to(self.lang),
                format::colon(self.lang),
                words::span_short(self.lang, span)
            ),
            None => text,
        }
    }
}

/// Every number, every day; a page at a time.
pub fn day_map(class: &'static str) -> AnyView {
    let app = App::here();
    let page = RwSignal::new(0_usize);
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let Sight { lang, report, board, settings, axis, .. } = &sight;
        if report.numbers.is_empty() {
            return None;
        }
        let bounds = settings.kpis.answer_rate;
        let axis = DayMap::axis_of(axis.from, axis.to);
        let needs = needs(report);
        let place = |number: &str| {
            let of = |subject: &Subject| matches!(subject, Subject::Number(own) if own == number);
            needs.iter().position(|need| of(&need.subject)).unwrap_or(usize::MAX)
        };
        // By need, then status, then calls: the report's own order.
        let mut numbers: Vec<_> =
            report.numbers.iter().map(|entry| (place(&entry.number), entry.status, entry)).collect();
        order::sort_by_key(&mut numbers, |(need, status, _)| (*need, *status));
        let start = (page.get() * MAP_ROWS).min(numbers.len().saturating_sub(1) / MAP_ROWS * MAP_ROWS);
        let rows = numbers.iter().skip(start).take(MAP_ROWS).filter_map(|(_, status, entry)| {
            let series = series_of(board, &Subject::Number(entry.number.clone()))?;
            let act = if *status == Status::Act { act_zone(&needs, &entry.number) } else { crate::kpi::Zone::Amber };
            Some(DayMapRow::new(entry.number.clone(), *status, act, series, axis, bounds))
        });
        let map = DayMap { lang: *lang, axis, rows: rows.collect(), bounds };
        let about = words::DAY_MAP_ABOUT.with(*lang, &[&lang.percent(bounds.low.get(), 0)]);
        Some(Drawing::new(words::DAY_MAP.to(*lang), about, map))
    });
    let pages = move || {
        let lang = app.lang.get();
        let all = app.report.with(|report| report.as_ref().map_or(0, |report| report.numbers.len()));
        (all > MAP_ROWS).then(|| {
            let last = (all - 1) / MAP_ROWS;
            let at = page.get().min(last);
            let to = ((at + 1) * MAP_ROWS).min(all);
            view! {
                <span class="row">
                    <span class="muted t2">{words::page(lang, at * MAP_ROWS + 1, to, all)}</span>
                    <button class="btn tiny" type="button" disabled={at == 0} on:click=move |_| page.set(at.saturating_sub(1))>
                        {words::PREVIOUS.to(lang)}
                    </button>
                    <button class="btn tiny" type="button" disabled={at == last} on:click=move |_| page.set((at + 1).min(last))>
                        {words::NEXT.to(lang)}
                    </button>
                </span>
            }
        })
    };
    let more = view! { <span class="push noprint">{super::live::live(pages)}</span> }.into_any();
    chart("day_map", class, Turn::Paged(620, page), Some(more), make)
}

/// Weekday by hour, of all calls or of one number.
pub fn hour_map(class: &'static str, number: Option<String>) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let gathered = app.gathered.get()?;
        let bounds = sight.settings.kpis.answer_rate;
        let filter = app.applied.get();
        if filter.parts_days() {
            return None; // hours are kept by number alone
        }
        let own = |name: &str| match &number {
            Some(number) => name == number,
            None => sight.board.number(name).is_some(),
        };
        let all = number.is_none() && filter.prefixes.is_empty() && filter.zones.is_empty();
        let wanted: Option<&dyn Fn(&str) -> bool> = if all { None } else { Some(&own) };
        let map = HourMap::of(sight.lang, &gathered.ledger, wanted, bounds)?;
        Some(Drawing::new(words::HOUR_MAP.to(sight.lang), sight.said(words::HOUR_MAP_ABOUT.to(sight.lang)), map))
    });
    let hidden = move || {
        let has_hours = app.gathered.with(|gathered| gathered.as_ref().is_some_and(|all| !all.ledger.hours.is_empty()));
        has_hours && app.applied.with(Filter::parts_days)
    };
    view! {
        {chart("hour_map", class, Turn::Later(620), None, make)}
        {instead("hour_map", class, words::HOUR_MAP, words::NO_HOURS, hidden)}
    }
    .into_any()
}

/// What stands in place of a chart that the filter leaves nothing of: why.
fn instead(
    id: &'static str,
    class: &'static str,
    title: Phrase,
    why: Phrase,
    when: impl Fn() -> bool + Send + Sync + 'static,
) -> AnyView {
    view! {
        <Show when=when>
            <section class=class data-state="unmeasured" data-instead=id>
                <div class="panel-head"><h2>{t(title)}</h2></div>
                <p class="none">{t(why)}</p>
            </section>
        </Show>
    }
    .into_any()
}

/// The calendar of all calls, or of one number's.
pub fn calendar(class: &'static str, subject: Subject) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let series = series_of(&sight.board, &subject)?;
        let plot = Calendar::of(sight.lang, series, sight.axis, sight.settings.kpis.answer_rate);
        Some(Drawing::new(words::CALENDAR.to(sight.lang), sight.said(words::CALENDAR_ABOUT.to(sight.lang)), plot))
    });
    chart("calendar", class, Turn::Later(360), None, make)
}

/// From calls to conversions, over the chosen days.
pub fn funnel(class: &'static str, subject: Subject) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let (from, to) = sight.span();
        let plot = Funnel::of(sight.lang, &series_of(&sight.board, &subject)?.span(from, to))?;
        Some(Drawing::new(words::FUNNEL.to(sight.lang), sight.about(words::FUNNEL_ABOUT.to(sight.lang)), plot))
    });
    chart("funnel", class, Turn::Later(280), None, make)
}

/// Volume against answer rate.
pub fn scatter(class: &'static str) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight { report: app.report.get()?, ..Sight::of(app)? };
        let needs = needs(&sight.report);
        let (bounds, cap) = (sight.settings.kpis.answer_rate, sight.settings.watch.volume_cap);
        let plot =
            Scatter::of(sight.lang, sight.report.numbers.iter(), |number| act_zone(&needs, number), bounds, cap)?;
        Some(Drawing::new(words::SCATTER.to(sight.lang), words::SCATTER_ABOUT.to(sight.lang), plot))
    });
    chart("scatter", class, Turn::Later(460), None, make)
}

/// How long answered calls last, over the chosen days. A number is held against the days before its change, where it
/// has one, else against all other numbers.
pub fn talk_times(class: &'static str, number: Option<String>) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let gathered = app.gathered.get()?;
        let ledger = &gathered.ledger;
        let lang = sight.lang;
        let hang_up_secs = sight.settings.kpis.hang_up_secs;
        let left = left(&app.applied.get(), ledger, &sight.board)?;
        let within = |(from, to): (Day, Day), key: &CellKey| (from..=to).contains(&key.day) && left(key);
        let plot = TalkTimes::new(lang, hang_up_secs);
        let plot = match &number {
            None => plot.with(dashboard::ALL.to(lang).to_owned(), ledger, &|key| within(sight.span(), key)),
            Some(number) => {
                let id = ledger.names.numbers.find(number)?;
                let course = Course::of(&sight.report, &sight.board, &Subject::Number(number.clone()))?;
                let spans = sight.chosen.map(|chosen| before(chosen, sight.axis)).or_else(|| {
                    let since = course.change?.since;
                    Some(((sight.axis.from, since - 1), (since, sight.axis.to)))
                });
                let name = format::phone_short(number);
                match spans {
                    Some((before, after)) => plot
                        .with(words::span_short(lang, after), ledger, &|key| key.number == id && within(after, key))
                        .with(words::span_short(lang, before), ledger, &|key| key.number == id && within(before, key)),
                    None => plot.with(name, ledger, &|key| key.number == id && left(key)).with(
                        format::capital(words::OTHERS.to(lang)),
                        ledger,
                        &|key| key.number != id && left(key),
                    ),
                }
            }
        };
        let limit = format::talk(f64::from(hang_up_secs));
        plot.shows().then(|| {
            let about = words::TALK_ABOUT.with(lang, &[&limit]);
            Drawing::new(words::TALK.to(lang), if number.is_none() { sight.about(&about) } else { about }, plot)
        })
    });
    let hidden = move || app.applied.with(|filter| !filter.agents.is_empty());
    view! {
        {chart("talk_times", class, Turn::Later(300), None, make)}
        {instead("talk_times", class, words::TALK, words::NO_TALK, hidden)}
    }
    .into_any()
}

/// Which cells a filter leaves, its days aside; `None` where agents are chosen, whose talk times are not told apart.
fn left(filter: &Filter, ledger: &Ledger, board: &Board) -> Option<impl Fn(&CellKey) -> bool + use<>> {
    let all = filter.prefixes.is_empty() && filter.zones.is_empty();
    let numbers: Vec<bool> = ledger.names.numbers.iter().map(|name| all || board.number(name).is_some()).collect();
    let chosen = |names: &Names, tags: &[Tag]| -> Vec<bool> {
        names.iter().map(|name| tags.is_empty() || tags.contains(&Tag::of(name))).collect()
    };
    let campaigns = chosen(&ledger.names.campaigns, &filter.campaigns);
    let teams = chosen(&ledger.names.teams, &filter.teams);
    let lines = filter.lines.clone();
    let has = |list: &[bool], id: u32| list.get(id as usize).copied().unwrap_or(false);
    filter.agents.is_empty().then_some(move |key: &CellKey| {
        has(&numbers, key.number)
            && has(&campaigns, key.campaign)
            && has(&teams, key.team)
            && (lines.is_empty() || lines.contains(&key.line))
    })
}

/// Chosen days, and the 28 before them.
fn before((from, to): (Day, Day), axis: DayAxis) -> ((Day, Day), (Day, Day)) {
    (((from - BEFORE_DAYS).max(axis.from), from - 1), (from, to))
}

/// Before and since: the chosen days, else the change of the subject, else its last seven active days.
pub fn before_after(class: &'static str, subject: Subject) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let series = series_of(&sight.board, &subject)?;
        let changed = || {
            let since = Course::of(&sight.report, &sight.board, &subject)?.change?.since;
            Some(before((since, sight.axis.to), sight.axis))
        };
        let lately = || {
            let as_of = sight.report.as_of?;
            let spans = Spans::of(series, as_of, sight.settings.watch.active_day_calls)?;
            Some(((spans.before[0].max(sight.axis.from), spans.before[1]), (spans.recent[0], spans.recent[1])))
        };
        let (before, after) = sight.chosen.map(|chosen| before(chosen, sight.axis)).or_else(changed).or_else(lately)?;
        let plot = BeforeAfter::of(sight.lang, series, before, after)?;
        let about = sight.said(&words::compared(sight.lang, plot.before, plot.after));
        Some(Drawing::new(words::BEFORE_AFTER.to(sight.lang), about, plot))
    });
    chart("before_after", class, Turn::Later(280), None, make)
}

/// A number among its pool, over the chosen days, else since its change, else its last 28 days.
pub fn peers(class: &'static str, number: String) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let Sight { lang, report, board, .. } = &sight;
        let entry = report.numbers.iter().find(|entry| entry.number == number)?;
        let change = || Course::of(report, board, &Subject::Number(number.clone()))?.change;
        let last = (sight.axis.to - (BEFORE_DAYS - 1)).max(sight.axis.from);
        let span = sight.chosen.unwrap_or_else(|| (change().map_or(last, |change| change.since), sight.axis.to));
        let pool = entry
            .pool
            .as_deref()
            .and_then(|id| board.campaigns.iter().chain(&board.teams).find(|pool| pool.subject.to_string() == id));
        let name = entry.pool.as_deref().and_then(|id| id.split_once(':')).map(|(_, name)| name.to_owned());
        let everyone = || board.numbers.iter().enumerate().map(|(at, number)| (at, &number.series));
        let members: Vec<(usize, &Series)> = match pool {
            Some(pool) => pool.members.iter().map(|(at, series)| (*at, series)).collect(),
            None => everyone().collect(),
        };
        let plot = Peers::of(*lang, board, members.into_iter(), &number, span)?;
        let name = name.unwrap_or_else(|| words::ACCOUNT.to(*lang).to_owned());
        let mut about = words::peers(*lang, &name, plot.all, span);
        if plot.lies_below_all() {
            about = format!("{about} {}", words::PEERS_BELOW.to(*lang));
        }
        Some(Drawing::new(words::PEERS.to(*lang), about, plot))
    });
    chart("peers", class, Turn::Later(320), None, make)
}

/// The readings of a number's score.
pub fn scores(class: &'static str, number: String) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let subject = Subject::Number(number.clone());
        let readings = &sight.board.number(&number)?.readings;
        let change = Course::of(&sight.report, &sight.board, &subject).and_then(|course| course.change);
        let bounds = sight.settings.kpis.reputation_score;
        let plot = ScoreHistory::of(sight.lang, readings, sight.axis, bounds, change.map(|change| change.since))?;
        Some(Drawing::new(words::SCORES.to(sight.lang), dashboard::READINGS_SUB.to(sight.lang), plot))
    });
    chart("scores", class, Turn::Later(250), None, make)
}

/// A number's calls a day against the cap.
pub fn volume(class: &'static str, number: String) -> AnyView {
    let app = App::here();
    let make: Maker = Box::new(move || {
        let sight = Sight::of(app)?;
        let subject = Subject::Number(number.clone());
        let change = Course::of(&sight.report, &sight.board, &subject).and_then(|course| course.change);
        let cap = sight.settings.watch.volume_cap;
        let series = series_of(&sight.board, &subject)?;
        let plot = Volume::of(sight.lang, series, sight.axis, cap, change.map(|change| change.since));
        let about = dashboard::over_cap(sight.lang, plot.over(), cap);
        Some(Drawing::new(dashboard::CALLS_A_DAY.to(sight.lang), about, plot))
    });
    chart("volume", class, Turn::Later(250), None, make)
}
