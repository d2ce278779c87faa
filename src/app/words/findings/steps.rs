//! What to do, as orders, and what would confirm a finding or rule it out.

use super::{Lang, Phrase, phrase};
use crate::{
    app::format,
    diagnose::{Action, ActionId, Check},
};

/// An action as an order.
pub fn action(lang: Lang, action: &Action) -> String {
    let numbers: Vec<String> = action.numbers.iter().map(|number| format::phone(lang, number)).collect();
    match (action.id, action.days) {
        (ActionId::StopCalls, Some(days)) => phrase(
            "Stop calling from it today, for {} days.",
            "Ne plus appeler avec ce numéro dès aujourd’hui, pendant {} jours.",
        )
        .with(lang, &[&days]),
        (ActionId::StopCalls, None) => {
            phrase("Stop calling from it today.", "Ne plus appeler avec ce numéro dès aujourd’hui.").to(lang).into()
        }
        (ActionId::SwitchToSpares, _) if numbers.is_empty() => {
            phrase("Move its calls to spare numbers.", "Reporter ses appels sur des numéros de réserve.")
                .to(lang)
                .into()
        }
        (ActionId::SwitchToSpares, _) => {
            phrase("Move its calls to {}.", "Reporter ses appels sur {}.").with(lang, &[&format::list(lang, &numbers)])
        }
        (ActionId::StartRecovery, _) => phrase(
            "Ask those who label for a review, and register each number concerned.",
            "Demander un réexamen à ceux qui étiquettent, et enregistrer chaque numéro concerné.",
        )
        .to(lang)
        .into(),
        (ActionId::HalveVolume, _) => {
            phrase("Halve its calls, from today.", "Diviser ses appels par deux dès aujourd’hui.").to(lang).into()
        }
        (ActionId::Diversify, _) => {
            phrase("Spread the calls over more numbers.", "Répartir les appels sur davantage de numéros.")
                .to(lang)
                .into()
        }
        (ActionId::TestCalls, _) => phrase(
            "Call a mobile on each of three networks and look at the screen.",
            "Appeler un mobile sur chacun de trois réseaux et regarder l’écran.",
        )
        .to(lang)
        .into(),
        (ActionId::ImportCheck, _) => {
            phrase("Import a reading of a reputation tool.", "Importer un relevé d’un outil de réputation.")
                .to(lang)
                .into()
        }
        (ActionId::Wait, days) => phrase("Wait {} hours before concluding.", "Attendre {} heures avant de conclure.")
            .with(lang, &[&(days.unwrap_or(2) * 24)]),
        (ActionId::FreezeRotation, _) => phrase(
            "Freeze the rotation: move no call from a fallen number to another of this pool.",
            "Geler la rotation\u{a0}: ne reporter aucun appel d’un numéro touché sur un autre du groupe.",
        )
        .to(lang)
        .into(),
        (ActionId::OtherBlock, _) => phrase(
            "Take the next numbers from another range, and give them other leads.",
            "Prendre les prochains numéros dans une autre tranche, et leur donner d’autres prospects.",
        )
        .to(lang)
        .into(),
        (ActionId::CheckDialer, _) => phrase(
            "Look in the dialer at the ringing time and the machine detection: who changed them, and why.",
            "Regarder dans le composeur la durée de sonnerie et la détection de répondeur\u{a0}: qui les a changées, et pourquoi.",
        )
        .to(lang)
        .into(),
        (ActionId::CheckExport, _) => phrase(
            "Export both periods again in the same way, with a column that tells voicemail apart.",
            "Exporter à nouveau les deux périodes de la même façon, avec une colonne qui distingue la messagerie.",
        )
        .to(lang)
        .into(),
        (ActionId::CallCarrier, _) => phrase(
            "Open a ticket with the carrier: times, numbers and codes of ten such calls.",
            "Ouvrir un ticket chez l’opérateur\u{a0}: heures, numéros et codes de dix de ces appels.",
        )
        .to(lang)
        .into(),
        (ActionId::ListenToCalls, _) => phrase(
            "Listen to twenty calls of before and of now, and compare.",
            "Écouter vingt appels d’avant et vingt de maintenant, et comparer.",
        )
        .to(lang)
        .into(),
        (ActionId::WarmUpAgain, days) => phrase(
            "Rest it, then start over at 30 calls a day and grow by a fifth each week, over {} days.",
            "Le laisser reposer, puis reprendre à 30 appels par jour, plus un cinquième par semaine, sur {} jours.",
        )
        .with(lang, &[&days.unwrap_or(28)]),
        (ActionId::MoveSlots, _) => phrase(
            "Move calls back to the hours and days at which people answer.",
            "Replacer les appels aux heures et aux jours où les gens décrochent.",
        )
        .to(lang)
        .into(),
        (ActionId::CapAttempts, _) => phrase(
            "Give a lead up after three attempts, or let it rest for a month.",
            "Abandonner un prospect après trois tentatives, ou le laisser reposer un mois.",
        )
        .to(lang)
        .into(),
        (ActionId::NewLeads, _) => phrase(
            "Bring in leads that have not been called yet, and compare.",
            "Introduire des prospects jamais appelés, et comparer.",
        )
        .to(lang)
        .into(),
        (ActionId::Coach, _) => phrase(
            "Coach the agent on the first ten seconds of a call.",
            "Former l’agent sur les dix premières secondes de l’appel.",
        )
        .to(lang)
        .into(),
        (ActionId::AddCapacity, _) => phrase(
            "Bring warmed-up numbers into this pool before resting any other; until then make fewer calls.",
            "Ajouter au groupe des numéros déjà montés en charge avant d’en arrêter d’autres\u{202f}; d’ici là, appeler moins.",
        )
        .to(lang)
        .into(),
        (ActionId::RestFlagged, _) if numbers.is_empty() => {
            phrase("Rest the flagged numbers.", "Mettre au repos les numéros signalés.").to(lang).into()
        }
        (ActionId::RestFlagged, _) => phrase(
            "Rest first the flagged numbers that lose most: {}.",
            "Mettre au repos d’abord les numéros signalés qui perdent le plus\u{a0}: {}.",
        )
        .with(lang, &[&format::list(lang, &numbers)]),
        (ActionId::LookAtLowest, _) if numbers.is_empty() => {
            phrase("Look first at the lowest numbers.", "Regarder d’abord les numéros les plus bas.").to(lang).into()
        }
        (ActionId::LookAtLowest, _) => phrase(
            "Look first at {}: for two days, the leads and hours of the others.",
            "Regarder d’abord {}\u{a0}: deux jours sur les contacts et les horaires des autres.",
        )
        .with(lang, &[&format::list(lang, &numbers)]),
        (ActionId::RegisterName, _) => phrase(
            "Register all numbers with those who label, and show the company’s name where that exists.",
            "Enregistrer tous les numéros auprès de ceux qui étiquettent, et afficher le nom de la société là où c’est possible.",
        )
        .to(lang)
        .into(),
        (ActionId::CheckLeads, _) => phrase(
            "Check the leads: source, age, numbers that do not exist.",
            "Vérifier le fichier\u{a0}: source, âge, numéros inexistants.",
        )
        .to(lang)
        .into(),
    }
}

/// What would confirm a finding, or rule it out.
pub const fn check(check: Check) -> Phrase {
    match check {
        Check::RecoversByItself => phrase(
            "Answers come back within two active days without any change.",
            "Le décroché revient en deux jours actifs sans rien changer.",
        ),
        Check::FreshNumberFallsToo => phrase(
            "A fresh number on the same leads falls as well.",
            "Un numéro neuf sur le même fichier baisse aussi.",
        ),
        Check::FreshNumberDoesWell => {
            phrase("A fresh number on the same leads does well.", "Un numéro neuf sur le même fichier se porte bien.")
        }
        Check::TestCallShowsLabel => {
            phrase("A test call shows a warning on the screen.", "Un appel test affiche une alerte à l’écran.")
        }
        Check::TestCallsRingNormally => phrase(
            "Test calls on three networks ring normally, without a warning.",
            "Les appels test sur trois réseaux sonnent normalement, sans alerte.",
        ),
        Check::SecondSourceFlags => {
            phrase("A second source flags the number.", "Une seconde source signale le numéro.")
        }
        Check::NextReadingRecovers => {
            phrase("The next reading is back in its old zone.", "Le relevé suivant revient dans son ancienne zone.")
        }
        Check::SourceChanged => phrase(
            "The readings come from another source, or its scale has changed.",
            "Les relevés viennent d’une autre source, ou son échelle a changé.",
        ),
        Check::OthersFallToo => phrase(
            "The other numbers fall as well in the next days.",
            "Les autres numéros baissent aussi dans les jours qui suivent.",
        ),
        Check::MobilesFallLandlinesHold => phrase(
            "Mobiles fall while landlines hold: labels show on mobiles first.",
            "Les mobiles baissent, les fixes tiennent\u{a0}: les étiquettes s’affichent d’abord sur mobile.",
        ),
        Check::LandlinesFallToo => {
            phrase("Landlines fall as much as mobiles.", "Les fixes baissent autant que les mobiles.")
        }
        Check::SettingsChangedThatDay => phrase(
            "A setting of the dialer or of the export was changed that day.",
            "Un réglage du composeur ou de l’export a été changé ce jour-là.",
        ),
        Check::SettingsUnchanged => phrase(
            "Neither the dialer’s settings nor the export were touched.",
            "Ni les réglages du composeur ni l’export n’ont été touchés.",
        ),
        Check::SameDayInBothFiles => phrase(
            "One day, exported both ways, gives the same counts.",
            "Un même jour, exporté des deux façons, donne les mêmes comptes.",
        ),
        Check::OtherHoursHold => {
            phrase("In the other hours people answer as before.", "Aux autres heures, les gens décrochent comme avant.")
        }
        Check::AllHoursFall => phrase("All hours fall alike.", "Toutes les heures baissent de même."),
        Check::FirstAttemptsHold => {
            phrase("First attempts are answered as before.", "Les premières tentatives aboutissent comme avant.")
        }
        Check::FirstAttemptsFallToo => {
            phrase("First attempts fall as well.", "Les premières tentatives baissent aussi.")
        }
        Check::FreshLeadsDoWell => phrase(
            "People who have never been called answer as ever.",
            "Les personnes jamais appelées décrochent comme toujours.",
        ),
        Check::SameAgentElsewhere => phrase(
            "The same agent, given other numbers, has it there as well.",
            "Le même agent, sur d’autres numéros, y connaît la même chose.",
        ),
        Check::ColleaguesAlike => phrase(
            "Colleagues who call the same leads at the same hours do no better.",
            "Ses collègues, sur les mêmes prospects aux mêmes heures, ne font pas mieux.",
        ),
        Check::Spoofed => phrase(
            "The reports are about calls that are not in this log: someone else shows the number.",
            "Les signalements visent des appels absents de ce journal\u{a0}: quelqu’un d’autre affiche le numéro.",
        ),
        Check::LighterLoadRecovers => phrase(
            "With each number back under the cap, answers come back.",
            "Chaque numéro revenu sous le plafond, le décroché revient.",
        ),
        Check::UnloadedFallToo => phrase(
            "Numbers whose calls did not grow fall as much.",
            "Des numéros dont les appels n’ont pas augmenté baissent autant.",
        ),
        Check::SameLeadsAlike => phrase(
            "On the same leads at the same hours, these numbers are answered like the others.",
            "Sur le même fichier aux mêmes heures, ces numéros sont décrochés comme les autres.",
        ),
        Check::CodesRefuse => phrase(
            "Test calls come back with a code that refuses them, such as SIP 403, 603 or 608.",
            "Les appels test reviennent avec un code de refus, comme SIP 403, 603 ou 608.",
        ),
        Check::CalendarExplains => phrase(
            "A holiday, a strike or the news of those days explains it.",
            "Un jour férié, une grève ou l’actualité de ces jours l’explique.",
        ),
    }
}
