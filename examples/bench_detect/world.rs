//! Call centres that never were: what is wrong in them is known, so a judgement can be marked.
//!
//! Everything comes from one seed. A number's log-odds of an answer are those of the base, its own distance from it, the
//! day's, the weekday's, its own on that day; where a world has kinds of calls, those of the line called, of the part of the
//! day and of the attempt. An event changes some of them from a day on. Counts are binomial. A world is handed out as a
//! ledger, as reading files would have made it.

use ringwell::{
    model::{Day, DayRow, LineType, Outcome, Reading},
    tally::{AgentKey, AgentTally, CellKey, Ledger, MixTally, Tally},
};

use crate::event::Event;

/// Monday 5 January 2026.
const FIRST: (i32, u32, u32) = (2026, 1, 5);

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: u64, what: &[u64]) -> Self {
        let mut dice = Self(seed);
        for part in what {
            dice.0 = dice.bits() ^ part.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
        dice
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Standard normal, by Box and Muller.
    pub fn normal(&mut self) -> f64 {
        (-2.0 * (1.0 - self.unit()).ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos()
    }

    pub fn hits(&mut self, of: u32, rate: f64) -> u32 {
        (0..of).filter(|_| self.unit() < rate).count() as u32
    }
}

/// How many calls numbers make.
#[derive(Clone, Copy, Debug)]
pub enum Volume {
    /// So many each day.
    Fixed(u32),
    /// Each number has a usual volume around this one, from a third to three times it, and varies from day to day.
    Mixed(u32),
}

/// A call centre.
#[derive(Clone, Copy, Debug)]
pub struct World {
    pub seed: u64,
    pub numbers: usize,
    pub campaigns: usize,
    pub days: usize,
    pub volume: Volume,
    pub base: f64,
    /// Deviations of the log-odds.
    pub number_sd: f64,
    pub day_sd: f64,
    pub number_day_sd: f64,
    pub weekday_sd: f64,
    pub event: Event,
    /// The first working day of the event.
    pub from: usize,
    /// The number concerned, or of the campaign concerned the place.
    pub victim: usize,
    /// Whether a tool reads a score of each number twice a week.
    pub scores: bool,
    pub kinds: Kinds,
}

/// Whether calls are of different kinds: lines, parts of the day, attempts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kinds {
    Alike,
    Mixed,
}

/// What part of the calls a class has, and what it does to the log-odds.
type Class = (f64, f64);
const LINES: [Class; 2] = [(0.65, -0.25), (0.35, 0.45)];
const PARTS: [Class; 5] = [(0.05, -0.2), (0.30, 0.1), (0.15, -0.6), (0.30, 0.0), (0.20, 0.25)];
const ATTEMPTS: [Class; 3] = [(0.55, 0.3), (0.25, -0.1), (0.20, -0.7)];
/// The same parts once they have moved.
const AT_NOON: [f64; 5] = [0.05, 0.12, 0.58, 0.15, 0.10];
const NOON_ONLY: [f64; 5] = [0.0, 0.1, 0.9, 0.0, 0.0];
const LATE_ATTEMPTS: [f64; 3] = [0.15, 0.15, 0.70];
const TO_MOBILES: [f64; 2] = [0.98, 0.02];
const EVENING: usize = 4;
const AGENTS: usize = 12;
/// Working days between the rest of some numbers and the fall of the others, and between their label and their rest.
const RESTED_DAYS: usize = 5;

impl World {
    /// Forty numbers of one campaign, 50 calls a day, 35 % answered, nothing wrong, no spread beyond chance.
    pub const CLEAN: Self = Self {
        seed: 0,
        numbers: 40,
        campaigns: 1,
        days: 52,
        volume: Volume::Fixed(50),
        base: 0.35,
        number_sd: 0.0,
        day_sd: 0.0,
        number_day_sd: 0.0,
        weekday_sd: 0.0,
        event: Event::Healthy,
        from: usize::MAX,
        victim: 0,
        scores: false,
        kinds: Kinds::Alike,
    };

    pub fn number(at: usize) -> String {
        // Ten numbers to a block of a hundred, so that blocks differ within a campaign.
        format!("+3316{:05}{:02}", 20000 + at / 10, at % 10)
    }

    pub fn campaign(&self, number: usize) -> usize {
        number % self.campaigns
    }

    /// The calendar day of a working day: weekends are left out.
    pub fn day(working_day: usize) -> Day {
        let first = Day::from_ymd(FIRST.0, FIRST.1, FIRST.2).unwrap_or_default();
        first + (working_day / 5 * 7 + working_day % 5) as i32
    }

    /// Which working day a calendar day is; a weekend counts as the Friday before.
    pub fn working_day(day: Day) -> usize {
        let since = (day.0 - Self::day(0).0).max(0) as usize;
        since / 7 * 5 + (since % 7).min(4)
    }

    /// The numbers that the event concerns on its last day.
    pub fn concerned(&self) -> Vec<usize> {
        match self.event {
            Event::Loss { .. } | Event::Label { .. } | Event::Filter { .. } | Event::Drift { .. } => vec![self.victim],
            Event::WarmUp | Event::Dormant | Event::Burst | Event::Complaints | Event::NoonOfOne => vec![self.victim],
            Event::Block { .. } => (0..10.min(self.numbers)).collect(),
            Event::Contamination { .. } => (0..6.min(self.numbers)).collect(),
            Event::Blocked => vec![self.victim],
            Event::Flagged { .. } => (0..self.numbers).filter(|at| at % 5 == self.victim % 5).collect(),
            Event::Low { .. } => vec![self.victim, (self.victim + self.numbers / 2) % self.numbers],
            Event::Overload { .. } => (0..self.numbers).filter(|at| self.is_rested(*at)).collect(),
            _ => Vec::new(),
        }
    }

    /// All calls up to and including a working day.
    pub fn ledger(&self, last: usize) -> Ledger {
        let mut ledger = Ledger::default();
        for at in 0..self.numbers {
            ledger.names.numbers.intern(&Self::number(at));
        }
        for on in 0..=last.min(self.days - 1) {
            for at in 0..self.numbers {
                self.enter(&mut ledger, at, on);
            }
        }
        ledger.finish();
        ledger
    }

    /// Whether a number is among those that rest before an overload.
    fn is_rested(&self, at: usize) -> bool {
        self.campaign(at) == self.campaign(self.victim) && !(at / self.campaigns).is_multiple_of(3)
    }

    fn calls(&self, at: usize, on: usize) -> u32 {
        let usual = self.usual_calls(at, on);
        if let Event::Holiday { calls, .. } = self.event
            && on == self.from
        {
            return ((f64::from(usual) * calls).round() as u32).max(1);
        }
        let has_moved = matches!(self.event, Event::Overload { .. }) && on + RESTED_DAYS >= self.from;
        if !has_moved || self.campaign(at) != self.campaign(self.victim) {
            usual
        } else if self.is_rested(at) {
            0
        } else {
            usual * 3
        }
    }

    fn usual_calls(&self, at: usize, on: usize) -> u32 {
        let before = self.from.saturating_sub(on);
        match self.event {
            Event::WarmUp if at == self.victim => match before {
                13.. => return 0,
                1..13 => return 10 + 8 * (12 - before as u32),
                0 => {}
            },
            Event::Dormant if at == self.victim => match before {
                40.. => {}
                5..40 => return 0,
                1..5 => return 90,
                0 => {}
            },
            Event::Burst if at == self.victim && (1..4).contains(&before) => return 200,
            _ => {}
        }
        match self.volume {
            Volume::Fixed(calls) => calls,
            Volume::Mixed(calls) => {
                let usual =
                    f64::from(calls) * (0.5 * Dice::of(self.seed, &[1, at as u64]).normal()).clamp(-1.1, 1.1).exp();
                let today = (0.25 * Dice::of(self.seed, &[2, at as u64, on as u64]).normal()).exp();
                (usual * today).round().max(1.0) as u32
            }
        }
    }

    fn enter(&self, ledger: &mut Ledger, at: usize, on: usize) {
        let calls = self.calls(at, on);
        if calls == 0 {
            return;
        }
        let normal = |what: &[u64]| Dice::of(self.seed, what).normal();
        let odds = (self.base / (1.0 - self.base)).ln()
            + self.number_sd * normal(&[3, at as u64])
            + self.day_sd * normal(&[4, on as u64])
            + self.number_day_sd * normal(&[5, at as u64, on as u64])
            + self.weekday_sd * normal(&[6, (on % 5) as u64]);
        let usual = 1.0 / (1.0 + (-odds).exp());
        let mut answered = usual;
        let (mut voicemail, mut rejected, mut invalid, mut failed) = (0.35, 0.04, 0.02, 0.01);
        let (mut converted, mut talk_secs) = (0.10, 110.0);
        let since = on.checked_sub(self.from);
        let is_victim = at == self.victim;
        let label = |answered: &mut f64, part: f64| *answered *= 1.0 - part;
        match self.event {
            Event::Flagged { part } | Event::Low { part } if self.concerned().contains(&at) => {
                label(&mut answered, part)
            }
            Event::Overload { .. } if self.is_rested(at) && on + 2 * RESTED_DAYS >= self.from => {
                label(&mut answered, 0.5)
            }
            _ => {}
        }
        if let Some(since) = since {
            match self.event {
                Event::Loss { points } if is_victim => answered -= points / 100.0,
                Event::Label { part } if is_victim => {
                    label(&mut answered, part);
                    rejected = 0.18;
                    talk_secs = 70.0;
                }
                Event::Filter { part } if is_victim => {
                    label(&mut answered, part);
                    voicemail = 0.6;
                }
                Event::WarmUp | Event::Dormant | Event::Burst if is_victim => {
                    label(&mut answered, 0.6);
                    rejected = 0.18;
                }
                Event::Block { part } if at < 10 => label(&mut answered, part),
                Event::Saturation { points } => answered -= points / 100.0 * (since + 1) as f64,
                Event::Drift { points } if is_victim => answered -= points / 100.0 * (since + 1) as f64,
                Event::Holiday { points, .. } if since == 0 => answered -= points / 100.0,
                Event::Shock { points, days } if since < days => answered -= points / 100.0,
                Event::Contamination { part } if at < 6 && since >= 2 * at => {
                    label(&mut answered, part);
                    rejected = 0.15;
                }
                Event::List { points } if self.campaign(at) == self.campaign(self.victim) => {
                    answered -= points / 100.0;
                    invalid = 0.09;
                    converted = 0.06;
                }
                Event::Overload { points } if self.campaign(at) == self.campaign(self.victim) => {
                    answered -= points / 100.0;
                }
                Event::Carrier { part } => {
                    if self.kinds == Kinds::Alike {
                        label(&mut answered, part);
                    }
                    rejected = 0.10;
                }
                Event::Blocked if is_victim => {
                    (answered, voicemail, rejected) = (0.0, 0.0, 0.01);
                    failed = if self.victim.is_multiple_of(2) { 0.9 } else { 0.01 };
                }
                Event::Mondays if on.is_multiple_of(5) => label(&mut answered, 0.5),
                Event::ShortTimeout { points } => {
                    answered -= points / 100.0;
                    voicemail *= 0.5;
                }
                Event::Timeout { points } => voicemail += points / 100.0 / (1.0 - answered),
                _ => {}
            }
        }
        let answered = if voicemail > 0.0 { answered.clamp(0.01, 0.99) } else { 0.0 };
        let mut dice = Dice::of(self.seed, &[7, at as u64, on as u64]);
        let mut lines: Vec<(LineType, u32, Option<u32>)> = vec![(LineType::Unknown, calls, None)];
        let number = ledger.names.numbers.intern(&Self::number(at));
        if self.kinds == Kinds::Mixed {
            let (mix, by_line) = self.kinds_of(at, since.is_some(), calls, answered, &mut dice);
            ledger.mixes.entry((number, Self::day(on))).or_default().merge(&mix);
            lines = by_line.into_iter().filter(|(_, calls, _)| *calls > 0).collect();
        }
        for (line, calls, humans) in lines {
            let mut row = DayRow {
                number,
                campaign: ledger.names.campaigns.intern(&format!("Campaign {}", self.campaign(at))),
                day: Self::day(on),
                calls: Some(calls),
                ..DayRow::default()
            };
            let mut left = calls;
            let mut take = |rate: f64, left: &mut u32| {
                let hits = dice.hits(*left, rate);
                *left -= hits;
                hits
            };
            let humans = match humans {
                Some(humans) => {
                    left -= humans;
                    humans
                }
                None => take(answered, &mut left),
            };
            let machines = take(voicemail, &mut left);
            let declined = take(rejected / (1.0 - voicemail), &mut left);
            let missing = take(invalid / (1.0 - voicemail), &mut left);
            let refused = take(failed / (1.0 - voicemail), &mut left);
            let conversions = dice.hits(humans, converted);
            let merged = self.event == Event::Voicemail && since.is_none();
            let said = [
                (Outcome::Answered, if merged { humans + machines } else { humans }),
                (Outcome::Rejected, declined),
                (Outcome::Invalid, missing),
                (Outcome::Failed, refused),
                (Outcome::NoAnswer, left),
            ];
            for (outcome, count) in said {
                row.outcomes[outcome.index()] = Some(count);
            }
            if !merged {
                row.outcomes[Outcome::Voicemail.index()] = Some(machines);
            }
            row.talk_ms = Some((f64::from(humans) * talk_secs * 1000.0) as u64);
            row.conversions = Some(conversions);
            if self.event == Event::Complaints {
                let reported = if is_victim && since.is_some() { 0.02 } else { 0.0 };
                row.spam_reports = Some(dice.hits(calls, reported));
            }
            if line == LineType::Unknown {
                ledger.day_rows.push(row);
            } else {
                let key = CellKey { number, day: row.day, campaign: row.campaign, team: 0, line };
                ledger.cells.entry(key).or_default().merge(&Tally::of_day_row(&row));
            }
            if self.event == Event::Agent {
                for call in 0..humans {
                    let agent = (at + on + call as usize * 5) % AGENTS;
                    let hung_up = dice.unit() < if agent == self.victim % AGENTS { 0.24 } else { 0.06 };
                    let agent = ledger.names.agents.intern(&format!("Agent {agent:02}"));
                    let key = AgentKey { agent, number, day: Self::day(on), campaign: 0, team: 0 };
                    let mut tally = AgentTally { calls: 1, answered: 1, ..AgentTally::default() };
                    tally.short_talk[1] = u16::from(hung_up);
                    ledger.agents.entry(key).or_default().merge(&tally);
                }
            }
        }
        self.read_score(ledger, at, on, since);
    }

    /// Each call's line, part of the day and attempt, and whether it is answered.
    fn kinds_of(
        &self,
        at: usize,
        has_begun: bool,
        calls: u32,
        answered: f64,
        dice: &mut Dice,
    ) -> (MixTally, [(LineType, u32, Option<u32>); 2]) {
        let event = if has_begun { self.event } else { Event::Healthy };
        let of_one = event == Event::NoonOfOne && at == self.victim;
        let parts = std::array::from_fn(|part| match event {
            Event::Noon => AT_NOON[part],
            _ if of_one => NOON_ONLY[part],
            _ => PARTS[part].0,
        });
        let late = event == Event::Recycled;
        let attempts = std::array::from_fn(|attempt| if late { LATE_ATTEMPTS[attempt] } else { ATTEMPTS[attempt].0 });
        let mobiles = event == Event::Mobiles;
        let shares: [f64; 2] = std::array::from_fn(|line| if mobiles { TO_MOBILES[line] } else { LINES[line].0 });
        let mean = |classes: &[Class]| classes.iter().map(|(share, effect)| share * effect).sum::<f64>();
        let usual = mean(&LINES) + mean(&PARTS) + mean(&ATTEMPTS);
        let mut mix = MixTally::default();
        let mut by_line = [(LineType::Mobile, 0, Some(0)), (LineType::Landline, 0, Some(0))];
        for _ in 0..calls {
            let (line, part, attempt) = (pick(&shares, dice), pick::<5>(&parts, dice), pick::<3>(&attempts, dice));
            let effect = LINES[line].1 + PARTS[part].1 + ATTEMPTS[attempt].1 - usual;
            let odds = (answered / (1.0 - answered)).ln() + effect;
            let mut rate = 1.0 / (1.0 + (-odds).exp());
            if event == Event::Evening && part == EVENING {
                rate *= 0.5;
            }
            if let Event::Carrier { part } = event
                && line == 0
            {
                rate *= 1.0 - part;
            }
            let hit = u32::from(dice.unit() < rate);
            for counts in [&mut mix.parts[part], &mut mix.attempts[attempt]] {
                counts[0] += 1;
                counts[1] += hit;
            }
            by_line[line].1 += 1;
            by_line[line].2 = by_line[line].2.map(|hits| hits + hit);
        }
        (mix, by_line)
    }

    fn read_score(&self, ledger: &mut Ledger, at: usize, on: usize, since: Option<usize>) {
        if matches!(self.event, Event::Flagged { .. }) && matches!(on % 5, 0 | 3) {
            let (number, source) =
                (ledger.names.numbers.intern(&Self::number(at)), ledger.names.sources.intern("hiya"));
            let flagged = Some(self.concerned().contains(&at));
            ledger.readings.push(Reading { number, source, day: Self::day(on), score: None, flagged });
        }
        if self.scores && matches!(on % 5, 0 | 3) {
            let hurt = since.filter(|_| self.concerned().contains(&at) && !matches!(self.event, Event::Drift { .. }));
            let usual = 82.0 + 6.0 * Dice::of(self.seed, &[8, at as u64]).unit();
            let score = if hurt.is_some() { usual - 40.0 } else { usual };
            let (number, source) =
                (ledger.names.numbers.intern(&Self::number(at)), ledger.names.sources.intern("hiya"));
            ledger.readings.push(Reading { number, source, day: Self::day(on), score: Some(score), flagged: None });
        }
    }
}

/// The place of one class, by their parts.
fn pick<const N: usize>(parts: &[f64; N], dice: &mut Dice) -> usize {
    let mut chance = dice.unit();
    for (place, part) in parts.iter().enumerate() {
        if chance < *part {
            return place;
        }
        chance -= part;
    }
    N - 1
}
