//! The position bar of a KPI: zone bands, the interval, the value.

use crate::{
    kpi::{Kpi, KpiId, Zone},
    model::Settings,
};

/// A stretch of the bar, in per cent; no zone where there is no judgement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Its zone.
    pub zone: Option<Zone>,
    /// Where it begins.
    pub start: f64,
    /// How long it is.
    pub width: f64,
}

/// A position bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullet {
    /// The value at the right end.
    pub top: f64,
    /// Bands from left to right, a little apart.
    pub bands: Vec<Band>,
}

const APART: f64 = 0.6;

impl Bullet {
    /// The bar of a KPI under these thresholds, long enough for its value and interval.
    pub fn of(id: KpiId, kpi: &Kpi, settings: &Settings) -> Self {
        let highest = kpi.value.into_iter().chain(kpi.high).fold(0.0, f64::max);
        let thresholds = &settings.kpis;
        let rising = [Some(Zone::Red), Some(Zone::Amber), Some(Zone::Green)];
        let falling = [Some(Zone::Green), Some(Zone::Amber), Some(Zone::Red)];
        match id {
            KpiId::AnswerRate => {
                let bounds = thresholds.answer_rate;
                let top = fit(highest, bounds.high.get() * 1.75).min(100.0);
                Self::cut(&[bounds.low.get(), bounds.high.get()], &rising, top)
            }
            KpiId::RejectionRate => {
                let bounds = thresholds.rejection_rate;
                let top = fit(highest, bounds.high.get() * 5.0 / 3.0).min(100.0);
                Self::cut(&[bounds.low.get(), bounds.high.get()], &falling, top)
            }
            KpiId::SpamReportRate => {
                let bounds = thresholds.spam_report_rate;
                let top = fit(highest, bounds.high.get() * 1.75).min(100.0);
                Self::cut(&[bounds.low.get(), bounds.high.get()], &falling, top)
            }
            KpiId::ReputationScore => {
                let bounds = thresholds.reputation_score;
                Self::cut(&[bounds.low.get(), bounds.high.get()], &rising, 100.0)
            }
            KpiId::VoicemailRate => {
                Self::cut(&[thresholds.voicemail_rate.get()], &[Some(Zone::Green), Some(Zone::Red)], 100.0)
            }
            KpiId::AverageTalkTime => match settings.objective {
                Some(objective) => {
                    let (low, high) = objective.talk_secs();
                    let bands = [Some(Zone::Red), Some(Zone::Amber), Some(Zone::Green), None];
                    Self::cut(&[thresholds.short_talk_secs, low, high], &bands, fit(highest, high * 1.25))
                }
                None => {
                    let bands = [Some(Zone::Red), Some(Zone::Green)];
                    Self::cut(&[thresholds.short_talk_secs], &bands, fit(highest, thresholds.short_talk_secs * 8.0))
                }
            },
            KpiId::ConversionRate => {
                let top = fit(highest, kpi.trend.map_or(0.0, |trend| trend.before * 2.0)).clamp(0.1, 100.0);
                Self::cut(&[], &[None], top)
            }
        }
    }

    fn cut(bounds: &[f64], zones: &[Option<Zone>], top: f64) -> Self {
        let top = if top > 0.0 { top } else { 1.0 };
        let edge = |at: usize| bounds.get(at).map_or(100.0, |bound| (100.0 * bound / top).clamp(0.0, 100.0));
        let mut start = 0.0;
        let bands = zones
            .iter()
            .enumerate()
            .filter_map(|(at, zone)| {
                let end = edge(at);
                let width = end - start - if end < 100.0 { APART } else { 0.0 };
                let band = (width > 0.0).then_some(Band { zone: *zone, start, width });
                start = end;
                band
            })
            .collect();
        Self { top, bands }
    }

    /// The place of a value, in per cent from the left.
    pub fn x(&self, value: f64) -> f64 {
        (100.0 * value / self.top).clamp(0.0, 100.0)
    }
}

/// The usual top, or one with a tenth of room above what must fit.
fn fit(highest: f64, usual: f64) -> f64 {
    if highest > usual { highest * 1.1 } else { usual }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kpi(value: f64) -> Kpi {
        Kpi { value: Some(value), low: Some(value - 1.0), high: Some(value + 1.0), n: 100, ..Kpi::default() }
    }

    #[test]
    fn the_answer_rate_is_red_then_amber_then_green() {
        let bullet = Bullet::of(KpiId::AnswerRate, &kpi(42.1), &Settings::default());
        assert!((bullet.top - 70.0).abs() < 1e-9);
        assert_eq!(
            bullet.bands.iter().map(|band| band.zone).collect::<Vec<_>>(),
            [Some(Zone::Red), Some(Zone::Amber), Some(Zone::Green)]
        );
        assert!((bullet.bands[1].start - 35.714).abs() < 0.01);
        assert!((bullet.x(35.0) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn a_value_beyond_the_usual_bar_makes_it_longer() {
        let bullet = Bullet::of(KpiId::RejectionRate, &kpi(60.0), &Settings::default());
        assert!(bullet.top > 61.0 && bullet.x(60.0) < 100.0);
        let last = bullet.bands.last().map(|band| (band.zone, band.start + band.width));
        assert!(last.is_some_and(|(zone, end)| zone == Some(Zone::Red) && (end - 100.0).abs() < 1e-9));
    }

    #[test]
    fn every_kpi_has_a_bar_within_its_drawing() {
        for id in KpiId::ALL {
            for value in [0.0, 3.0, 100.0] {
                let bullet = Bullet::of(id, &kpi(value), &Settings::default());
                assert!(!bullet.bands.is_empty(), "{id:?}");
                for band in &bullet.bands {
                    assert!(band.start >= 0.0 && band.width > 0.0 && band.start + band.width <= 100.0 + 1e-9, "{id:?}");
                }
            }
        }
    }
}
