//! One log, written as every exporter writes it, is read as one log, where the format can say it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use ringwell::model::{
    Outcome::{self, Answered, Blocked, Busy, Canceled, Failed, Invalid, NoAnswer, Rejected, Voicemail},
    Settings,
};
use support::{Chunked, facts_of};

#[derive(Clone, Debug)]
struct Call {
    minute: u32,
    own: u32,
    callee: u32,
    outcome: Outcome,
    talk_secs: u32,
    ring_secs: u32,
}

impl Call {
    fn own(&self) -> String {
        format!("33162{:06}", self.own)
    }

    fn callee(&self) -> String {
        format!("33639{:06}", self.callee)
    }

    /// Day and time of day, with a mark between.
    fn at(&self, mark: char) -> String {
        let (hour, minute) = (self.minute / 60 % 24, self.minute % 60);
        format!("2026-02-{:02}{mark}{hour:02}:{minute:02}:00", 13 + self.minute / 1440)
    }

    fn talk(&self) -> u32 {
        if matches!(self.outcome, Answered | Voicemail) { self.talk_secs } else { 0 }
    }

    fn whole(&self) -> u32 {
        self.talk() + self.ring_secs
    }

    /// One of these, by the outcome.
    fn word<'w>(&self, words: &[(Outcome, &'w str)], other: &'w str) -> &'w str {
        words.iter().find(|(outcome, _)| *outcome == self.outcome).map_or(other, |(_, word)| word)
    }
}

fn clock(secs: u32) -> String {
    format!("{:02}:{:02}:{:02}", secs / 3600, secs / 60 % 60, secs % 60)
}

/// How an exporter writes a log.
struct Format {
    system: &'static str,
    header: &'static str,
    row: fn(usize, &Call) -> String,
    /// What it can tell; anything else is no answer.
    tells: &'static [Outcome],
    has_own: bool,
    /// What it calls answered includes greetings.
    machines_answer: bool,
}

const CAUSES: &[(Outcome, &str)] = &[
    (Answered, "NORMAL_CLEARING"),
    (Voicemail, "NORMAL_CLEARING"),
    (Busy, "USER_BUSY"),
    (Rejected, "CALL_REJECTED"),
    (Canceled, "ORIGINATOR_CANCEL"),
    (Invalid, "UNALLOCATED_NUMBER"),
    (Failed, "NETWORK_OUT_OF_ORDER"),
];
const DISPOSITIONS: &[(Outcome, &str)] =
    &[(Answered, "ANSWERED"), (Voicemail, "ANSWERED"), (Busy, "BUSY"), (Failed, "FAILED")];

#[rustfmt::skip]
const FORMATS: &[Format] = &[
    Format {
        system: "aircall", has_own: true, machines_answer: false, tells: &[Answered, Voicemail],
        header: "line,datetime (tz offset incl.),number timezone,datetime (utc),direction,from,to,answered,missed_call_reason,user,duration (total),duration (in call),tags,call id\n",
        row: |id, call| format!("Lyon,{},Etc/UTC,{},outbound,{},{},{},,Alice,{},{},{},CA{id}\n", call.at(' '), call.at(' '), call.own(), call.callee(),
            call.word(&[(Answered, "Yes"), (Voicemail, "Yes")], "No"), call.whole(), call.talk(), call.word(&[(Voicemail, "Répondeur")], "")),
    },
    Format {
        system: "five9", has_own: true, machines_answer: false, tells: &[Answered, Voicemail, Invalid, Busy],
        header: "CALL ID,TIMESTAMP,CAMPAIGN,CALL TYPE,AGENT NAME,DISPOSITION,ANI,DNIS,BILL TIME (ROUNDED),RING TIME,TALK TIME,AFTER CALL WORK TIME\n",
        row: |id, call| {
            let day = &call.at(' ')[8..10];
            format!("{id},\"Fri, {day} Feb 2026 {}\",Rehash,Outbound,Alice,{},+{},+{},00:00:48,{},{},00:00:00\n", &call.at(' ')[11..],
                call.word(&[(Answered, "Not Interested"), (Voicemail, "Answering Machine"), (Invalid, "Operator Intercept"), (Busy, "Busy")], "No Answer"),
                call.own(), call.callee(), clock(call.ring_secs), clock(call.talk()))
        },
    },
    Format {
        system: "dialpad", has_own: true, machines_answer: false, tells: &[Answered, Voicemail, Canceled],
        header: "date_started,call_id,direction,external_number,internal_number,date_first_rang,date_connected,entry_point_call_id,categories,ringing_duration,talk_duration\n",
        row: |id, call| format!("{}.000100,{id},outbound,+{},+{},,{},,\"outbound,{}\",{:.4},{:.4}\n", call.at(' '), call.callee(), call.own(),
            if call.talk() > 0 { call.at(' ') } else { String::new() },
            call.word(&[(Answered, "answered"), (Voicemail, "voicemail"), (Canceled, "unanswered,cancelled")], "unanswered"),
            f64::from(call.ring_secs) / 60.0, f64::from(call.talk()) / 60.0),
    },
    Format {
        system: "3cx", has_own: false, machines_answer: true, tells: &[Answered],
        header: "Call Time,Call ID,From,To,Direction,Status,Ringing,Talking,Cost\n",
        row: |id, call| format!("{},{id}-1,Alice (201),+{},Outbound,{},{},{},0.00\n", call.at('T'), call.callee(),
            call.word(&[(Answered, "Answered"), (Voicemail, "Answered")], "Unanswered"), clock(call.ring_secs), clock(call.talk())),
    },
    Format {
        system: "vicidial", has_own: true, machines_answer: false,
        tells: &[Answered, Voicemail, Busy, Rejected, Blocked, Canceled, Invalid, Failed],
        header: "call_date\tphone_number_dialed\tstatus\tuser\tcampaign_id\tvendor_lead_code\tlength_in_sec\tstatus_name\tcarrier log uniqueid\tcarrier log hangup_cause\tcarrier log dial_time\tcarrier log answered_time\tcarrier log sip_hangup_cause\tcarrier log sip_hangup_reason\tdial log outbound_cid\n",
        row: |id, call| format!("{}\t{}\t{}\t6666\tRehash\t\t{}\t\t17.{id}\t16\t{}\t{}\t{}\t\t\"x\" <{}>\n", call.at(' '), call.callee(),
            call.word(&[(Answered, "NI"), (Voicemail, "A")], "NA"), call.whole(), call.whole(), call.talk(),
            call.word(&[(Answered, "200"), (Voicemail, "200"), (Busy, "486"), (Rejected, "603"), (Blocked, "608"), (Canceled, "487"), (Invalid, "404"), (Failed, "503")], "480"),
            call.own()),
    },
    Format {
        system: "goautodial", has_own: false, machines_answer: false, tells: &[Answered, Voicemail, Busy, Invalid, Rejected],
        header: "call_date,phone_number,status,user,full_name,campaign_id,length_in_sec\n",
        row: |_, call| format!("{},{},{},alice,Alice,Rehash,{}\n", call.at(' '), call.callee(),
            call.word(&[(Answered, "SALE"), (Voicemail, "AA"), (Busy, "AB"), (Invalid, "ADC"), (Rejected, "HUC21")], "NA"), call.talk()),
    },
    Format {
        system: "asterisk", has_own: true, machines_answer: true, tells: &[Answered, Busy, Failed], header: "",
        row: |id, call| format!("\"\",\"8016\",\"{}\",\"from-internal\",\"\"\"x\"\" <{}>\",\"SIP/1\",\"SIP/2\",\"Dial\",\"x\",\"{}\",{},\"{}\",{},{},\"{}\",\"DOCUMENTATION\",\"17.{id}\",\"\"\n",
            call.callee(), call.own(), call.at(' '), if call.talk() > 0 { call.at(' ') } else { String::new() }, call.at(' '), call.whole(), call.talk(),
            call.word(DISPOSITIONS, "NO ANSWER")),
    },
    Format {
        system: "freepbx", has_own: true, machines_answer: true, tells: &[Answered, Busy, Failed],
        header: "calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield,did,cnum,cnam,outbound_cnum\n",
        row: |id, call| format!("{},Alice <201>,201,{},from-internal,a,b,Dial,x,{},{},{},3,,17.{id},,,201,Alice,{}\n", call.at(' '), call.callee(),
            call.whole(), call.talk(), call.word(DISPOSITIONS, "NO ANSWER"), call.own()),
    },
    Format {
        system: "freeswitch", has_own: true, machines_answer: true, tells: &[Answered, Busy, Rejected, Canceled, Invalid, Failed], header: "",
        row: |id, call| format!("\"x\",\"{}\",\"{}\",\"default\",\"{}\",\"{}\",\"{}\",\"{}\",\"{}\",\"{}\",\"2bbe83f7-0000-4000-8000-{id:012}\",\"\",\"\",\"PCMA\",\"PCMA\"\n",
            call.own(), call.callee(), call.at(' '), if call.talk() > 0 { call.at(' ') } else { String::new() }, call.at(' '), call.whole(), call.talk(),
            call.word(CAUSES, "NO_ANSWER")),
    },
    Format {
        system: "talkdesk", has_own: true, machines_answer: false, tells: &[Answered, Voicemail],
        header: "Calls\nInteraction ID,Call Type,Start Time,End Time,Talkdesk Phone Number,Customer Phone Number,Talk Time,Agent Name,Disposition Code\n",
        row: |id, call| format!("a{id},outbound,{},{},+{},+{},{},Alice,{}\n", call.at(' '), call.at(' '), call.own(), call.callee(), call.talk(),
            call.word(&[(Voicemail, "Answering Machine")], "")),
    },
    Format {
        system: "cdr-stats", has_own: true, machines_answer: true, tells: &[Answered, Busy, Rejected, Canceled, Invalid, Failed],
        header: "switch,cdr_source_type,callid,caller_id_number,destination_number,starting_date,duration,billsec,hangup_cause_id,direction\n",
        row: |id, call| format!("127.0.0.1,1,{id},+{},+{},{},{},{},{},1\n", call.own(), call.callee(), call.at(' '), call.whole(), call.talk(),
            call.word(&[(Answered, "16"), (Voicemail, "16"), (Busy, "17"), (Rejected, "21"), (Canceled, "487"), (Invalid, "1"), (Failed, "38")], "19")),
    },
    Format {
        system: "sinch", has_own: true, machines_answer: true, tells: &[Answered, Busy, Blocked, Canceled, Failed],
        header: "CallId;UserSpaceId;CallTime;Result;Reason;Duration;AnswerTime;From;To\n",
        row: |id, call| format!("{id};7;{};{};{};{};;{};{}\n", call.at('T'),
            call.word(&[(Answered, "ANSWERED"), (Voicemail, "ANSWERED"), (Busy, "BUSY"), (Blocked, "FAILED"), (Failed, "FAILED")], "NOANSWER"),
            call.word(&[(Blocked, "BLOCKED"), (Canceled, "CANCEL"), (Failed, "GENERALERROR")], "CALLEEHANGUP"), call.talk(), call.own(), call.callee()),
    },
    Format {
        system: "twilio", has_own: true, machines_answer: false, tells: &[Answered, Voicemail, Busy, Canceled, Failed],
        header: "Call SID,Parent Call Sid,From,To,Status,Direction,Start Time,Duration,Answered By\n",
        row: |id, call| format!("CA{id},,+{},+{},{},outbound-api,{},{},{}\n", call.own(), call.callee(),
            call.word(&[(Answered, "completed"), (Voicemail, "completed"), (Busy, "busy"), (Canceled, "canceled"), (Failed, "failed")], "no-answer"),
            call.at(' '), call.talk(), call.word(&[(Answered, "human"), (Voicemail, "machine_end_beep")], "")),
    },
    Format {
        system: "hubspot", has_own: true, machines_answer: false, tells: &[Answered, Voicemail, Busy, Canceled, Invalid, Failed],
        header: "Record ID,Activity date,Call direction,Call outcome,Call status,From number,To Number,Call duration\n",
        row: |id, call| format!("{id},{},Outbound,{},{},+{},+{},{}\n", call.at(' '),
            call.word(&[(Answered, "Connected"), (Voicemail, "Left voicemail"), (Invalid, "Wrong number"), (Busy, "Busy")], ""),
            call.word(&[(Answered, "Completed"), (Voicemail, "Completed"), (Invalid, "Completed"), (Busy, "Busy"), (Canceled, "Canceled"), (Failed, "Failed")], "No Answer"),
            call.own(), call.callee(), call.talk() * 1000),
    },
    Format {
        system: "ringover", has_own: true, machines_answer: false, tells: &[Answered, Voicemail, Canceled, Failed],
        header: "CallId,Direction,LastState,StartTime,TotalDuration,InCallDuration,FromNumber,ToNumber,UserName\n",
        row: |id, call| format!("{id},out,{},{}Z,{},{},{},{},Alice\n",
            call.word(&[(Answered, "ANSWERED"), (Voicemail, "VOICEMAIL"), (Canceled, "CANCELLED"), (Failed, "FAILED")], "MISSED"),
            call.at('T'), call.whole(), call.talk(), call.own(), call.callee()),
    },
    Format {
        system: "zoom", has_own: true, machines_answer: false, tells: &[Answered, Voicemail, Rejected, Blocked, Busy, Canceled, Failed],
        header: "call_id,direction,start_time,duration,caller_did_number,callee_did_number,call_result\n",
        row: |id, call| format!("{id},outbound,{}Z,{},+{},+{},{}\n", call.at('T'), call.talk(), call.own(), call.callee(),
            call.word(&[(Answered, "connected"), (Voicemail, "voicemail"), (Rejected, "rejected"), (Blocked, "system_blocked"), (Busy, "busy"), (Canceled, "canceled"), (Failed, "call_failed")], "ring_timeout")),
    },
];

/// Number, day, hour, outcome, and the talk of an answered call.
fn expected(format: &Format, call: &Call) -> String {
    let outcome = match call.outcome {
        Voicemail if format.machines_answer => Answered,
        outcome if format.tells.contains(&outcome) => outcome,
        _ => NoAnswer,
    };
    let own = if format.has_own { format!("+{}", call.own()) } else { String::new() };
    let talk = if outcome == Answered { format!(" talk_ms={}", call.talk() * 1000) } else { String::new() };
    format!("{own} {} {}h {}{talk}", &call.at(' ')[..10], call.minute / 60 % 24, outcome.id())
}

fn seen(fact: &str) -> String {
    let mut words = fact.split(' ');
    let head: Vec<&str> = words.by_ref().take(4).collect();
    let talk = words.find(|word| word.starts_with("talk_ms=")).filter(|_| head[3] == "answered");
    // Decimal minutes are rounded to some thousandths of a second.
    let talk = talk.map(|talk| {
        let ms: f64 = talk["talk_ms=".len()..].parse().unwrap();
        format!(" talk_ms={}", (ms / 1000.0).round() * 1000.0)
    });
    head.join(" ") + &talk.unwrap_or_default()
}

fn any_log() -> impl Strategy<Value = Vec<Call>> {
    let outcome = prop_oneof![
        4 => Just(Answered),
        4 => Just(NoAnswer),
        1 => proptest::sample::select(vec![Voicemail, Rejected, Blocked, Busy, Canceled, Invalid, Failed]),
    ];
    let call = (1..9_u32, 0..5_u32, 0..900_000_u32, outcome, 1..900_u32, 0..40_u32);
    proptest::collection::vec(call, 12..60).prop_map(|calls| {
        let mut minute = 0;
        let calls = calls.into_iter().map(|(gap, own, callee, outcome, talk_secs, ring_secs)| {
            minute += gap * 7;
            Call { minute, own, callee, outcome, talk_secs, ring_secs }
        });
        calls.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_log_says_the_same_from_every_exporter(calls in any_log()) {
        let settings = Settings { country: Some("FR".to_owned()), ..Settings::default() };
        for format in FORMATS {
            let rows: String = calls.iter().enumerate().map(|(at, call)| (format.row)(at + 1, call)).collect();
            let text = format!("{}{rows}", format.header);
            let (account, facts) = facts_of(&Chunked::whole("calls.csv", text.clone()), &settings).unwrap();
            prop_assert_eq!(account.system.as_str(), format.system);
            let facts: Vec<String> = facts.iter().map(|fact| seen(fact)).collect();
            let truth: Vec<String> = calls.iter().map(|call| expected(format, call)).collect();
            prop_assert_eq!(facts, truth, "{}", format.system);
        }
    }
}
