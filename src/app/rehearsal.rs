//! A run over a sample while the page stands idle: what it needs is compiled then, not when the first file is there.

use web_sys::Worker;

use super::{prepared::Prepared, state::Shared};
use crate::{browser::reader, model::Settings};

/// Reads a sample with this worker and computes all that the first view shows. Stops where a reading has begun.
pub async fn rehearse(worker: Worker) {
    let Some(gathered) = reader::rehearse(worker).await else { return };
    if !reader::has_begun() {
        drop(Prepared::new(Shared::new(gathered), Settings::default()).await);
    }
}
