//! Column headers that are known to mean a role, English and French, whatever the system. Headers are compared
//! squashed (`fold.rs`): `Date d'appel`, `date_appel` and `DATE APPEL` differ by nothing but the `d`.

use super::fold::{fold, squash};
use crate::model::Role;

/// The role of a header and how sure that is, 0 to 100.
pub fn role_of(header: &str) -> Option<(Role, u8)> {
    let squashed = squash(header);
    if squashed.is_empty() {
        return None;
    }
    for (role, names) in NAMES {
        if names.contains(&squashed.as_str()) {
            return Some((*role, 90));
        }
    }
    let words = fold(header);
    PARTS.iter().find(|(_, all)| all.iter().all(|part| has_word(&words, part))).map(|(role, _)| (*role, 60))
}

/// Whether a word that begins like this is in the text.
fn has_word(words: &str, start: &str) -> bool {
    words.split(' ').any(|word| word.starts_with(start))
}

/// Squashed headers. The first list that holds a header gives its role.
#[rustfmt::skip]
const NAMES: &[(Role, &[&str])] = &[
    (Role::Own, &[
        "ownnumber", "own", "aircallnumber", "numeroaircall", "internalnumber", "justcallnumber", "talkdeskphonenumber", "ournumber",
        "numeroligne", "linenumber", "numerointerne", "publicinternal", "didnumber",
    ]),
    (Role::Caller, &[
        "from", "caller", "callerid", "calleridnumber", "calleridnum", "callernumber", "fromnumber", "numeropresente", "numeroaffiche",
        "numeroappelant", "appelant", "cli", "clid", "ani", "outboundcid", "diallogoutboundcid", "outboundcallerid", "outboundnumber",
        "calleriddisplayed", "source", "src", "callingnumber", "callingparty", "de", "emetteur", "numeroemetteur", "numerosortant",
        "callerdidnumber", "displayednumber", "presentednumber", "localpresencenumdialed", "outboundcnum", "numerodelappelant", "fromphone",
        "originator", "did", "sda", "cidnumber", "ddi", "dialledfromnumber", "dialedfromnumber",
    ]),
    (Role::Callee, &[
        "to", "callee", "calleenumber", "tonumber", "numeroappele", "appele", "destination", "dst", "dnis", "phonenumberdialed",
        "numberdialed", "dialednumber", "diallednumber", "dialledtonumber", "dialedtonumber", "callednumber", "calledparty", "phonenumber", "phone", "telephone",
        "customernumber", "numeroclient", "contactnumber", "externalnumber", "customerphonenumber", "destinationnumber", "a", "vers",
        "destinataire", "numerodestinataire", "numerocompose", "tel", "numtel", "numerotel", "leadphone", "calleedidnumber",
        "numerocontact", "prospect", "numeroprospect", "numerotelephone", "numerodetelephone", "publicexternal", "tophone", "mobile",
    ]),
    (Role::Started, &[
        "started", "startedat", "start", "starttime", "callstarttime", "datetime", "timestamp", "calldatetime", "dateheure", "dateetheure",
        "datetheure", "datedappel", "dateappel", "datedelappel", "calldate", "calledat", "createdat", "debut", "debutappel", "datedebut",
        "heuredebut", "activitydate", "datecreated", "begintime", "callstarted", "starttimestamp", "startdatetime", "datetimeutc",
        "starttimeutc", "horodatage", "datestarted", "calllocaltime", "createddate", "datestart", "startdate", "datecreation", "utc",
        "datedebutappel", "starttimelocal", "initiated", "dateheureappel", "dateheuredebut", "datedelactivite", "initiationtime", "creationdatetime",
    ]),
    (Role::Date, &["date", "jour", "day", "callday", "calldateonly", "callstartdate", "logdate"]),
    (Role::Time, &["time", "heure", "calltime", "heuredappel", "heureappel", "timeofday", "hour", "heuredelappel", "logtime"]),
    (Role::Direction, &[
        "direction", "calldirection", "sens", "sensdelappel", "calltype", "typedappel", "typeappel", "directiondelappel", "inboundoutbound",
        "callleg", "inout", "sensappel", "waytype", "الاتجاه",
    ]),
    (Role::Result, &[
        "result", "resultat", "wrapup", "wrapupcode", "tags", "tag", "qualification", "calloutcome", "resultatdelappel", "resultatappel",
        "calloutcome", "outcome", "callresult", "statusname", "conclusion", "resultatdappel", "codequalification", "qualif", "issue",
        "etiquettes", "dispositionname", "bilan",
    ]),
    (Role::Outcome, &[
        "status", "statut", "callstatus", "disposition", "laststate", "state", "etat", "answered", "repondu", "decroche", "calldisposition",
        "statutappel", "statutdelappel", "dialstatus", "etatappel", "callstate", "statusdelappel", "hangupstatus", "finalstatus", "reponse",
        "statutdappel", "callanswered", "isanswered", "logtype", "الحالة",
    ]),
    (Role::Talk, &[
        "talk", "talktime", "talkduration", "talkseconds", "talksec", "talksecs", "talktimesec", "talktimeseconds", "talking", "talkingtime",
        "durationincall", "incallduration", "billsec", "billseconds", "conversationtime", "conversationtimesec", "conversationduration",
        "conversation", "dureedecommunication", "dureecommunication", "dureedeconversation", "dureeconversation", "tempsdeconversation",
        "tempsconversation", "tempsdeparole", "answeredtime", "answertime", "onlineduration", "convduration", "connectedtime",
        "connectedduration", "communication", "talkduration", "dmc", "talks", "talkdurationseconds", "dureedeparole", "tempsdecommunication",
        "talkms", "billsecs", "tempscommunication", "billduration", "المحادثة",
    ]),
    (Role::Duration, &[
        "duration", "duree", "durationtotal", "totalduration", "callduration", "dureeappel", "dureedelappel", "dureetotale", "lengthinsec",
        "length", "dureedappel", "durationsec", "durationseconds", "durations", "dureesecondes", "dureesec", "durees", "durationms",
        "callduration", "calldurationinseconds", "dureeensecondes", "durationinseconds", "durationsecs", "totaltime", "durationmin",
        "durationminutes", "dureemin",
    ]),
    (Role::Ring, &[
        "ring", "ringtime", "ringing", "ringduration", "ringseconds", "ringsec", "ringsecs", "waitingtime", "timetoanswer", "dureesonnerie",
        "dureedesonnerie", "tempsdesonnerie", "sonnerie", "ringingtime", "waitduration", "tempsdattente", "ringingduration", "ringtimesec", "الرنين",
    ]),
    (Role::Agent, &[
        "agent", "agentname", "user", "username", "fullname", "activityassignedto", "assignedto", "operateur", "conseiller", "teleoperateur",
        "utilisateur", "commercial", "nomagent", "agentusername", "agentid", "operator", "rep", "salesrep", "owner", "vendeur", "employee",
        "nomdelagent", "teleconseiller", "assigned",
    ]),
    (Role::Campaign, &[
        "campaign", "campagne", "campaignname", "campaignid", "nomcampagne", "nomdelacampagne", "operation", "project", "projet", "listname",
        "scenarioname", "campaigndescription", "idcampagne",
    ]),
    (Role::Team, &["team", "equipe", "teamname", "line", "ligne", "group", "groupe", "usergroup", "queue", "service", "department", "skill", "site"]),
    (Role::Attempt, &["attempt", "attempts", "attemptnumber", "tentative", "tentatives", "numerotentative", "calledcount", "essai"]),
    (Role::CallId, &[
        "callid", "callsid", "uniqueid", "calluuid", "idappel", "iddappel", "iddelappel", "identifiantappel", "cdrid", "callidentifier",
        "uuid", "linkedid", "interactionid", "entrypointcallid", "sid", "identifiantdelappel",
    ]),
    (Role::LegOf, &["parentcallsid", "parentcallid", "legof", "parentid", "originalcallid", "mastercallid"]),
    (Role::Converted, &[
        "converted", "conversion", "converti", "isconverted", "sale", "vente", "transforme", "success", "succes", "rdv", "goalreached",
        "transformation", "objectifatteint", "conversions",
    ]),
    (Role::Voicemail, &["amd", "amdresult", "amdstatus", "answeredby", "answeringmachinedetection", "machinedetection", "repondeur", "cpdresult",
        "detectionrepondeur", "machine", "isvoicemail", "messagerie", "voicemail"]),
    (Role::SipCode, &["sipcode", "sipresponsecode", "sipstatus", "siphangupcause", "sipresponse", "codesip", "carrierlogsiphangupcause",
        "sipstatuscode", "responsecode", "hangupcausesip", "sip"]),
    (Role::Cause, &["cause", "hangupcause", "q850", "q850cause", "hangupcausecode", "causecode", "carrierloghangupcause", "isdncause", "releasecause",
        "disconnectcause", "q850code", "causeq850"]),
    (Role::Zone, &["timezone", "tz", "numbertimezone", "utcoffset", "offset", "gmtoffset", "fuseauhoraire", "fuseau", "zone"]),
    (Role::Score, &["score", "reputationscore", "reputation", "scorereputation", "scoredereputation", "healthscore", "trustscore",
        "spamscore", "riskscore", "scorespam", "scorederisque"]),
    (Role::Flagged, &["flagged", "isspam", "spam", "spamflag", "flag", "blacklisted", "labeled", "labelled", "signale", "blackliste", "isflagged",
        "spamlabel", "etiquetespam", "spamrisk", "reputationlevel", "reputationstatus", "callerreputation", "statutreputation"]),
    (Role::Reports, &["reports", "spamreports", "signalements", "complaints", "plaintes", "reportcount", "nbsignalements", "reportscount",
        "spamreportcount", "signalementsspam", "numreports"]),
];

/// Words that together mean a role, where no name fits; the first match holds.
#[rustfmt::skip]
const PARTS: &[(Role, &[&str])] = &[
    (Role::Converted, &["convert"]),
    (Role::SipCode, &["sip", "code"]),
    (Role::Cause, &["hangup", "cause"]),
    (Role::Reports, &["spam", "report"]),
    (Role::Score, &["reputation"]), (Role::Score, &["spam", "score"]), (Role::Score, &["risk", "score"]), (Role::Score, &["score", "10"]),
    (Role::Score, &["score", "100"]),
    (Role::Talk, &["talk"]), (Role::Talk, &["conversation"]), (Role::Talk, &["dur", "communication"]), (Role::Talk, &["duration", "call", "in"]),
    (Role::Ring, &["ring", "time"]), (Role::Ring, &["sonnerie"]), (Role::Ring, &["wait", "time"]),
    (Role::Duration, &["duration"]), (Role::Duration, &["duree"]),
    (Role::Started, &["date", "heure"]), (Role::Started, &["date", "time"]), (Role::Started, &["start", "time"]), (Role::Started, &["date", "appel"]),
    (Role::Started, &["call", "date"]), (Role::Started, &["date", "debut"]),
    (Role::Time, &["heure", "appel"]),
    (Role::Caller, &["numero", "present"]), (Role::Caller, &["numero", "sortant"]), (Role::Caller, &["caller", "id"]), (Role::Caller, &["caller", "number"]),
    (Role::Caller, &["numero", "appelant"]), (Role::Caller, &["outbound", "number"]), (Role::Caller, &["from", "number"]),
    (Role::Callee, &["numero", "appele"]), (Role::Callee, &["numero", "client"]), (Role::Callee, &["numero", "prospect"]), (Role::Callee, &["numero", "compose"]),
    (Role::Callee, &["called", "number"]), (Role::Callee, &["dialed", "number"]), (Role::Callee, &["dialled", "number"]), (Role::Callee, &["customer", "number"]),
    (Role::Callee, &["contact", "number"]), (Role::Callee, &["contact", "phone"]), (Role::Callee, &["to", "number"]), (Role::Callee, &["phone", "number"]),
    (Role::Direction, &["direction"]), (Role::Direction, &["sens", "appel"]),
    (Role::Campaign, &["campagne"]), (Role::Campaign, &["campaign"]),
    (Role::Agent, &["agent"]), (Role::Agent, &["conseiller"]),
    (Role::Result, &["resultat"]), (Role::Result, &["qualification"]), (Role::Result, &["outcome"]),
    (Role::Outcome, &["status"]), (Role::Outcome, &["statut"]), (Role::Outcome, &["disposition"]),
    (Role::CallId, &["call", "id"]),
];
