//! Mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    ringwell::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Ringwell is a page: `make serve` builds and serves it.");
}
