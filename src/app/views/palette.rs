//! The command palette (Ctrl or Cmd + K) and the map of keys (`?`).

use std::sync::Arc;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    Icon, Modal,
    exports::{save_daily, save_json},
    filters::copy_link,
    live::live,
    share::Sharing,
    tabs,
};
use crate::{
    app::{
        App, Route, format, t,
        words::{Lang, Phrase, arrival, filters, findings, palette as words, shell},
    },
    browser::{reader::Input, storage, surroundings},
    kpi::Zone,
    model::Subject,
    narrow::{self, Filter},
};

/// Commands shown at most.
const SHOWN: usize = 12;

/// Something that can be done.
#[derive(Clone)]
struct Command {
    kind: Phrase,
    label: String,
    /// The label in lower case, and what else it is found by.
    found_by: String,
    run: Arc<dyn Fn() + Send + Sync>,
}

impl Command {
    fn new(kind: Phrase, label: String, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self { kind, found_by: label.to_lowercase(), label, run: Arc::new(run) }
    }
}

/// The palette and the map; they listen for their keys.
#[component]
pub fn Palette() -> impl IntoView {
    let app = App::here();
    let single = RwSignal::new(storage::load(storage::NO_SINGLE_KEYS).is_none());
    let keys = window_event_listener(ev::keydown, move |event| {
        let command = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
        if command && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            app.palette.update(|open| *open = !*open);
            return;
        }
        let is_single = single.get_untracked() && !(command || event.ctrl_key() || event.meta_key() || event.alt_key());
        if !is_single || is_busy(&event) {
            return;
        }
        match event.key().as_str() {
            "?" => app.keymap.set(true),
            "/" => surroundings::focus("main input[type=search]"),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    let title = Signal::derive(move || words::TITLE.to(app.lang.get()));
    let keyboard = Signal::derive(move || words::KEYS.to(app.lang.get()));
    view! {
        <Modal open=app.palette label=title on_close=move || app.palette.set(false) class="palette"><Commands/></Modal>
        <Modal open=app.keymap label=keyboard on_close=move || app.keymap.set(false)><Keys single=single/></Modal>
    }
}

/// Whether a key belongs to a field or to an open dialog.
fn is_busy(event: &ev::KeyboardEvent) -> bool {
    let in_field =
        event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).is_some_and(|element| {
            matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
                && element.get_attribute("type").as_deref() != Some("checkbox")
        });
    in_field || document().query_selector("dialog[open]").ok().flatten().is_some()
}

#[component]
fn Commands() -> impl IntoView {
    let app = App::here();
    let sharing = Sharing::here();
    let search = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let all = StoredValue::new(commands(app, sharing));
    let found = Memo::new(move |_| {
        let text = search.get().to_lowercase();
        let parts: Vec<&str> = text.split_whitespace().collect();
        let mut places: Vec<usize> = all.with_value(|all| {
            let matches = |command: &Command| parts.iter().all(|part| command.found_by.contains(part));
            all.iter().enumerate().filter(|(_, command)| matches(command)).map(|(place, _)| place).take(SHOWN).collect()
        });
        // Numbers are many: only those that are sought.
        if places.len() < SHOWN && !text.trim().is_empty() {
            let numbers = numbers(app, text.trim(), SHOWN - places.len());
            all.update_value(|all| {
                for number in numbers {
                    places.push(all.len());
                    all.push(number);
                }
            });
        }
        places
    });
    let close = move || app.palette.set(false);
    let run = move |place: usize| {
        let command = all.with_value(|all| all.get(place).map(|command| Arc::clone(&command.run)));
        close();
        if let Some(command) = command {
            // Once the dialog has closed and given the keyboard back.
            request_animation_frame(move || command());
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        let now = at.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => at.set((now + 1) % count),
            "ArrowUp" if count > 0 => at.set((now + count - 1) % count),
            "Home" if count > 0 && event.ctrl_key() => at.set(0),
            "Enter" => {
                if let Some(place) = found.with_untracked(|found| found.get(now).copied()) {
                    run(place);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let options = move || {
        let lang = app.lang.get();
        let places = found.get();
        if places.is_empty() {
            return view! { <li class="none" role="presentation">{words::NOTHING.to(lang)}</li> }.into_any();
        }
        let option = |(row, place): (usize, usize)| {
            let (kind, label) =
                all.with_value(|all| all.get(place).map(|command| (command.kind, command.label.clone())))?;
            Some(view! {
                <li
                    role="option" id=format!("command-{row}") aria-selected=move || (at.get() == row).to_string()
                    on:click=move |_| run(place) on:mousemove=move |_| if at.get_untracked() != row { at.set(row) }
                ><span>{label}</span><span class="muted">{kind.to(lang)}</span></li>
            })
        };
        places.into_iter().enumerate().map(option).collect_view().into_any()
    };
    let type_in = move |event| {
        search.set(event_target_value(&event));
        at.set(0);
    };
    view! {
        <div class="search"><Icon name="search"/>
            <input
                type="text" autofocus role="combobox" aria-expanded="true" aria-controls="commands" aria-autocomplete="list" autocomplete="off"
                spellcheck="false" aria-label=t(words::FIELD) placeholder=t(words::FIELD) aria-activedescendant=move || format!("command-{}", at.get())
                prop:value=search on:input=type_in on:keydown=keys
            />
        </div>
        <ul id="commands" role="listbox" aria-label=t(words::TITLE)>{live(options)}</ul>
    }
}

/// Everything that can be done now, but for the numbers.
fn commands(app: App, sharing: Sharing) -> Vec<Command> {
    let lang = app.lang.get_untracked();
    let ready = app.gathered.with_untracked(Option::is_some);
    let mut all = Vec::new();
    let mut push =
        |kind: Phrase, label: String, run: Box<dyn Fn() + Send + Sync>| all.push(Command::new(kind, label, run));
    if ready {
        for route in Route::TABS {
            let label = tabs::name(&route).to(lang).to_owned();
            push(words::VIEW, label, Box::new(move || app.go(route.clone())));
        }
        push(words::ACTION, filters::CLEAR_ALL.to(lang).to_owned(), Box::new(move || app.clear_filter()));
        push(words::ACTION, filters::COPY_LINK.to(lang).to_owned(), Box::new(move || copy_link(app)));
        push(words::ACTION, shell::EXPORT_JSON_HELP.to(lang).to_owned(), Box::new(move || save_json(app)));
        push(words::ACTION, shell::EXPORT_DAILY_HELP.to(lang).to_owned(), Box::new(move || save_daily(app)));
        push(words::ACTION, words::TAKE_AWAY.to(lang).to_owned(), Box::new(move || sharing.open.set(true)));
    }
    push(words::ACTION, shell::ADD_FILES.to(lang).to_owned(), Box::new(move || app.pick_files()));
    push(words::ACTION, words::PASTE.to(lang).to_owned(), Box::new(move || app.pasting.set(true)));
    push(words::ACTION, words::PROOF.to(lang).to_owned(), Box::new(move || app.prove()));
    push(words::ACTION, words::KEYS.to(lang).to_owned(), Box::new(move || app.keymap.set(true)));
    let theme = if app.dark.get_untracked() { shell::TO_LIGHT } else { shell::TO_DARK };
    push(words::THEME, theme.to(lang).to_owned(), Box::new(move || app.switch_theme()));
    for (other, name) in [(Lang::En, "English"), (Lang::Fr, "Français")] {
        push(words::LANGUAGE, name.to_owned(), Box::new(move || app.speak(other)));
    }
    for (id, name, _) in arrival::SAMPLES {
        push(words::SAMPLE, name.to(lang).to_owned(), Box::new(move || app.give(Input::sample(id))));
    }
    if let Some(board) = app.whole.get_untracked() {
        let [campaigns, teams, prefixes] = narrow::of_board(&board);
        let named = |kind: Phrase, name: &str| format!("{}{}{name}", kind.to(lang), format::colon(lang));
        let name = |text: &str| if text.is_empty() { filters::NO_NAME.to(lang).to_owned() } else { text.to_owned() };
        for one in campaigns {
            let label = named(filters::CAMPAIGN, &name(&one.name));
            push(
                words::FILTER,
                label,
                Box::new(move || app.choose(|filter| Filter::toggle(&mut filter.campaigns, one.tag))),
            );
        }
        for one in teams {
            let label = named(filters::TEAM, &name(&one.name));
            push(
                words::FILTER,
                label,
                Box::new(move || app.choose(|filter| Filter::toggle(&mut filter.teams, one.tag))),
            );
        }
        for one in prefixes {
            let label = named(filters::PREFIX, &findings::subject(lang, &Subject::Prefix(one.name.clone())));
            push(
                words::FILTER,
                label,
                Box::new(move || app.choose(|filter| Filter::toggle(&mut filter.prefixes, one.tag))),
            );
        }
        for zone in [Zone::Red, Zone::Amber, Zone::Green] {
            let label = named(filters::ZONE, filters::zone(zone).to(lang));
            push(words::FILTER, label, Box::new(move || app.choose(|filter| Filter::toggle(&mut filter.zones, zone))));
        }
    }
    all
}

/// The numbers in which a text is found.
fn numbers(app: App, text: &str, most: usize) -> Vec<Command> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix('0').unwrap_or(&digits);
    let Some(board) = app.board.get_untracked().filter(|_| !digits.is_empty()) else { return Vec::new() };
    let lang = app.lang.get_untracked();
    let found = board.numbers.iter().filter(|number| number.number.contains(digits)).take(most);
    let command = |number: &crate::kpi::NumberBoard| {
        let to = Route::Number(number.number.clone());
        Command::new(words::NUMBER, format::phone(lang, &number.number), move || app.go(to.clone()))
    };
    found.map(command).collect()
}

/// What the keys do.
#[component]
fn Keys(single: RwSignal<bool>) -> impl IntoView {
    let app = App::here();
    let close = move |_| app.keymap.set(false);
    let rows = words::MAP
        .map(|(keys, does)| view! { <tr><th scope="row"><kbd>{keys}</kbd></th><td class="wrap">{t(does)}</td></tr> });
    let toggle = move |_| {
        single.update(|single| *single = !*single);
        if single.get_untracked() {
            storage::forget(storage::NO_SINGLE_KEYS)
        } else {
            let _ = storage::keep(storage::NO_SINGLE_KEYS, "yes");
        }
    };
    view! {
        <div class="stack-in">
            <div class="between"><h2>{t(words::KEYS)}</h2>
                <button class="btn quiet icon" type="button" autofocus aria-label=t(shell::CLOSE) on:click=close><Icon name="close"/></button>
            </div>
            <table class="t keys" aria-label=t(words::KEYS)><tbody>{rows.into_iter().collect_view()}</tbody></table>
            <label class="fchoice"><input type="checkbox" prop:checked=single on:change=toggle/><span>{t(words::SINGLE)}</span></label>
        </div>
    }
}
