//! What a fault of ours says, to the console of the one who sees it: where it is, never what it was about. The message
//! of a panic may quote the text at hand, and that text may be a cell of a file.

use std::panic::{Location, set_hook};

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(text: &str);
}

/// From here on a panic tells its place in the source, and nothing else.
pub fn tell_only_the_place() {
    set_hook(Box::new(|panic| error(&sentence(panic.location()))));
}

fn sentence(place: Option<&Location<'_>>) -> String {
    let place = place.map_or_else(String::new, |place| format!(" at {}:{}", place.file(), place.line()));
    format!("Ringwell: a fault of the program{place}")
}
