//! The findings: what is concluded, what speaks for and against it, what these files cannot tell.

use leptos::prelude::*;

use super::{
    Icon, chip::zone_icon, evidence::evidence, guide::playbook_link, later::folded, subject::subject,
    verdict::left_to_table,
};
use crate::{
    app::{
        charts::view::meter,
        format,
        needs::zone_of_finding,
        words::{Lang, dashboard, findings as words, remarks as remark_words},
    },
    diagnose::Finding,
    report::Report,
};

/// Findings shown before the fold.
const SHOWN: usize = 10;
/// Findings in the fold.
const FOLDED: usize = 40;

/// The panel of all findings.
pub fn panel(lang: Lang, report: &Report) -> AnyView {
    let all: Vec<&Finding> = report.findings.iter().collect();
    view! {
        <section class="panel" data-testid="findings">
            <div class="panel-head">
                <h2>{dashboard::FINDINGS.to(lang)}</h2>
                <p class="sub">{dashboard::FINDINGS_SUB.to(lang)}</p>
            </div>
            {list(lang, &all)}
            {remarks(lang, report)}
        </section>
    }
    .into_any()
}

/// What limits the figures, folded: it asks for nothing today.
fn remarks(lang: Lang, report: &Report) -> Option<AnyView> {
    let said = remark_words::remarks(lang, &report.notes);
    let lines = said.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
    (!said.is_empty()).then(|| {
        view! {
            <details class="more" data-testid="remarks">
                <summary>
                    <Icon name="chev" class="chev"/>
                    {remark_words::REMARKS.to(lang)}
                    <span class="muted">{lang.count(said.len() as u64)}</span>
                </summary>
                {lines}
            </details>
        }
        .into_any()
    })
}

/// Some findings, the first one open.
pub fn list(lang: Lang, findings: &[&Finding]) -> AnyView {
    if findings.is_empty() {
        return view! { <p class="none">{words::NONE.to(lang)}</p> }.into_any();
    }
    let (shown, rest) = findings.split_at(findings.len().min(SHOWN));
    let rows = shown.iter().enumerate().map(|(at, finding)| row(lang, finding, at == 0)).collect_view();
    let more = (!rest.is_empty()).then(|| {
        let kept: Vec<Finding> = rest.iter().take(FOLDED).map(|finding| (*finding).clone()).collect();
        let rows = move || kept.iter().map(|finding| row(lang, finding, false)).collect_view().into_any();
        view! {
            <details class="more">
                <summary><Icon name="chev" class="chev"/>{dashboard::more_needs(lang, rest.len() as u64)}</summary>
                {folded(rows)}
                {left_to_table(lang, rest.len(), FOLDED)}
            </details>
        }
    });
    view! { <div class="panel-list pad-top">{rows}{more}</div> }.into_any()
}

fn row(lang: Lang, finding: &Finding, open: bool) -> AnyView {
    let zone = zone_of_finding(finding);
    view! {
        <details
            class="finding"
            data-zone=zone.id()
            data-diagnosis=finding.diagnosis.id()
            data-subject=finding.subject.to_string()
            open=open
        >
            <summary>
                <Icon name="chev" class="chev"/>
                {zone_icon(lang, zone)}
                <span class="title">{words::title(finding.diagnosis).to(lang)}</span>
                <span class="muted">{words::subject(lang, &finding.subject)}</span>
                <span class="push">
                    {dashboard::SINCE_LOWER.to(lang)}
                    " "
                    {format::day(lang, finding.since)}
                    " · "
                    {meter(finding.certainty)}
                    {lang.percent(finding.certainty * 100.0, 0)}
                </span>
            </summary>
            <p class="says">{subject(lang, &finding.subject)}" – "{words::meaning(finding.diagnosis).to(lang)}</p>
            {evidence(lang, finding)}
            {playbook_link(lang, finding.diagnosis)}
        </details>
    }
    .into_any()
}
