//! The first view, and all that the first load brings of the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    ringwell::app::open_door();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Ringwell is a page: `make serve` builds and serves it.");
}
