//! The pool against which a number is judged (`product.md`, Alerts): the others of its campaign, its team, the account.
//!
//! What the pool did without the number is the pool's running counts less the number's own in that pool.

use super::{
    answers::Answers,
    board::{Board, NumberBoard, PoolBoard},
    series::Series,
    track::Track,
};
use crate::model::{Day, Subject};

/// Other numbers that must have called for a pool to be a measure.
pub const PEERS: u32 = 5;
/// Days whose calls decide which campaign is a number's own.
const CAMPAIGN_DAYS: i32 = 28;

/// Where the others are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// In a campaign, by its place in [`Board::campaigns`].
    Campaign(usize),
    /// In a team, by its place in [`Board::teams`].
    Team(usize),
    /// In the account.
    Account,
}

/// The running counts of every pool and how many numbers called in it each day.
#[derive(Debug)]
pub struct Peers<'a> {
    board: &'a Board,
    campaigns: Vec<Crowd<'a>>,
    teams: Vec<Crowd<'a>>,
    account: Crowd<'a>,
}

#[derive(Debug)]
struct Crowd<'a> {
    track: &'a Track,
    first: Day,
    callers: Vec<u32>,
}

impl<'a> Crowd<'a> {
    fn new(series: &'a Series, members: impl Iterator<Item = &'a Series>) -> Self {
        let (first, last) = (series.days().first(), series.days().last());
        let first = first.copied().unwrap_or_default();
        let mut callers = vec![0; last.map_or(0, |last| (last.0 - first.0) as usize + 1)];
        for member in members {
            for day in member.track().days_with_calls() {
                if let Some(count) = callers.get_mut((day.0 - first.0) as usize) {
                    *count += 1;
                }
            }
        }
        Self { track: series.track(), first, callers }
    }

    fn callers_on(&self, day: Day) -> u32 {
        usize::try_from(day.0 - self.first.0).ok().and_then(|at| self.callers.get(at)).copied().unwrap_or(0)
    }
}

impl<'a> Peers<'a> {
    /// The pools of a board.
    pub fn new(board: &'a Board) -> Self {
        let crowd = |pool: &'a PoolBoard| Crowd::new(&pool.series, pool.members.iter().map(|(_, series)| series));
        Self {
            board,
            campaigns: board.campaigns.iter().map(crowd).collect(),
            teams: board.teams.iter().map(crowd).collect(),
            account: Crowd::new(&board.account, board.numbers.iter().map(|number| &number.series)),
        }
    }

    /// The first day with calls.
    pub fn first_day(&self) -> Day {
        self.board.period.map_or(Day::default(), |(first, _)| first)
    }

    /// The account's counts.
    pub fn account(&self) -> &Track {
        self.account.track
    }

    /// The counts of each campaign, in the order of the board.
    pub fn campaigns(&self) -> impl Iterator<Item = &Track> {
        self.campaigns.iter().map(|crowd| crowd.track)
    }

    /// The counts of each team, in the order of the board.
    pub fn teams(&self) -> impl Iterator<Item = &Track> {
        self.teams.iter().map(|crowd| crowd.track)
    }

    /// The others of one number, by its place in [`Board::numbers`]. Days must be asked in order.
    pub fn of<'b>(&'b self, at: usize, number: &'b NumberBoard) -> NumberPeers<'b> {
        NumberPeers {
            peers: self,
            at,
            number,
            campaign: Window::new(&number.campaign_days),
            team: Window::new(&number.team_days),
            parts: Vec::new(),
        }
    }

    /// The pool of a number as of a day; `None` where it is the account. For the report.
    pub fn subject(&self, at: usize, number: &NumberBoard, day: Day) -> Option<Subject> {
        match self.of(at, number).group(day)? {
            Group::Campaign(campaign) => self.board.campaigns.get(campaign).map(|pool| pool.subject.clone()),
            Group::Team(team) => self.board.teams.get(team).map(|pool| pool.subject.clone()),
            Group::Account => None,
        }
    }

    /// The days of a number's pool as of a day, its own among them.
    pub fn series(&self, at: usize, number: &NumberBoard, day: Day) -> &'a Series {
        let pool = self.of(at, number).group(day).and_then(|group| self.pool(group));
        pool.map_or(&self.board.account, |(_, pool)| &pool.series)
    }

    fn pool(&self, group: Group) -> Option<(&Crowd<'a>, &'a PoolBoard)> {
        match group {
            Group::Campaign(at) => self.campaigns.get(at).zip(self.board.campaigns.get(at)),
            Group::Team(at) => self.teams.get(at).zip(self.board.teams.get(at)),
            Group::Account => None,
        }
    }
}

/// One number among the others.
#[derive(Debug)]
pub struct NumberPeers<'a> {
    peers: &'a Peers<'a>,
    at: usize,
    number: &'a NumberBoard,
    campaign: Window<'a>,
    team: Window<'a>,
    /// The number's own counts within each pool asked about so far.
    parts: Vec<(Group, &'a Track)>,
}

impl<'a> NumberPeers<'a> {
    /// The campaign of most of its calls of the 28 days up to `day`, if five other numbers called in it that day, else
    /// the team, else the account; `None` where not even there were five.
    pub fn group(&mut self, day: Day) -> Option<Group> {
        let campaign = self.campaign.most(day).map(Group::Campaign);
        let team = self.team.most(day).map(Group::Team);
        [campaign, team, Some(Group::Account)].into_iter().flatten().find(|group| self.others_on(*group, day) >= PEERS)
    }

    /// How many other numbers called in the pool on a day.
    fn others_on(&mut self, group: Group, day: Day) -> u32 {
        let callers = match self.peers.pool(group) {
            Some((crowd, _)) => crowd.callers_on(day),
            None => self.peers.account.callers_on(day),
        };
        callers - u32::from(self.part(group).answers(day, day).calls > 0).min(callers)
    }

    /// What the others of the pool did in `from` to `to`.
    pub fn others(&mut self, group: Group, from: Day, to: Day) -> Answers {
        let peers = self.peers;
        let all = match peers.pool(group) {
            Some((crowd, _)) => crowd.track,
            None => peers.account.track,
        };
        all.answers(from, to) - self.part(group).answers(from, to)
    }

    fn part(&mut self, group: Group) -> &'a Track {
        if let Some((_, part)) = self.parts.iter().find(|(known, _)| *known == group) {
            return part;
        }
        let part = match self.peers.pool(group) {
            None => self.number.series.track(),
            Some((_, pool)) => {
                let member = pool.members.binary_search_by_key(&self.at, |(at, _)| *at);
                member.ok().and_then(|at| pool.members.get(at)).map_or(&NOBODY, |(_, series)| series.track())
            }
        };
        self.parts.push((group, part));
        part
    }
}

/// The counts of a number that never called in a pool.
static NOBODY: Track = Track::EMPTY;

/// The calls per pool of the last 28 days, moved on day by day.
#[derive(Debug)]
struct Window<'a> {
    days: &'a [(Day, u32, u64)],
    start: usize,
    end: usize,
    calls: Vec<(u32, u64)>,
}

impl<'a> Window<'a> {
    fn new(days: &'a [(Day, u32, u64)]) -> Self {
        Self { days, start: 0, end: 0, calls: Vec::new() }
    }

    /// The pool of most calls up to `day`; of equal ones the first by name.
    fn most(&mut self, day: Day) -> Option<usize> {
        while let Some((at, pool, calls)) = self.days.get(self.end).filter(|(at, ..)| *at <= day) {
            if *at > day - CAMPAIGN_DAYS {
                match self.calls.iter_mut().find(|(known, _)| known == pool) {
                    Some((_, sum)) => *sum += calls,
                    None => self.calls.push((*pool, *calls)),
                }
            } else {
                self.start = self.end + 1;
            }
            self.end += 1;
        }
        while let Some((_, pool, calls)) =
            self.days.get(self.start).filter(|(at, ..)| self.start < self.end && *at <= day - CAMPAIGN_DAYS)
        {
            if let Some((_, sum)) = self.calls.iter_mut().find(|(known, _)| known == pool) {
                *sum = sum.saturating_sub(*calls);
            }
            self.start += 1;
        }
        let most = self
            .calls
            .iter()
            .filter(|(_, calls)| *calls > 0)
            .max_by_key(|(pool, calls)| (*calls, std::cmp::Reverse(*pool)));
        most.map(|(pool, _)| *pool as usize)
    }
}
