//! Every threshold that can be edited: where it lies in the settings, its range, its step. The page makes one field
//! of each; nothing here knows the page, so that no threshold can be forgotten without a test saying so.

use crate::{
    app::words::{Phrase, plan, thresholds as words},
    model::{Percent, Settings},
};

/// What a threshold is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Per cent.
    Percent,
    /// Points: a difference of two rates, or a score.
    Points,
    /// Seconds.
    Secs,
    /// Days.
    Days,
    /// Calls.
    Calls,
}

/// One threshold.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its path in the settings: stable, for tests and for labels.
    pub path: &'static str,
    /// What it does: "red below".
    pub label: Phrase,
    /// What it is counted in.
    pub unit: Unit,
    /// Smallest and largest value that may stand there.
    pub range: (f64, f64),
    /// The step of the field.
    pub step: f64,
    /// Its value.
    pub get: fn(&Settings) -> f64,
    /// Sets it; `None` for a value that its type cannot hold.
    pub set: fn(&mut Settings, f64) -> Option<()>,
}

/// Thresholds that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What they are about.
    pub name: Phrase,
    /// What it means, in a sentence.
    pub help: Phrase,
    /// The thresholds.
    pub fields: &'static [Field],
}

impl Field {
    /// The settings with this threshold at a new value.
    ///
    /// # Errors
    /// Out of its range, or at odds with another threshold (low above high): the settings stay as they are.
    pub fn try_set(&self, settings: &Settings, value: f64) -> Result<Settings, Refusal> {
        let mut changed = settings.clone();
        if !(self.range.0..=self.range.1).contains(&value) || (self.set)(&mut changed, value).is_none() {
            return Err(Refusal::OutOfRange);
        }
        changed.check().map_err(|_| Refusal::AtOdds)?;
        Ok(changed)
    }
}

/// Why a value is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no number, or out of the range.
    OutOfRange,
    /// The lower boundary would lie above the higher.
    AtOdds,
}

const HUNDRED: (f64, f64) = (0.0, 100.0);

/// A field of a percentage at a path of the settings.
macro_rules! percent {
    ($label:expr, $unit:expr, $step:expr, $($path:ident).+) => {
        Field {
            path: stringify!($($path).+),
            label: $label,
            unit: $unit,
            range: HUNDRED,
            step: $step,
            get: |settings| settings.$($path).+.get(),
            set: |settings, value| Percent::new(value).map(|percent| settings.$($path).+ = percent),
        }
    };
}

/// A field of a whole number at a path of the settings.
macro_rules! whole {
    ($label:expr, $unit:expr, $range:expr, $type:ty, $($path:tt).+) => {
        Field {
            path: stringify!($($path).+),
            label: $label,
            unit: $unit,
            range: $range,
            step: 1.0,
            get: |settings| f64::from(settings.$($path).+),
            set: |settings, value| {
                let fits = value.fract() == 0.0 && (0.0..=f64::from(<$type>::MAX)).contains(&value);
                fits.then(|| settings.$($path).+ = value as $type)
            },
        }
    };
}

/// A field of seconds at a path of the settings.
macro_rules! secs {
    ($label:expr, $($path:ident).+) => {
        Field {
            path: stringify!($($path).+),
            label: $label,
            unit: Unit::Secs,
            range: (0.0, 3600.0),
            step: 1.0,
            get: |settings| settings.$($path).+,
            set: |settings, value| { settings.$($path).+ = value; Some(()) },
        }
    };
}

const MANY: (f64, f64) = (0.0, 100_000.0);
const SOME: (f64, f64) = (1.0, 100_000.0);

/// The zones of the KPIs.
pub const KPIS: &[Group] = &[
    Group {
        name: words::ANSWER_RATE,
        help: words::ANSWER_RATE_HELP,
        fields: &[
            percent!(words::RED_BELOW, Unit::Percent, 1.0, kpis.answer_rate.low),
            percent!(words::GREEN_ABOVE, Unit::Percent, 1.0, kpis.answer_rate.high),
        ],
    },
    Group {
        name: words::SPAM_REPORTS,
        help: words::SPAM_REPORTS_HELP,
        fields: &[
            percent!(words::GREEN_BELOW, Unit::Percent, 0.1, kpis.spam_report_rate.low),
            percent!(words::RED_ABOVE, Unit::Percent, 0.1, kpis.spam_report_rate.high),
        ],
    },
    Group {
        name: words::SCORE,
        help: words::SCORE_HELP,
        fields: &[
            percent!(words::RED_BELOW, Unit::Points, 1.0, kpis.reputation_score.low),
            percent!(words::GREEN_FROM, Unit::Points, 1.0, kpis.reputation_score.high),
            whole!(words::COUNTS_FOR, Unit::Days, (1.0, 365.0), u16, kpis.score_days),
        ],
    },
    Group {
        name: words::REJECTION,
        help: words::REJECTION_HELP,
        fields: &[
            percent!(words::GREEN_BELOW, Unit::Percent, 1.0, kpis.rejection_rate.low),
            percent!(words::RED_ABOVE, Unit::Percent, 1.0, kpis.rejection_rate.high),
            whole!(words::HANG_UP_UNDER, Unit::Secs, (2.0, 10.0), u8, kpis.hang_up_secs),
        ],
    },
    Group {
        name: words::VOICEMAIL,
        help: words::VOICEMAIL_HELP,
        fields: &[percent!(words::RED_ABOVE, Unit::Percent, 1.0, kpis.voicemail_rate)],
    },
    Group { name: words::TALK, help: words::TALK_HELP, fields: &[secs!(words::SHORT_UNDER, kpis.short_talk_secs)] },
    Group {
        name: words::VOLUME,
        help: words::VOLUME_HELP,
        fields: &[
            whole!(words::GREEN_UP_TO, Unit::Calls, MANY, u32, kpis.calls_per_day.0),
            whole!(words::RED_OVER, Unit::Calls, MANY, u32, kpis.calls_per_day.1),
        ],
    },
];

/// The limits of the alerts.
pub const ALERTS: &[Group] = &[
    Group {
        name: words::FALLS,
        help: words::FALLS_HELP,
        fields: &[
            percent!(words::DROP_24H, Unit::Points, 1.0, watch.drop_24h_points),
            percent!(words::DROP_WEEK, Unit::Points, 1.0, watch.drop_week_points),
        ],
    },
    Group {
        name: words::LIMITS,
        help: words::LIMITS_HELP,
        fields: &[
            percent!(words::SCORE_UNDER, Unit::Points, 1.0, watch.score_low),
            percent!(words::SPAM_OVER, Unit::Percent, 0.1, watch.spam_report_rate),
            percent!(words::VOICEMAIL_OVER, Unit::Percent, 1.0, watch.voicemail_rate),
            percent!(words::REJECTION_OVER, Unit::Percent, 1.0, watch.rejection_rate),
            whole!(words::CALLS_OVER, Unit::Calls, SOME, u32, watch.volume_cap),
        ],
    },
    Group {
        name: words::SHORT_TALK,
        help: words::SHORT_TALK_HELP,
        fields: &[
            secs!(words::TALK_UNDER, watch.short_talk_secs),
            percent!(words::ANSWERS_UNDER, Unit::Percent, 1.0, watch.low_answer_rate),
        ],
    },
    Group {
        name: words::ENOUGH,
        help: words::ENOUGH_HELP,
        fields: &[
            whole!(words::WEEK_CALLS, Unit::Calls, MANY, u32, watch.min_calls),
            whole!(words::DAY_CALLS, Unit::Calls, SOME, u32, watch.active_day_calls),
        ],
    },
];

/// What is planned with: assumptions, each to be changed. They stand on the plan's own page.
pub const PLANNING: &[Field] = &[
    whole!(plan::CAP, Unit::Calls, SOME, u32, watch.volume_cap),
    percent!(plan::HEADROOM, Unit::Percent, 5.0, planning.headroom),
    whole!(plan::REST_DAYS, Unit::Days, (1.0, 365.0), u16, planning.rest_days),
    whole!(plan::WARM_UP_CALLS, Unit::Calls, SOME, u32, planning.warm_up_calls),
    percent!(plan::WARM_UP_GROWTH, Unit::Percent, 5.0, planning.warm_up_growth),
];

#[cfg(test)]
mod tests {
    use super::{ALERTS, Field, KPIS, Refusal};
    use crate::model::Settings;

    fn fields() -> impl Iterator<Item = &'static Field> {
        KPIS.iter().chain(ALERTS).flat_map(|group| group.fields)
    }

    #[test]
    fn every_threshold_of_the_settings_has_a_field() {
        let leaves = |value: &serde_json::Value| {
            fn count(value: &serde_json::Value) -> usize {
                match value {
                    serde_json::Value::Object(map) => map.values().map(count).sum(),
                    serde_json::Value::Array(list) => list.iter().map(count).sum(),
                    _ => 1,
                }
            }
            count(value)
        };
        let settings = Settings::default();
        let all = [serde_json::to_value(settings.kpis), serde_json::to_value(settings.watch)];
        assert_eq!(all.iter().flatten().map(leaves).sum::<usize>(), fields().count());
        let mut paths: Vec<_> = fields().map(|field| field.path).collect();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), fields().count());
    }

    #[test]
    fn a_value_within_range_is_kept_and_changes_nothing_else() {
        let settings = Settings::default();
        for field in fields() {
            let value = (field.get)(&settings);
            assert_eq!(field.try_set(&settings, value).ok().as_ref(), Some(&settings), "{}", field.path);
            let other = value + field.step;
            let changed = field.try_set(&settings, other).unwrap_or_default();
            assert_eq!((field.get)(&changed), other, "{}", field.path);
            assert_ne!(changed, settings, "{}", field.path);
        }
    }

    #[test]
    fn a_value_out_of_range_is_refused() {
        let settings = Settings::default();
        for field in fields() {
            for value in [field.range.0 - 1.0, field.range.1 + 1.0, f64::NAN] {
                assert_eq!(field.try_set(&settings, value).err(), Some(Refusal::OutOfRange), "{}", field.path);
            }
        }
    }

    #[test]
    fn a_lower_boundary_cannot_pass_the_higher() {
        let low = fields().find(|field| field.path == "kpis.answer_rate.low");
        let refusal = low.and_then(|field| field.try_set(&Settings::default(), 41.0).err());
        assert_eq!(refusal, Some(Refusal::AtOdds));
    }
}
