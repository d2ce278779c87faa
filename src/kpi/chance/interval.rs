//! A figure between two ends.

/// The normal quantile of a two-sided 95 % interval.
pub const Z95: f64 = 1.959_963_984_540_054;

/// A figure with its 95 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Interval {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// One of several figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighed {
    /// What it counts for.
    pub weight: f64,
    /// The estimate.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

impl Interval {
    /// The difference of two independent figures, each with its own interval: the square-and-add method that Newcombe
    /// (1998) uses for two rates, and Zou and Donner (2008, "MOVER") for any two figures; taken twice, it gives the
    /// difference of two differences.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        let value = self.value - other.value;
        let down = root_of_squares(self.value - self.low, other.high - other.value);
        let up = root_of_squares(self.high - self.value, other.value - other.low);
        Self { value, low: value - down, high: value + up }
    }

    /// What independent figures have in common: their mean by weight, with its standard error from theirs. `None` without a
    /// weight.
    pub fn common(parts: impl Iterator<Item = Weighed>) -> Option<Self> {
        let (mut sum, mut weights, mut variance) = (0.0, 0.0, 0.0);
        for Weighed { weight, value, error } in parts {
            sum += weight * value;
            weights += weight;
            variance += weight * weight * error * error;
        }
        if weights == 0.0 {
            return None;
        }
        let (value, half) = (sum / weights, Z95 * variance.sqrt() / weights);
        Some(Self { value, low: value - half, high: value + half })
    }

    /// Its standard error, as if it were normal.
    pub fn error(self) -> f64 {
        (self.high - self.low) / (2.0 * Z95)
    }

    /// The same figure in another unit, such as points (100).
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, low: self.low * factor, high: self.high * factor }
    }

    /// Whether it lies wholly below 0.
    pub fn is_below_zero(self) -> bool {
        self.high < 0.0
    }

    /// Whether it lies wholly above 0.
    pub fn is_above_zero(self) -> bool {
        self.low > 0.0
    }

    /// How many standard errors the figure lies below a limit, by the half of the interval on that side.
    pub fn z_below(self, limit: f64) -> f64 {
        let half = if self.value <= limit { self.high - self.value } else { self.value - self.low };
        if half > 0.0 { (limit - self.value) / (half / Z95) } else { 0.0 }
    }
}

/// Both lie within a few units of 0: no overflow to guard against.
fn root_of_squares(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}
