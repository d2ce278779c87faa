//! A run over a sample while the page stands idle, up to a first view that nobody sees: what it needs is compiled then, not
//! when the first file is there.

use web_sys::Worker;

use super::{prepared::Prepared, state::Shared, views::rehearse_house};
use crate::{browser::reader, model::Settings};

/// How often: until the browser takes the code for worth its best.
const TIMES: usize = 4;

/// Reads a sample with this worker, computes all that the first view shows and builds it. Stops where a reading has begun.
pub async fn rehearse(worker: Worker) {
    let Some(gathered) = reader::rehearse(worker).await.map(Shared::new) else { return };
    for _ in 0..TIMES {
        if reader::has_begun() {
            return;
        }
        let prepared = Prepared::new(gathered.clone(), Settings::default()).await;
        if reader::has_begun() {
            return;
        }
        rehearse_house(gathered.clone(), prepared).await;
    }
}
