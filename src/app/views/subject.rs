//! Who something is about: a link to a number's page, the name of a pool.

use leptos::prelude::*;

use crate::{
    app::{
        App, Route, format,
        words::{Lang, findings as words},
    },
    model::Subject,
    report::{NumberReport, Report},
};

/// A number as a link to its page. The address never holds the number.
pub fn number_link(lang: Lang, number: &str) -> AnyView {
    let app = App::here();
    let to = Route::Number(number.to_owned());
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        app.go(to.clone());
    };
    view! {
        <a class="num" href="#number" on:click=open>
            <span class="long">{format::phone(lang, number)}</span>
            <span class="short">{format::phone_short(number)}</span>
        </a>
    }
    .into_any()
}

/// A subject: a link for a number, plain text for the rest.
pub fn subject(lang: Lang, subject: &Subject) -> AnyView {
    match subject {
        Subject::Number(number) => {
            let app = App::here();
            let to = Route::Number(number.clone());
            let open = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                app.go(to.clone());
            };
            view! { <a class="num" href="#number" on:click=open>{format::phone(lang, number)}</a> }.into_any()
        }
        other => view! { <span class="num">{words::subject(lang, other)}</span> }.into_any(),
    }
}

/// A number's entry in the report.
pub fn number_of<'a>(report: &'a Report, subject: &Subject) -> Option<&'a NumberReport> {
    match subject {
        Subject::Number(number) => report.numbers.iter().find(|entry| &entry.number == number),
        _ => None,
    }
}

pub use crate::app::columns::pool_name;
