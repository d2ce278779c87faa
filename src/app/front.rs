//! What the first view knows, and every other: language, theme, the way in for files, what is said in passing. The
//! door has nothing else; the house keeps one in its `App`.

use leptos::{html, prelude::*};

use super::words::{Lang, Phrase, shell};
use crate::browser::{boot, download, reader::Input, storage, surroundings};

/// Takes what the user gives.
pub type Taker = Box<dyn Fn(Vec<Input>)>;

/// The state of the frame. Every field is a signal; copying it costs nothing. Views take it with [`Front::here`].
#[derive(Clone, Copy)]
pub struct Front {
    /// The language of the texts.
    pub lang: RwSignal<Lang>,
    /// Whether the page is dark.
    pub dark: RwSignal<bool>,
    /// Whether the menu of a narrow window is open.
    pub menu: RwSignal<bool>,
    /// Whether the dialog for pasted rows is open.
    pub pasting: RwSignal<bool>,
    /// The dialog that proves that nothing is sent.
    pub proving: RwSignal<bool>,
    /// Requests made over the network since the page has all it needs, by the browser's own books.
    pub requests: RwSignal<u32>,
    /// A short sentence said in passing: "Copied".
    pub toast: RwSignal<Option<String>>,
    /// The input that picks files; there is one on the page.
    pub picker: NodeRef<html::Input>,
    taker: StoredValue<Option<Taker>, LocalStorage>,
}

impl Front {
    /// The state of a fresh page in a language.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang: RwSignal::new(lang),
            dark: RwSignal::new(surroundings::is_dark()),
            menu: RwSignal::new(false),
            pasting: RwSignal::new(false),
            proving: RwSignal::new(false),
            requests: RwSignal::new(0),
            toast: RwSignal::new(None),
            picker: NodeRef::new(),
            taker: StoredValue::new_local(None),
        }
    }

    /// The state, from the context of the component that asks.
    pub fn here() -> Self {
        expect_context()
    }

    /// Says who takes what the user gives.
    pub fn give_to(self, taker: impl Fn(Vec<Input>) + 'static) {
        self.taker.set_value(Some(Box::new(taker)));
    }

    /// Hands over files, pasted rows or a sample; nothing where there are none.
    pub fn give(self, inputs: Vec<Input>) {
        if !inputs.is_empty() {
            self.taker.with_value(|taker| taker.as_ref().map(|take| take(inputs)));
        }
    }

    /// Opens the browser's dialog for files.
    pub fn pick_files(self) {
        if let Some(picker) = self.picker.get_untracked() {
            picker.click();
        }
    }

    /// Shows why nothing can leave, with a fresh count of requests.
    pub fn prove(self) {
        self.count_requests();
        self.proving.set(true);
    }

    /// Asks the browser how many requests the page has made since it had all it needs.
    pub fn count_requests(self) {
        if let Some(whole_ms) = boot::whole_since_ms() {
            self.requests.set(surroundings::requests_since(whole_ms));
        }
    }

    /// Speaks another language from now on, here and at the next visit.
    pub fn speak(self, lang: Lang) {
        self.lang.set(lang);
        storage::keep(storage::LANGUAGE, lang.tag());
    }

    /// Turns the page dark or light, and keeps that.
    pub fn switch_theme(self) {
        let dark = !self.dark.get_untracked();
        let theme = if dark { "dark" } else { "light" };
        surroundings::set_theme(theme);
        storage::keep(storage::THEME, theme);
        self.dark.set(dark);
    }

    /// Says a short sentence in passing.
    pub fn say(self, text: String) {
        self.toast.set(Some(text));
    }

    /// Saves a text as a file and says so. Answers whether it could be saved.
    pub fn save(self, name: &str, media_type: &str, text: &str) -> bool {
        let lang = self.lang.get_untracked();
        let saved = download::save(name, media_type, text).is_ok();
        self.say(if saved { shell::SAVED.with(lang, &[&name]) } else { shell::NOT_SAVED.to(lang).to_owned() });
        saved
    }
}

impl Lang {
    /// The language chosen at the last visit, else the first of the user's that the page speaks.
    pub fn wanted() -> Self {
        storage::load(storage::LANGUAGE)
            .and_then(|tag| Self::find(&tag))
            .or_else(|| surroundings::languages().iter().find_map(|tag| Self::find(tag)))
            .unwrap_or_default()
    }
}

/// The language of the page, tracked.
pub fn lang() -> Lang {
    Front::here().lang.get()
}

/// A phrase that follows the language: `{t(shell::TODAY)}`.
pub fn t(phrase: Phrase) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let lang = Front::here().lang;
    move || phrase.to(lang.get())
}
