//! The shape of a finding.

use serde::Serialize;

use crate::{
    kpi::chance::Interval,
    model::{Day, Scope, Subject},
};

/// What happened (`product.md`, Diagnoses).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Diagnosis {
    /// Numbers of one pool fall one after the other.
    Contamination,
    /// A prefix block falls beyond what the others do.
    PrefixLabelling,
    /// Some numbers stopped, the others took their calls beyond the cap, and fall.
    OverloadSpiral,
    /// Answers, score, and voicemail or rejection fall together (the article's scenario 3).
    Blacklisted,
    /// Hardly a call of a number reaches anyone, while the others' do.
    TechnicallyBlocked,
    /// A number falls alone and refusals rise; no score to tell.
    VisibleLabel,
    /// A number falls alone and its calls do not ring any more; no score to tell.
    SilentFiltering,
    /// A number falls alone, its score stable or unknown.
    EarlyLabel,
    /// Flagged numbers answer less than clean ones of the same pool.
    LabelGap,
    /// The score falls, answers hold (scenario 2).
    Degrading,
    /// A number falls alone after a burst of calls above the cap.
    VolumeTriggered,
    /// A new number falls alone after its calls grew too fast.
    WarmUpFailure,
    /// A number that lay idle was used a lot at once.
    DormantReuse,
    /// Several people reported a number, the others still answer.
    ComplaintCluster,
    /// "Answered" means something else from one day on.
    DataArtefact,
    /// The hours or weekdays of the calls.
    Schedule,
    /// The same people are called again and again.
    OverRecycledLeads,
    /// Another kind of line is called.
    OtherLines,
    /// Voicemail and the calls that ring out trade places, for all numbers.
    DetectionOrTimeout,
    /// Answers sink slowly, everywhere.
    Saturation,
    /// All fall alike, for days, and as behind a label on all: a carrier, the phones.
    CarrierChange,
    /// Answers fall for all alike, the score is stable or unknown (scenario 1).
    ExternalOrList,
    /// More calls to numbers that do not exist.
    DeadNumbers,
    /// More calls that the network does not place.
    RouteFault,
    /// As many answer, fewer convert.
    OfferOrScript,
    /// A few numbers answer far less than the others of their pool, and have for weeks.
    UnevenNumbers,
    /// One agent is hung up on, or converts less, on the same numbers as colleagues.
    AgentOrScript,
}

impl Diagnosis {
    /// All diagnoses, most urgent first.
    pub const ALL: [Self; 27] = [
        Self::Contamination,
        Self::PrefixLabelling,
        Self::OverloadSpiral,
        Self::Blacklisted,
        Self::TechnicallyBlocked,
        Self::VisibleLabel,
        Self::SilentFiltering,
        Self::EarlyLabel,
        Self::LabelGap,
        Self::Degrading,
        Self::VolumeTriggered,
        Self::WarmUpFailure,
        Self::DormantReuse,
        Self::ComplaintCluster,
        Self::DataArtefact,
        Self::Schedule,
        Self::OverRecycledLeads,
        Self::OtherLines,
        Self::DetectionOrTimeout,
        Self::Saturation,
        Self::CarrierChange,
        Self::ExternalOrList,
        Self::DeadNumbers,
        Self::RouteFault,
        Self::OfferOrScript,
        Self::UnevenNumbers,
        Self::AgentOrScript,
    ];

    /// The id used in reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Blacklisted => "blacklisted",
            Self::VisibleLabel => "visible_label",
            Self::SilentFiltering => "silent_filtering",
            Self::EarlyLabel => "early_label",
            Self::Contamination => "contamination",
            Self::PrefixLabelling => "prefix_labelling",
            Self::VolumeTriggered => "volume_triggered",
            Self::WarmUpFailure => "warm_up_failure",
            Self::DormantReuse => "dormant_reuse",
            Self::ComplaintCluster => "complaint_cluster",
            Self::Schedule => "schedule",
            Self::OverRecycledLeads => "over_recycled_leads",
            Self::OtherLines => "other_lines",
            Self::Saturation => "saturation",
            Self::AgentOrScript => "agent_or_script",
            Self::DataArtefact => "data_artefact",
            Self::DetectionOrTimeout => "detection_or_timeout",
            Self::DeadNumbers => "dead_numbers",
            Self::RouteFault => "route_fault",
            Self::OfferOrScript => "offer_or_script",
            Self::Degrading => "degrading",
            Self::ExternalOrList => "external_or_list",
            Self::TechnicallyBlocked => "technically_blocked",
            Self::OverloadSpiral => "overload_spiral",
            Self::LabelGap => "label_gap",
            Self::CarrierChange => "carrier_change",
            Self::UnevenNumbers => "uneven_numbers",
        }
    }
}

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// The answer rate against its own past, in points.
    AnswerRate,
    /// The same, relative to the pool, in points.
    AnswerRateVsPool,
    /// The pool's own answer rate against its past, in points.
    PoolAnswerRate,
    /// The part of the numbers whose answer rate went down, in per cent.
    NumbersDown,
    /// The part of the known scores that fall, in per cent.
    ScoresDown,
    /// The numbers that called for the first time lately, against the others before, in points.
    FreshNumbers,
    /// The score against the median before, in points.
    Score,
    /// A source flags the number.
    Flagged,
    /// The voicemail rate, in points.
    VoicemailRate,
    /// Voicemail among the calls that nobody answered, in points.
    VoicemailOfUnanswered,
    /// The rejection rate, in points.
    RejectionRate,
    /// Conversions among answered calls, in points.
    ConversionRate,
    /// Average talk time, in seconds.
    TalkTime,
    /// The answer rate on mobiles against that on landlines, in points.
    MobileAnswerRate,
    /// Calls a day against the cap.
    Volume,
    /// Spam reports over 28 days, a count.
    SpamReports,
    /// Calls that rang for less than six seconds, in points.
    RingTime,
    /// Calls that rang out, in points.
    NoAnswerRate,
    /// Calls to numbers that do not exist, in points.
    InvalidRate,
    /// Calls that were not placed, in points.
    FailedRate,
    /// The part of the numbers that moved the same way, in per cent.
    NumbersAlike,
    /// Whether "answered" excludes voicemail now (1) or includes it (0), and did not before.
    Definition,
    /// Whether the numbers called the same people.
    SharedCallees,
    /// The change of the answer rate with the hours, attempts or kinds of line held as they were, in points.
    LikeForLike,
    /// The part of the calls that a class has (`about`), in points.
    ClassShare,
    /// The answer rate of a class (`about`), in points.
    ClassRate,
    /// The answer rate of the other classes, like for like, in points.
    OtherClasses,
    /// What a line through the days lost from its first to its last, in points.
    Trend,
    /// The hours of the calls.
    Hours,
    /// Which attempt each call is.
    Attempts,
    /// An agent's hang-ups (`about`) beside those of colleagues on the same numbers, in points.
    AgentHangUps,
    /// The same of conversions.
    AgentConversions,
    /// Days without a call before it was used again.
    IdleDays,
    /// Calls that reached a person or a machine, against what the others of the pool reach, in points.
    Reached,
    /// Calls a day of each number that went on calling.
    CallsPerNumber,
    /// Numbers that stopped calling, a count.
    NumbersStopped,
    /// The answer rate of flagged numbers against that of the others of the pool, in points.
    FlagGap,
    /// How many times as far the lowest numbers lie from the middle as the others do.
    Spread,
    /// The answer rate of the lowest numbers against the middle of their pool, in points.
    LowestNumbers,
    /// Which carrier or trunk the calls took.
    Carrier,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// What was looked at.
    pub signal: Signal,
    /// The figure, in the signal's unit.
    pub value: f64,
    /// Its 95 % interval, where it has one.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
    /// What it rests on.
    pub n: u64,
    /// First and last day of the later of the two spans.
    pub days: [Day; 2],
    /// The level before (per cent, score, seconds).
    pub before: Option<f64>,
    /// The level after.
    pub after: Option<f64>,
    /// Who says so, for a score or a flag.
    pub source: Option<String>,
    /// What it is about, where that is a part of the subject: a class of calls, an agent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

impl Evidence {
    /// A figure with an interval.
    pub fn of(signal: Signal, figure: Interval, n: u64, days: [Day; 2]) -> Self {
        let (low, high) = (Some(figure.low), Some(figure.high));
        Self { low, high, ..Self::plain(signal, figure.value, n, days) }
    }

    /// A figure without one.
    pub fn plain(signal: Signal, value: f64, n: u64, days: [Day; 2]) -> Self {
        let (low, high, before, after, source, about) = Default::default();
        Self { signal, value, low, high, n, days, before, after, source, about }
    }
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionId {
    /// No more calls from this number.
    StopCalls,
    /// Move its calls to the spare numbers named.
    SwitchToSpares,
    /// Ask the label's owner for a review, register the number.
    StartRecovery,
    /// Half as many calls from this number.
    HalveVolume,
    /// Spread the calls over more numbers.
    Diversify,
    /// Call a mobile on each of three networks and look at the screen.
    TestCalls,
    /// Import a reading of a reputation tool.
    ImportCheck,
    /// Wait before concluding.
    Wait,
    /// Check the leads: source, age, invalid numbers.
    CheckLeads,
    /// No call moves from a fallen number to another of the pool.
    FreezeRotation,
    /// Take new numbers from another block.
    OtherBlock,
    /// Look at ringing time and machine detection in the dialer.
    CheckDialer,
    /// Compare how the files were exported.
    CheckExport,
    /// Open a ticket with the carrier.
    CallCarrier,
    /// Listen to calls, and coach.
    ListenToCalls,
    /// Start over with few calls a day.
    WarmUpAgain,
    /// Move calls to the hours at which people answer.
    MoveSlots,
    /// Give a lead up after a few attempts.
    CapAttempts,
    /// Bring in leads that have not been called.
    NewLeads,
    /// Coach the agent.
    Coach,
    /// Bring warmed-up numbers in before any other is rested.
    AddCapacity,
    /// Rest the flagged numbers that lose most first.
    RestFlagged,
    /// Look first at the numbers named.
    LookAtLowest,
    /// Register all numbers, and the name that calls.
    RegisterName,
}

/// One action. In a finding they stand in their order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Action {
    /// What.
    pub id: ActionId,
    /// For how long, or until when, in days.
    pub days: Option<u32>,
    /// Numbers it names (spares to switch to).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<String>,
}

/// What would confirm a finding, or rule it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Answers come back within two active days without any change.
    RecoversByItself,
    /// A fresh number on the same leads falls as well.
    FreshNumberFallsToo,
    /// A fresh number on the same leads does well.
    FreshNumberDoesWell,
    /// A test call shows a label.
    TestCallShowsLabel,
    /// Test calls on three networks ring normally.
    TestCallsRingNormally,
    /// A second source flags the number.
    SecondSourceFlags,
    /// A new reading is back in its old zone.
    NextReadingRecovers,
    /// The source changed its scale, or is another one.
    SourceChanged,
    /// The others fall as well.
    OthersFallToo,
    /// Mobiles fall, landlines hold.
    MobilesFallLandlinesHold,
    /// Landlines fall as much as mobiles.
    LandlinesFallToo,
    /// A holiday, a strike, the news of those days.
    CalendarExplains,
    /// A setting of the dialer or of the export was changed that day.
    SettingsChangedThatDay,
    /// None was.
    SettingsUnchanged,
    /// One day, exported both ways, gives the same counts.
    SameDayInBothFiles,
    /// In the other hours people answer as before.
    OtherHoursHold,
    /// All hours fall alike.
    AllHoursFall,
    /// First attempts are answered as before.
    FirstAttemptsHold,
    /// First attempts fall as well.
    FirstAttemptsFallToo,
    /// People who have not been called yet answer as ever.
    FreshLeadsDoWell,
    /// The same agent has it on other numbers.
    SameAgentElsewhere,
    /// Colleagues have it on the same numbers.
    ColleaguesAlike,
    /// The reports are about calls that are not in the log.
    Spoofed,
    /// With calls per number back under the cap, answers come back.
    LighterLoadRecovers,
    /// Numbers whose calls did not grow fall as much.
    UnloadedFallToo,
    /// On the same leads at the same hours these numbers do as the others.
    SameLeadsAlike,
    /// The calls come back with a code that refuses them.
    CodesRefuse,
}

impl Action {
    /// An action without an end and without numbers.
    pub const fn of(id: ActionId) -> Self {
        Self { id, days: None, numbers: Vec::new() }
    }

    /// An action for so many days.
    pub const fn for_days(id: ActionId, days: u32) -> Self {
        Self { id, days: Some(days), numbers: Vec::new() }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// What happened.
    pub diagnosis: Diagnosis,
    /// The kind of subject.
    pub scope: Scope,
    /// To whom.
    pub subject: Subject,
    /// The first day of the change.
    pub since: Day,
    /// 0 to 1.
    pub certainty: f64,
    /// What speaks for it.
    pub evidence: Vec<Evidence>,
    /// What speaks against it.
    pub against: Vec<Evidence>,
    /// What could not be checked in these files.
    pub unchecked: Vec<Signal>,
    /// What to do, in order.
    pub actions: Vec<Action>,
    /// What would confirm it.
    pub confirm: Vec<Check>,
    /// What would rule it out.
    pub rules_out: Vec<Check>,
    /// Conversations lost since, against the level before: estimate, low, high. `None` where nothing fell.
    pub lost_conversations: Option<[f64; 3]>,
}
