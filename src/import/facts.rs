//! All facts of a file, one after the other, for whoever asks something else of them than tallies.

use super::{Draft, Entered, Entry, Fact, Given, Import, Need, Span, Taker, Turn};
use crate::{
    model::{Dictionary, Problem, ProblemKind, Settings},
    read::End,
};

/// A reading that hands each fact on, with the file as it stands and the names so far.
pub struct Facts<'a> {
    name: String,
    stage: Stage<'a>,
    names: Dictionary,
    /// The rows set aside, where they are wanted.
    aside: Option<Vec<u8>>,
    each: &'a mut dyn FnMut(Fact, &Import<'a>, &Dictionary),
}

enum Stage<'a> {
    Entry(Entry<'a>),
    Rows(Box<Import<'a>>),
    Over(Result<Box<Draft>, Problem>),
}

impl<'a> Facts<'a> {
    /// A reading of which nothing has come yet. `day_first` is what a first reading of the whole file has shown about
    /// its dates.
    pub fn new(
        given: Given,
        settings: &'a Settings,
        day_first: Option<bool>,
        each: &'a mut dyn FnMut(Fact, &Import<'a>, &Dictionary),
    ) -> Self {
        let name = given.name.clone();
        let stage = Stage::Entry(Entry::new(given, settings, day_first, Span::WHOLE));
        Self { name, stage, names: Dictionary::default(), aside: None, each }
    }

    /// The same, keeping the rows set aside for [`Facts::finish_aside`].
    #[must_use]
    pub fn keeping_aside(self) -> Self {
        Self { aside: Some(Vec::new()), ..self }
    }

    /// All rows set aside, as a CSV with the reason and the line in front of the file's own columns.
    ///
    /// # Errors
    /// As [`Facts::finish`].
    pub fn finish_aside(mut self) -> Result<Vec<u8>, Problem> {
        let rows = self.aside.take().unwrap_or_default();
        self.finish().map(|_| rows)
    }

    /// What was found, once nothing is needed any more.
    ///
    /// # Errors
    /// A file of which nothing can be counted.
    pub fn finish(self) -> Result<Draft, Problem> {
        match self.stage {
            Stage::Over(result) => result.map(|draft| *draft),
            _ => Err(unreadable(&self.name)),
        }
    }
}

impl Taker for Facts<'_> {
    fn need(&mut self) -> Need {
        loop {
            match &mut self.stage {
                Stage::Entry(entry) => match entry.step(&mut self.names) {
                    Ok(Entered::Not(need)) => return need,
                    Ok(Entered::Rows(mut import)) => {
                        if self.aside.is_some() {
                            import.keep_aside();
                        }
                        self.stage = Stage::Rows(import);
                    }
                    Err(problem) => self.stage = Stage::Over(Err(problem)),
                },
                Stage::Rows(import) => match import.next(&mut self.names) {
                    Turn::Fact(fact) => (self.each)(fact, import, &self.names),
                    Turn::Hungry => return Need::More,
                    Turn::End => {
                        let over = Stage::Over(Err(unreadable(&self.name)));
                        if let Stage::Rows(mut import) = std::mem::replace(&mut self.stage, over) {
                            self.aside = self.aside.take().map(|_| import.take_aside());
                            self.stage = Stage::Over(Ok(Box::new(import.finish().0)));
                        }
                    }
                },
                Stage::Over(_) => return Need::Nothing,
            }
        }
    }

    fn push(&mut self, length: usize, write: &mut dyn FnMut(&mut [u8])) {
        match &mut self.stage {
            Stage::Entry(entry) => entry.push(length, write),
            Stage::Rows(import) => import.push(length, write),
            Stage::Over(_) => {}
        }
    }

    fn end(&mut self, end: End) {
        match &mut self.stage {
            Stage::Entry(entry) => entry.end(end),
            Stage::Rows(import) => import.end(end),
            Stage::Over(_) => {}
        }
    }
}

fn unreadable(name: &str) -> Problem {
    Problem::of_file(ProblemKind::Unreadable, name)
}
