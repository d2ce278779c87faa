//! The door: arrival alone. What is given here is handed to the house, which takes the document over.
//!
//! It is compiled into a program of its own, so that the first load is small. Whatever is used here, the first load
//! pays for: nothing of the analysis, no settings, no view but this one.

use std::{any::Any, cell::RefCell, rc::Rc, time::Duration};

use leptos::{mount::mount_to, prelude::*, task::spawn_local};

use super::{
    Modal,
    arrival::Arrival,
    bar::{Bar, first_tabs},
    frame::Frame,
    live::live,
    progress::Progress,
};
use crate::{
    app::{
        Front, t,
        words::{Lang, arrival, shell},
    },
    browser::{boot, fault, reader::Input, surroundings},
};

/// What is over sooner is not announced: a dialog that comes and goes is a flicker, and takes as long to draw as some files
/// to read.
const UNSAID: Duration = Duration::from_millis(350);

/// What keeps the door in the document: it goes when this is dropped.
type Held = Rc<RefCell<Option<Box<dyn Any>>>>;

/// Puts the door into the document.
pub fn open_door() {
    fault::tell_only_the_place();
    let Some(body) = document().body() else { return };
    let held = Held::default();
    let own = Rc::clone(&held);
    let door = mount_to(body, move || view! { <Door held=own/> });
    held.replace(Some(Box::new(door)));
}

#[component]
fn Door(held: Held) -> impl IntoView {
    let front = Front::new(Lang::wanted());
    provide_context(front);
    let (inputs, shown, lost) = (RwSignal::new_local(Vec::new()), RwSignal::new(false), RwSignal::new(false));
    let handover = Handover { inputs, shown, lost };
    front.give_to(move |given| {
        inputs.set(given);
        handover.begin(front, Rc::clone(&held));
        set_timeout(move || _ = shown.try_set(true), UNSAID);
    });
    view! {
        <Frame bar=view! { <Bar tabs=first_tabs/> }.into_any() arrives=Signal::stored(true)>
            <Arrival/>
        </Frame>
        <Preparing handover=handover/>
    }
}

/// What was given, on its way to the house.
#[derive(Clone, Copy)]
struct Handover {
    /// What was given; none where nothing waits.
    inputs: RwSignal<Vec<Input>, LocalStorage>,
    /// Whether that is shown by now.
    shown: RwSignal<bool>,
    /// Whether the house did not arrive.
    lost: RwSignal<bool>,
}

impl Handover {
    /// Hands the inputs over as soon as the house is here, unless they have been taken back by then.
    fn begin(self, front: Front, held: Held) {
        self.lost.set(false);
        spawn_local(async move {
            let house = boot::house().await;
            // The door is gone, and its signals with it, where something was given twice.
            let inputs = self.inputs.try_get_untracked().unwrap_or_default();
            if inputs.is_empty() {
                return;
            }
            let Ok(house) = house else { return self.lost.set(true) };
            let language = front.lang.get_untracked().tag();
            let Ok(is_same) = house.begin(&inputs, language).await else { return surroundings::cannot_start() };
            let Some(still) = self.inputs.try_get_untracked() else { return };
            let is_wanted = !still.is_empty();
            let place = (is_same || !is_wanted).then(surroundings::place).flatten();
            held.take();
            if house.open(is_wanted).is_err() {
                return surroundings::cannot_start();
            }
            // It is the door's page, element for element: eye and keyboard stay where they were.
            if let Some(place) = place {
                surroundings::return_to(&place);
            }
        });
    }
}

/// What is shown between a choice and the house: that it was heard.
#[component]
fn Preparing(handover: Handover) -> impl IntoView {
    let front = Front::here();
    let open = Memo::new(move |_| handover.shown.get() && handover.inputs.with(|inputs| !inputs.is_empty()));
    let label = Signal::derive(move || shell::READING.to(front.lang.get()));
    let take_back = move || handover.inputs.set(Vec::new());
    let again = move |_| front.give(handover.inputs.get_untracked());
    let title = move || {
        let names: Vec<String> = handover.inputs.with(|inputs| inputs.iter().map(Input::name).collect());
        arrival::reading(front.lang.get(), &names)
    };
    let said = move || {
        if handover.lost.get() {
            view! {
                <p role="alert" data-testid="error">{t(arrival::LOST)}</p>
                <p><button class="btn" type="button" on:click=again>{t(arrival::AGAIN)}</button></p>
            }
            .into_any()
        } else {
            view! { <p class="t2 muted" role="status">{t(arrival::PREPARING)}</p> }.into_any()
        }
    };
    view! {
        <Modal open=open label=label on_close=take_back>
            <Progress title=live(title) percent=Signal::stored(None) on_cancel=take_back>{live(said)}</Progress>
        </Modal>
    }
}
