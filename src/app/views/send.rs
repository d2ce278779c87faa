//! A message with its ways out: copy, e-mail, SMS. The page sends nothing itself.

use leptos::{prelude::*, task::spawn_local};

use super::Icon;
use crate::{
    app::{
        App,
        words::{Lang, Phrase, dashboard as words, messages::Message},
    },
    browser::clipboard,
};

/// A button that copies a text.
pub fn copy_button(lang: Lang, text: String, class: &'static str) -> AnyView {
    let app = App::here();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let said = match clipboard::copy(&text).await {
                Ok(()) => words::COPIED,
                Err(_) => words::COPY_FAILED,
            };
            app.say(said.to(app.lang.get_untracked()).to_owned());
        });
    };
    view! {
        <button class=class type="button" on:click=copy>
            <Icon name="copy"/>
            {words::COPY_MESSAGE.to(lang)}
        </button>
    }
    .into_any()
}

/// E-mail and SMS: addresses that the reader's own programs open.
pub fn addresses(lang: Lang, message: &Message) -> AnyView {
    view! {
        <a class="btn" href=message.mailto()><Icon name="mail"/>{words::EMAIL.to(lang)}</a>
        <a class="btn" href=message.sms()><Icon name="phone"/>{words::SMS.to(lang)}</a>
    }
    .into_any()
}

/// The message of a need, for the team and, of a number, for its carrier.
pub fn messages(lang: Lang, team: &Message, carrier: Option<&Message>) -> AnyView {
    let Some(carrier) = carrier else { return message(lang, team) };
    let one = |head: Phrase, of: &Message, whom: &'static str| {
        view! { <section class="to" data-to=whom><h3>{head.to(lang)}</h3>{message(lang, of)}</section> }
    };
    view! { <div class="tos">{one(words::TO_TEAM, team, "team")}{one(words::TO_CARRIER, carrier, "carrier")}</div> }
        .into_any()
}

/// The text of a message with all its ways out.
pub fn message(lang: Lang, message: &Message) -> AnyView {
    view! {
        <div class="text">{message.body.clone()}</div>
        <div class="row">
            {copy_button(lang, message.body.clone(), "btn")}
            {addresses(lang, message)}
        </div>
    }
    .into_any()
}
