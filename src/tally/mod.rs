//! Facts → daily tallies: the only thing that leaves a worker. Rows never do.
//!
//! Accumulators have `push`, `merge` and `finish`; that merging and chunking change nothing is a property test.
//! Nothing here knows a threshold: a question that a tally cannot answer needs a new field here first.

mod bins;
mod cells;
mod cube;
mod desk;
mod gather;
mod ingest;
mod ledger;
mod mix;
mod pack;
mod part;
mod parts;
mod print;
mod sum;

pub use bins::{RING_BINS, RING_EDGES, TALK_BINS, TALK_EDGES, ring_bin, talk_bin};
pub use cells::Cells;
pub use cube::{AgentKey, AgentTally, CellKey, HourKey, HourTally};
pub use gather::{Gather, Gathered, Job, gather};
pub use ingest::{Collected, FileResult, Filter, Ingest, Progress, ingest, ingest_part};
pub use ledger::{Ledger, MAX_AGENT_CELLS, MAX_CELLS};
pub use mix::{Counts, MixTally};
pub use part::Part;
pub use parts::{LEAST_PART_BYTES, Parts, Share, Verdict};
pub use print::Print;
pub use sum::{Tally, Tells};
