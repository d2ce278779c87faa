//! What page and worker say to each other: postcard bytes in a transferred buffer.
//!
//! Page → worker: `[bytes of a Job, File | Uint8Array | null]`. Worker → page: bytes of an [`Answer`].
//! Both sides are built from this file in one go, so the format needs no version.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    import::Preview,
    model::{Problem, ProblemKind, Settings},
    plan::practice::Counts,
    tally::{FileResult, Filter, Part, Progress, Share},
};

/// What the worker shall do.
#[derive(Debug, Serialize, Deserialize)]
pub struct Job {
    /// The file; its bytes come beside the job.
    pub input: InputKind,
    /// The user's choices.
    pub settings: Settings,
    /// What to do with it.
    pub task: Task,
}

/// Where the worker finds the bytes.
#[derive(Debug, Serialize, Deserialize)]
pub enum InputKind {
    /// A `File` beside the job.
    File,
    /// A `Uint8Array` beside the job.
    Bytes {
        /// The name to report.
        name: String,
    },
    /// A `Blob` beside the job.
    Table {
        /// The name to report.
        name: String,
    },
    /// Nowhere.
    Refused {
        /// The name to report.
        name: String,
        /// Why.
        why: ProblemKind,
    },
    /// Generated in the worker.
    Sample {
        /// The sample's id.
        id: String,
        /// Which of its files.
        file: usize,
    },
}

/// Read to the end, or look at the head.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Task {
    /// Answers [`Answer::Progress`] now and then, and at the end [`Answer::Problem`], else [`Answer::Read`], or
    /// [`Answer::Part`] where a share of the file is asked for.
    Read(Filter, Option<Share>),
    /// Answers [`Answer::Preview`] or [`Answer::Problem`].
    Preview,
    /// Reads the file once more for attempts per person, and keeps them for the next file. Answers
    /// [`Answer::Progress`] now and then, and at the end [`Answer::Problem`] or [`Answer::Counted`].
    Count {
        /// After the last file: the span within which attempts are counted, in days.
        finish_days: Option<u16>,
    },
    /// Answers [`Answer::Aside`] or [`Answer::Problem`]. Carries what the whole file has shown about its dates.
    Aside(Option<bool>),
}

/// What the worker says.
#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// How far it has come: at most ten times a second.
    Progress(Progress),
    /// The file, read.
    Read(Box<FileResult>),
    /// A part of the file, read.
    Part(Box<Part>),
    /// The head of the file.
    Preview(Box<Preview>),
    /// The attempts of this file are kept; after the last, the counts.
    Counted(Option<Box<Counts>>),
    /// The rows set aside, as a CSV.
    Aside(String),
    /// Nothing could be read, and why.
    Problem(Problem),
}

/// The message as bytes in a buffer of JavaScript's, to be transferred.
///
/// # Errors
/// Never with the types above; what the serializer says otherwise.
pub fn pack<T: Serialize>(message: &T) -> Result<Uint8Array, String> {
    let bytes = postcard::to_allocvec(message).map_err(|error| error.to_string())?;
    Ok(Uint8Array::from(&*bytes))
}

/// The message of such bytes.
///
/// # Errors
/// The bytes are not those of this type.
pub fn unpack<T: DeserializeOwned>(bytes: &Uint8Array) -> Result<T, String> {
    postcard::from_bytes(&bytes.to_vec()).map_err(|error| error.to_string())
}
