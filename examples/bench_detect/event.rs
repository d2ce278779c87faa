//! What may go wrong in a call centre.

/// What goes wrong. Days are working days, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// Nothing.
    Healthy,
    /// One number loses so many points.
    Loss { points: f64 },
    /// People see a label on one number: it loses this part of its answers, and refusals rise.
    Label { part: f64 },
    /// One number is filtered: it loses this part of its answers to voicemail.
    Filter { part: f64 },
    /// One number loses so many points a day.
    Drift { points: f64 },
    /// All numbers lose so many points for some days.
    Shock { points: f64, days: usize },
    /// On one day all numbers lose so many points and make this part of their calls: a holiday that is worked.
    Holiday { points: f64, calls: f64 },
    /// Number 0 is labelled; every second day the label reaches another number of its block, six in all.
    Contamination { part: f64 },
    /// A campaign gets another list: fewer answers, numbers that do not exist, fewer conversions.
    List { points: f64 },
    /// The dialer rings longer everywhere: what rang out ends on voicemail.
    Timeout { points: f64 },
    /// The dialer gives up sooner everywhere: answers and voicemail fall, more rings out.
    ShortTimeout { points: f64 },
    /// Calls move to noon everywhere; people answer as before.
    Noon,
    /// After 17:00 half of the answers are lost, at other hours none.
    Evening,
    /// Most calls are third attempts; people answer as before.
    Recycled,
    /// Nearly all calls go to mobiles; people answer as before.
    Mobiles,
    /// Nearly all of one number's calls move to noon.
    NoonOfOne,
    /// All numbers lose so many points a day, for weeks.
    Saturation { points: f64 },
    /// The numbers of the first block of ten lose this part of their answers.
    Block { part: f64 },
    /// One number is new, grows fast for twelve days, and is labelled.
    WarmUp,
    /// One number is silent for seven weeks, calls a lot for four days, and is labelled.
    Dormant,
    /// One number makes four times its calls for three days, and is labelled.
    Burst,
    /// One call in fifty of one number is reported; the others answer as before.
    Complaints,
    /// One agent of twelve is hung up on four times as often.
    Agent,
    /// Two thirds of a campaign's numbers are labelled, and rest from a week before on: the others take their calls, and
    /// lose so many points.
    Overload { points: f64 },
    /// One number in five was flagged and lost this part of its answers before the files begin.
    Flagged { part: f64 },
    /// Two numbers lost this part of their answers before the files begin, and no file says so.
    Low { part: f64 },
    /// All numbers lose this part of their answers, on mobiles alone where lines differ, and refusals rise.
    Carrier { part: f64 },
    /// The calls of one number end on the way: none is answered, none meets a machine; a part comes back as failed.
    Blocked,
    /// On Mondays half of the answers are lost from then on.
    Mondays,
    /// From a new file on, voicemail is told apart that was counted as answered before.
    Voicemail,
}
