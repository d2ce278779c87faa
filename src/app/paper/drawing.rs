//! The answer rate by day, as a drawing of its own: nothing of the page's style is there on paper. It starts at zero; a
//! day without calls is a gap, a day of few calls a hollow dot.

use crate::{
    app::{
        charts::{DayAxis, FEW_CALLS, RateScale},
        format,
        words::{Lang, dashboard, paper as words},
    },
    kpi::{self, Board, DayFigure, KpiId, PoolBoard, Series},
    model::{Day, Settings, Subject},
    report::{
        Report,
        markup::{Element, el, el_of},
        sheet::{Body, Section},
    },
};

/// The drawing's size, in its own units; a unit is about a quarter of a millimetre on paper.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 152.0;
/// Room for the figures at the left, at the right, above, and for the days below.
const LEFT: f64 = 34.0;
const RIGHT: f64 = 6.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 18.0;

/// The chart of a subject; `None` where it has no day with calls. `name` is the subject as it is shown.
pub fn drawing(
    lang: Lang,
    report: &Report,
    board: &Board,
    settings: &Settings,
    subject: &Subject,
    name: &str,
) -> Option<Section> {
    let period = report.period?;
    let own = series(board, subject)?;
    let days = kpi::by_day(own, KpiId::AnswerRate);
    if days.is_empty() {
        return None;
    }
    let others = others(report, board, subject).map(|(series, count)| (kpi::by_day(&series, KpiId::AnswerRate), count));
    let turn = report.findings.iter().find(|finding| &finding.subject == subject).map(|finding| finding.since);
    let bounds = settings.kpis.answer_rate;
    let plot = Plot {
        axis: DayAxis::new(period.from, period.to),
        scale: RateScale::holding(
            days.iter().filter(|day| day.n >= FEW_CALLS).map(|day| day.figure.high),
            bounds.high.get(),
        ),
    };
    let mut svg = el("svg")
        .with("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .with("role", "img")
        .with("aria-label", dashboard::RATE_PER_DAY.to(lang))
        .children(plot.ground(lang))
        .children(plot.limit("amber", bounds.high.get()))
        .children(plot.limit("red", bounds.low.get()));
    let runs = plot.runs(&days);
    svg = svg.children(runs.iter().map(|run| el_of("path", "ribbon").with("d", plot.ribbon(run))));
    if let Some((others, _)) = &others {
        svg = svg.children(plot.runs(others).iter().map(|run| el_of("path", "line others").with("d", plot.line(run))));
    }
    svg = svg
        .children(runs.iter().map(|run| el_of("path", "line").with("d", plot.line(run))))
        .children(days.iter().map(|day| plot.dot(day)));
    if let Some(day) = turn {
        svg = svg.children(plot.turn(lang, day));
    }
    let mut legend = vec![("subject", name.to_owned()), ("band", dashboard::LEGEND_INTERVAL.to(lang).to_owned())];
    legend.extend(others.map(|(_, count)| ("others", words::others(lang, count as u64))));
    legend.push(("hollow", dashboard::LEGEND_FEW.to(lang).to_owned()));
    legend.push(("off", dashboard::LEGEND_WEEKEND.to(lang).to_owned()));
    if turn.is_some() {
        legend.push(("turned", dashboard::LEGEND_CHANGE.to(lang).to_owned()));
    }
    let title = format!("{}{}{name}", dashboard::RATE_PER_DAY.to(lang), format::colon(lang));
    Some(Section { title, body: Body::Drawing { drawing: svg, legend } })
}

/// The days of a subject.
pub fn series<'a>(board: &'a Board, subject: &Subject) -> Option<&'a Series> {
    let pool = |pools: &'a [PoolBoard]| pools.iter().find(|pool| &pool.subject == subject).map(|pool| &pool.series);
    match subject {
        Subject::Account => Some(&board.account),
        Subject::Number(number) => {
            board.numbers.iter().find(|entry| &entry.number == number).map(|entry| &entry.series)
        }
        Subject::Campaign(_) => pool(&board.campaigns),
        Subject::Team(_) => pool(&board.teams),
        Subject::Prefix(_) => pool(&board.prefixes),
    }
}

/// The other numbers of a number's pool, together, and how many they are.
fn others(report: &Report, board: &Board, subject: &Subject) -> Option<(Series, usize)> {
    let Subject::Number(number) = subject else { return None };
    let at = board.numbers.iter().position(|entry| &entry.number == number)?;
    let id = report.numbers.iter().find(|entry| &entry.number == number)?.pool.as_deref();
    let pool = id.and_then(|id| board.campaigns.iter().chain(&board.teams).find(|pool| pool.subject.to_string() == id));
    let (parts, count): (Vec<&Series>, usize) = match pool {
        Some(pool) => {
            let rest: Vec<&Series> =
                pool.members.iter().filter(|(place, _)| *place != at).map(|(_, days)| days).collect();
            let count = rest.len();
            (rest, count)
        }
        None => {
            let rest: Vec<&Series> =
                board.numbers.iter().filter(|entry| &entry.number != number).map(|entry| &entry.series).collect();
            let count = rest.len();
            (rest, count)
        }
    };
    (count > 0).then(|| (Series::joined(parts.into_iter()), count))
}

struct Plot {
    axis: DayAxis,
    scale: RateScale,
}

impl Plot {
    fn x(&self, per_cent: f64) -> f64 {
        LEFT + per_cent / 100.0 * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        TOP + self.scale.y(value) / 100.0 * (HEIGHT - TOP - BOTTOM)
    }

    fn middle(&self, day: Day) -> f64 {
        self.x(self.axis.middle(day))
    }

    /// Weekends, lines and figures.
    fn ground(&self, lang: Lang) -> Vec<Element> {
        let mut parts: Vec<Element> = Vec::new();
        for (start, width) in self.axis.weekends() {
            let (from, to) = (self.x(start), self.x(start + width));
            parts.push(
                el_of("rect", "rest-day")
                    .with("x", plain(from))
                    .with("y", plain(TOP))
                    .with("width", plain(to - from))
                    .with("height", plain(HEIGHT - TOP - BOTTOM)),
            );
        }
        for (at, tick) in self.scale.ticks().into_iter().enumerate() {
            let y = self.y(tick);
            parts.push(flat(if at == 0 { "base" } else { "grid" }, y));
            let text = if at == 0 { lang.decimal(tick, 0) } else { lang.percent(tick, 0) };
            parts.push(label("end", LEFT - 4.0, y + 3.0, text));
        }
        for day in self.axis.ticks(8) {
            parts.push(label("mid", self.middle(day).min(WIDTH - 20.0), HEIGHT - 5.0, format::day_short(lang, day)));
        }
        parts
    }

    /// A zone's edge, where it is on the scale.
    fn limit(&self, zone: &str, value: f64) -> Option<Element> {
        (value < self.scale.top).then(|| flat(&format!("limit {zone}"), self.y(value)))
    }

    /// Days that follow each other without a gap.
    fn runs<'a>(&self, days: &'a [DayFigure]) -> Vec<&'a [DayFigure]> {
        days.chunk_by(|a, b| b.day.0 == a.day.0 + 1).collect()
    }

    fn line(&self, run: &[DayFigure]) -> String {
        path(run.iter().map(|day| (self.middle(day.day), self.y(day.figure.value))))
    }

    fn ribbon(&self, run: &[DayFigure]) -> String {
        let top = run.iter().map(|day| (self.middle(day.day), self.y(day.figure.high)));
        let bottom = run.iter().rev().map(|day| (self.middle(day.day), self.y(day.figure.low)));
        format!("{}Z", path(top.chain(bottom)))
    }

    fn dot(&self, day: &DayFigure) -> Element {
        el_of("circle", if day.n < FEW_CALLS { "dot few" } else { "dot" })
            .with("cx", plain(self.middle(day.day)))
            .with("cy", plain(self.y(day.figure.value)))
            .with("r", "1.9")
    }

    /// The day of the change, with its date on the side that has room.
    fn turn(&self, lang: Lang, day: Day) -> [Element; 2] {
        let x = self.x(self.axis.start(day));
        let line = el_of("line", "turn")
            .with("x1", plain(x))
            .with("x2", plain(x))
            .with("y1", plain(TOP - 6.0))
            .with("y2", plain(HEIGHT - BOTTOM));
        let (class, at) = if x > WIDTH / 2.0 { ("end strong", x - 4.0) } else { ("strong", x + 4.0) };
        [line, label(class, at, TOP - 4.0, format::day(lang, day))]
    }
}

fn flat(class: &str, y: f64) -> Element {
    el_of("line", class)
        .with("x1", plain(LEFT))
        .with("x2", plain(WIDTH - RIGHT))
        .with("y1", plain(y))
        .with("y2", plain(y))
}

fn label(class: &str, x: f64, y: f64, text: String) -> Element {
    el_of("text", class).with("x", plain(x)).with("y", plain(y)).text(text)
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut text = String::new();
    for (at, (x, y)) in points.enumerate() {
        text.push(if at == 0 { 'M' } else { 'L' });
        text.push_str(&format!("{} {}", plain(x), plain(y)));
    }
    text
}

/// A length with one decimal.
fn plain(value: f64) -> String {
    let text = format!("{value:.1}");
    text.trim_end_matches(".0").to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Plot, path};
    use crate::{
        app::charts::{DayAxis, RateScale},
        kpi::{DayFigure, chance::Interval},
        model::Day,
    };

    fn figure(day: i32, value: f64) -> DayFigure {
        DayFigure { day: Day(day), figure: Interval { value, low: value - 5.0, high: value + 5.0 }, n: 60 }
    }

    #[test]
    fn days_without_calls_are_gaps_and_zero_is_the_ground() {
        let plot = Plot { axis: DayAxis::new(Day(0), Day(9)), scale: RateScale { low: 0.0, top: 60.0 } };
        let days = [figure(0, 40.0), figure(1, 42.0), figure(4, 41.0)];
        assert_eq!(plot.runs(&days).iter().map(|run| run.len()).collect::<Vec<_>>(), [2, 1]);
        assert!((plot.y(0.0) - (super::HEIGHT - super::BOTTOM)).abs() < 1e-9);
    }

    #[test]
    fn a_path_is_written_with_one_decimal() {
        assert_eq!(path([(1.0, 2.25), (3.04, 4.0)].into_iter()), "M1 2.2L3 4");
    }
}
