//! Mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;

    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| {
        view! {
            <main data-testid="dashboard">
                <h1>"Ringwell"</h1>
            </main>
        }
    });
}

/// The page runs in a browser only.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Ringwell is a page: run `make serve`.");
}
