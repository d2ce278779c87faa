//! What the user plans with: roles of numbers, rest, warm-up, the worth of a conversion, the rules of calling.
//!
//! No carrier publishes how many calls label a number, nor how long a label lasts: every default here is an assumption,
//! shown as one, and can be changed. Only the presets of [`Practice`] restate published rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Day, Percent};

/// Choices about the days to come. They change no figure of the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Planning {
    /// Room kept free under the cap, per cent of it: numbers are planned for less than they may do.
    pub headroom: Percent,
    /// Days of rest where a finding names none.
    pub rest_days: u16,
    /// Calls a day of a number in its first week.
    pub warm_up_calls: u32,
    /// How much it may grow each week, per cent.
    pub warm_up_growth: Percent,
    /// What one conversion is worth, in `currency`.
    pub value_per_conversion: Option<f64>,
    /// The currency of that value.
    pub currency: Currency,
    /// What was decided about single numbers, by their text form. A number may stand here before its first call.
    pub numbers: BTreeMap<String, NumberPlan>,
    /// The rules to hold the calls against; `None` until chosen.
    pub practice: Option<Practice>,
}

impl Default for Planning {
    fn default() -> Self {
        Self {
            headroom: Percent::literal(20.0),
            rest_days: 30,
            warm_up_calls: 30,
            warm_up_growth: Percent::literal(20.0),
            value_per_conversion: None,
            currency: Currency::Eur,
            numbers: BTreeMap::new(),
            practice: None,
        }
    }
}

/// What was decided about one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NumberPlan {
    /// Its role; as observed where absent.
    pub role: Option<NumberRole>,
    /// The first day of its rest.
    pub rest_from: Option<Day>,
    /// The first day of its warm-up.
    pub warm_up_from: Option<Day>,
}

impl NumberPlan {
    /// Whether nothing was decided.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberRole {
    /// It calls.
    Active,
    /// It must not call for a while.
    Resting,
    /// It stands ready for when another must stop.
    Spare,
}

impl NumberRole {
    /// All, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Active, Self::Resting, Self::Spare];

    /// The id in settings and CSV.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Resting => "resting",
            Self::Spare => "spare",
        }
    }

    /// The role of an id.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// A currency: only how a sum is written depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Euro.
    Eur,
    /// US dollar.
    Usd,
    /// Pound sterling.
    Gbp,
    /// Swiss franc.
    Chf,
    /// Canadian dollar.
    Cad,
}

impl Currency {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Eur, Self::Usd, Self::Gbp, Self::Chf, Self::Cad];

    /// Three letters.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eur => "EUR",
            Self::Usd => "USD",
            Self::Gbp => "GBP",
            Self::Chf => "CHF",
            Self::Cad => "CAD",
        }
    }

    /// The currency of three letters.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|currency| currency.code() == code)
    }
}

/// Rules of calling: information to hold the calls against, never legal advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Whose rules they started as.
    pub preset: PracticePreset,
    /// Hours in which calls may be made, on the clock of the files: up to three spans of whole hours.
    pub hours: Vec<HourSpan>,
    /// Days of the week on which calls may be made, Monday first.
    pub weekdays: [bool; 7],
    /// Days on which no call may be made.
    pub holidays: Option<Holidays>,
    /// Attempts per person within `attempts_days`; no limit where absent.
    pub attempts: Option<u32>,
    /// The length of that span, in days.
    pub attempts_days: u16,
}

/// Whole hours: from the first (included) to the last (excluded).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourSpan {
    /// 0 to 23.
    pub from: u8,
    /// 1 to 24, above `from`.
    pub to: u8,
}

/// A published set of rules to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PracticePreset {
    /// Consumer code, article D. 223-9.
    France,
    /// Telemarketing Sales Rule and TCPA rules.
    UnitedStates,
}

/// A calendar of public holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holidays {
    /// The eleven of article L. 3133-1 of the labour code.
    France,
}

impl PracticePreset {
    /// Both, in the order of the page.
    pub const ALL: [Self; 2] = [Self::France, Self::UnitedStates];

    /// The id in settings and on the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::France => "france",
            Self::UnitedStates => "united_states",
        }
    }

    /// The rules as published.
    ///
    /// France: article D. 223-9 of the consumer code, inserted by decree 2022-1313 of 13 October 2022, in force since
    /// 1 March 2023. United States: 16 CFR 310.4(c) and 47 CFR 64.1200(c)(1), 8 am to 9 pm where the person is.
    pub fn rules(self) -> Practice {
        match self {
            Self::France => Practice {
                preset: self,
                hours: vec![HourSpan { from: 10, to: 13 }, HourSpan { from: 14, to: 20 }],
                weekdays: [true, true, true, true, true, false, false],
                holidays: Some(Holidays::France),
                attempts: Some(4),
                attempts_days: 30,
            },
            Self::UnitedStates => Practice {
                preset: self,
                hours: vec![HourSpan { from: 8, to: 21 }],
                weekdays: [true; 7],
                holidays: None,
                attempts: None,
                attempts_days: 30,
            },
        }
    }
}

impl Practice {
    /// Whether calls may be made in an hour, 0 to 23.
    pub fn allows_hour(&self, hour: u8) -> bool {
        self.hours.iter().any(|span| (span.from..span.to).contains(&hour))
    }

    /// Whether they are still the rules as published.
    pub fn is_as_published(&self) -> bool {
        *self == self.preset.rules()
    }
}

impl Planning {
    /// Checks what the types cannot hold: the setting at fault and what it must be.
    pub(super) fn fault(&self) -> Option<(&'static str, &'static str)> {
        let spans_hold = |practice: &Practice| {
            (1..=3).contains(&practice.hours.len())
                && practice.hours.iter().all(|span| span.from < span.to && span.to <= 24)
                && practice.hours.windows(2).all(|pair| matches!(pair, [a, b] if a.to <= b.from))
        };
        let attempts_hold = |practice: &Practice| {
            practice.attempts.is_none_or(|limit| (1..=100).contains(&limit))
                && (1..=365).contains(&practice.attempts_days)
        };
        if self.headroom.get() > 90.0 {
            return Some(("planning.headroom", "must be from 0 to 90 per cent"));
        }
        if !(1..=365).contains(&self.rest_days) {
            return Some(("planning.rest_days", "must be from 1 to 365 days"));
        }
        if !(1..=100_000).contains(&self.warm_up_calls) {
            return Some(("planning.warm_up_calls", "must be from 1 to 100000 calls"));
        }
        if self.value_per_conversion.is_some_and(|value| !(0.0..=1e9).contains(&value)) {
            return Some(("planning.value_per_conversion", "must be from 0 to 1000000000"));
        }
        let practice = self.practice.as_ref()?;
        if !spans_hold(practice) {
            return Some(("planning.practice.hours", "must be one to three spans of whole hours, in order"));
        }
        if !attempts_hold(practice) {
            return Some(("planning.practice.attempts", "must be from 1 to 100, within 1 to 365 days"));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{HourSpan, NumberRole, Planning, PracticePreset};

    #[test]
    fn the_rules_as_published_are_in_range() {
        for preset in PracticePreset::ALL {
            let planning = Planning { practice: Some(preset.rules()), ..Planning::default() };
            assert_eq!(planning.fault(), None);
            assert!(preset.rules().is_as_published());
        }
    }

    #[test]
    fn france_allows_no_call_at_lunch_nor_after_eight() {
        let france = PracticePreset::France.rules();
        let allowed: Vec<u8> = (0..24).filter(|hour| france.allows_hour(*hour)).collect();
        assert_eq!(allowed, [10, 11, 12, 14, 15, 16, 17, 18, 19]);
    }

    #[test]
    fn spans_that_cross_are_refused_by_name() {
        let mut practice = PracticePreset::France.rules();
        practice.hours = vec![HourSpan { from: 10, to: 15 }, HourSpan { from: 14, to: 20 }];
        let planning = Planning { practice: Some(practice), ..Planning::default() };
        assert_eq!(planning.fault().map(|(setting, _)| setting), Some("planning.practice.hours"));
    }

    #[test]
    fn every_role_is_found_by_its_id() {
        assert!(NumberRole::ALL.into_iter().all(|role| NumberRole::find(role.id()) == Some(role)));
    }
}
