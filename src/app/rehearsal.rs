//! A run over a sample while the page stands idle: what it needs is compiled then, not when the first file is there.

use web_sys::Worker;

use super::{prepared::Prepared, state::Shared};
use crate::{browser::reader, model::Settings};

/// How often: until the browser takes the code for worth its best.
const TIMES: usize = 4;

/// Reads a sample with this worker and computes all that the first view shows. Stops where a reading has begun.
pub async fn rehearse(worker: Worker) {
    let Some(gathered) = reader::rehearse(worker).await.map(Shared::new) else { return };
    for _ in 0..TIMES {
        if reader::has_begun() {
            return;
        }
        drop(Prepared::new(gathered.clone(), Settings::default()).await);
    }
}
