//! Which column is what: the system's own columns, then known headers, then the values, then the user's word above all.

use super::{
    account::{Basis, Column, FileKind, Why},
    fold::squash,
    layout::Layout,
    lexicon::{Lexicon, Place},
    profile::Profile,
    synonyms,
    systems::{Numbering, System},
    words::Traits,
};
use crate::model::{Mapping, Role, ScoreScale, Settings, order};

/// The columns of one file.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// In the file's order.
    pub list: Vec<Column>,
    /// Whether the user had a say.
    pub chosen: bool,
    /// The user's answer about day and month.
    pub day_first: Option<bool>,
    /// The user's answer about the scale of scores.
    pub score_scale: Option<ScoreScale>,
}

impl Columns {
    /// Gives the columns of a file their roles.
    pub fn assign(layout: &Layout, names: &[String], system: &System, settings: &Settings, signature: &str) -> Self {
        let mut columns = Self { list: layout.headers.iter().map(|header| blank(header)).collect(), ..Self::default() };
        for (at, column) in columns.list.iter_mut().enumerate() {
            let filled = layout.rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
            column.samples = filled.take(3).map(|cell| cell.chars().take(80).collect()).collect();
        }
        columns.by_system(layout, names, system, settings);
        if system.kind == FileKind::Calls && system.basis != Basis::Header {
            let profiles: Vec<Profile> = (0..layout.headers.len()).map(|at| Profile::of(&layout.column(at))).collect();
            if layout.has_header {
                columns.by_header(&profiles);
            }
            columns.by_values(&profiles);
            columns.result_or_status(layout);
            // What is the same on row after row is the id of something else.
            for role in [Role::CallId, Role::LegOf] {
                if let Some(at) = columns.at(role)
                    && profiles.get(at).is_some_and(|profile| profile.count >= 10 && profile.distinct < 0.3)
                {
                    columns.take(at);
                }
            }
        }
        for key in ["*", signature] {
            if let Some(mapping) = settings.mappings.get(key) {
                columns.by_choice(mapping);
            }
        }
        columns
    }

    /// The column with a role.
    pub fn at(&self, role: Role) -> Option<usize> {
        self.list.iter().position(|column| column.role == Some(role))
    }

    /// The header of a column.
    pub fn header(&self, at: usize) -> Option<&str> {
        self.list.get(at).map(|column| column.header.as_str())
    }

    fn has(&self, role: Role) -> bool {
        self.at(role).is_some()
    }

    fn give(&mut self, at: usize, role: Role, why: Why, confidence: u8) {
        if let Some(column) = self.list.get_mut(at) {
            (column.role, column.why, column.confidence) = (Some(role), why, confidence);
        }
    }

    fn take(&mut self, at: usize) {
        if let Some(column) = self.list.get_mut(at) {
            (column.role, column.why, column.confidence) = (None, Why::Unused, 0);
        }
    }

    /// A scope that most rows leave empty gives way to the next column that it could be.
    fn by_system(&mut self, layout: &Layout, names: &[String], system: &System, settings: &Settings) {
        let place = |name: &str| {
            let name = squash(name);
            names.iter().position(|header| *header == name)
        };
        let mostly_empty = |at: usize| {
            let filled = layout.column(at).iter().filter(|cell| !cell.trim().is_empty()).count();
            filled * 2 < layout.rows.len()
        };
        for (name, role) in system.columns(settings) {
            let Some(at) = place(name) else { continue };
            if matches!(role, Role::Team | Role::Campaign | Role::Agent)
                && mostly_empty(at)
                && system
                    .columns(settings)
                    .skip_while(|(other, _)| *other != name)
                    .skip(1)
                    .any(|(other, same)| same == role && place(other).is_some_and(|at| !mostly_empty(at)))
            {
                continue;
            }
            let taken = self.has(role)
                || self.list.get(at).is_some_and(|column| column.role.is_some())
                || role == Role::Started && self.has(Role::Date)
                || matches!(role, Role::Date | Role::Time) && self.has(Role::Started)
                // From and to with a direction say it already.
                || role == Role::Own
                    && system.numbering == Numbering::Columns
                    && self.has(Role::Caller)
                    && self.has(Role::Callee);
            if !taken {
                self.give(at, role, Why::System, 100);
            }
        }
    }

    fn by_header(&mut self, profiles: &[Profile]) {
        let mut found: Vec<(u8, usize, Role)> = Vec::new();
        for (at, column) in self.list.iter().enumerate() {
            let Some(profile) = profiles.get(at) else { continue };
            let Some((mut role, confidence)) = synonyms::role_of(&column.header) else { continue };
            // "Reputation: labeled spam" is a flag.
            if role == Role::Score && !profile.allows(role) {
                role = Role::Flagged;
            }
            if profile.allows(role) {
                found.push((confidence, at, role));
            }
        }
        order::sort_by_key(&mut found, |(confidence, at, _)| (std::cmp::Reverse(*confidence), *at));
        for (confidence, at, role) in found {
            let free = self.list.get(at).is_some_and(|column| column.role.is_none());
            if free && !self.has(role) {
                self.give(at, role, Why::Header, confidence);
            }
        }
        // A date that carries its time of day needs no column for it.
        if self.has(Role::Started) {
            for role in [Role::Date, Role::Time] {
                if let Some(at) = self.at(role) {
                    self.take(at);
                }
            }
        }
    }

    fn by_values(&mut self, profiles: &[Profile]) {
        let free = |columns: &Self, at: usize| columns.list.get(at).is_some_and(|column| column.role.is_none());
        let best = |columns: &Self, share: fn(&Profile) -> f64| {
            let of = |at: usize| profiles.get(at).map_or(0.0, share);
            let mut list: Vec<usize> =
                (0..columns.list.len()).filter(|at| free(columns, *at) && of(*at) >= 0.8).collect();
            order::sort_by(&mut list, |a, b| of(*b).total_cmp(&of(*a)).then(a.cmp(b)));
            list
        };
        if !self.has(Role::Started)
            && !self.has(Role::Date)
            && let Some(at) = best(self, |profile| profile.dates).first().copied()
        {
            self.give(at, Role::Started, Why::Values, 60);
        }
        if self.has(Role::Date)
            && !self.has(Role::Time)
            && self.at(Role::Date).and_then(|at| profiles.get(at)).is_some_and(|profile| profile.timed < 0.5)
            && let Some(at) = best(self, |profile| profile.clocks).first().copied()
        {
            self.give(at, Role::Time, Why::Values, 50);
        }
        if !self.has(Role::Direction)
            && let Some(at) = best(self, |profile| profile.directions).first().copied()
        {
            self.give(at, Role::Direction, Why::Values, 60);
        }
        self.numbers_by_values(profiles);
        if !self.has(Role::Outcome)
            && !self.has(Role::Result)
            && let Some(at) = best(self, |profile| profile.outcomes).first().copied()
        {
            self.give(at, Role::Outcome, Why::Values, 60);
        }
        if !self.has(Role::Talk)
            && !self.has(Role::Duration)
            && let Some(at) = best(self, |profile| profile.durations).first().copied()
        {
            self.give(at, Role::Duration, Why::Values, 40);
        }
    }

    /// `Outcome` and `Result` head columns of either kind: without a word that only a conversation can have, it is
    /// the status of the call.
    fn result_or_status(&mut self, layout: &Layout) {
        let Some(at) = self.at(Role::Result).filter(|_| !self.has(Role::Outcome)) else { return };
        let header = self.header(at).map(squash).unwrap_or_default();
        let lexicon = Lexicon::new(&Settings::default());
        let is_result =
            |cell: &str| lexicon.read(cell, Place::Status).is_some_and(|word| word.traits.has(Traits::RESULT));
        let tag = ["tag", "wrapup", "qualif", "etiquette"].iter().any(|name| header.contains(name));
        if let Some(column) = self.list.get_mut(at)
            && !tag
            && !layout.column(at).into_iter().any(is_result)
        {
            column.role = Some(Role::Outcome);
        }
    }

    /// Own numbers are few and come again and again; callees are many.
    fn numbers_by_values(&mut self, profiles: &[Profile]) {
        let own = self.has(Role::Own) || self.has(Role::Caller);
        let callee = self.has(Role::Callee);
        if own && callee {
            return;
        }
        let of = |at: &usize| profiles.get(*at);
        let mut phones: Vec<usize> = (0..self.list.len())
            .filter(|at| self.list.get(*at).is_some_and(|column| column.role.is_none()))
            .filter(|at| of(at).is_some_and(|profile| profile.phones >= 0.8 && profile.dates < 0.5))
            .collect();
        if let Some(callee) = self.at(Role::Callee).and_then(|at| of(&at)) {
            // Beside the callees, an own number comes again and again, and is not called a phone number.
            phones.retain(|at| {
                let says_callee =
                    self.header(*at).and_then(synonyms::role_of).is_some_and(|(role, _)| role == Role::Callee);
                !says_callee && of(at).is_some_and(|profile| profile.distinct < 0.5_f64.min(callee.distinct))
            });
        }
        order::sort_by(&mut phones, |a, b| {
            let distinct = |at: &usize| profiles.get(*at).map_or(1.0, |profile| profile.distinct);
            distinct(a).total_cmp(&distinct(b)).then(a.cmp(b))
        });
        match phones.as_slice() {
            [] => {}
            [one] if !own && !callee => {
                let few = profiles.get(*one).is_some_and(|profile| profile.distinct < 0.5 || profile.count < 10);
                self.give(*one, if few { Role::Caller } else { Role::Callee }, Why::Values, 40);
            }
            [first, .., last] if !own && !callee => {
                self.give(*first, Role::Caller, Why::Values, 50);
                self.give(*last, Role::Callee, Why::Values, 50);
            }
            [first, ..] if !own => self.give(*first, Role::Caller, Why::Values, 50),
            [.., last] => self.give(*last, Role::Callee, Why::Values, 50),
        }
    }

    fn by_choice(&mut self, mapping: &Mapping) {
        self.day_first = mapping.day_first.or(self.day_first);
        self.score_scale = mapping.score_scale.or(self.score_scale);
        for (header, role) in &mapping.columns {
            let wanted = squash(header);
            let position =
                header.strip_prefix('#').and_then(|at| at.parse::<usize>().ok()).and_then(|at| at.checked_sub(1));
            let exact = self.list.iter().position(|column| column.header == *header);
            let alike = || self.list.iter().position(|column| !wanted.is_empty() && squash(&column.header) == wanted);
            let Some(at) = exact.or_else(alike).or(position).filter(|at| *at < self.list.len()) else { continue };
            self.chosen = true;
            for column in self.list.iter_mut().filter(|column| column.role == Some(*role) && *role != Role::Ignore) {
                (column.role, column.why, column.confidence) = (None, Why::Unused, 0);
            }
            self.give(at, *role, Why::Chosen, 100);
        }
    }
}

fn blank(header: &str) -> Column {
    Column { header: header.to_owned(), ..Column::default() }
}
