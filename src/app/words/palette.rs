//! The command palette and the map of keys.

use super::{Phrase, phrase};

pub const TITLE: Phrase = phrase("Go to, filter, do", "Aller à, filtrer, faire");
pub const FIELD: Phrase = phrase("A view, a number, a filter, an action", "Une vue, un numéro, un filtre, une action");
pub const NOTHING: Phrase = phrase("Nothing by that name.", "Rien de ce nom.");
pub const OPEN: Phrase = phrase("Commands (Ctrl K)", "Commandes (Ctrl K)");

pub const VIEW: Phrase = phrase("View", "Vue");
pub const NUMBER: Phrase = phrase("Number", "Numéro");
pub const FILTER: Phrase = phrase("Filter", "Filtre");
pub const ACTION: Phrase = phrase("Action", "Action");
pub const SAMPLE: Phrase = phrase("Sample", "Exemple");
pub const LANGUAGE: Phrase = phrase("Language", "Langue");
pub const THEME: Phrase = phrase("Theme", "Thème");

pub const PASTE: Phrase = phrase("Paste rows", "Coller des lignes");
pub const PROOF: Phrase = phrase("Why nothing is sent", "Pourquoi rien n’est envoyé");
pub const TAKE_AWAY: Phrase = phrase("Print, save, share", "Imprimer, enregistrer, partager");

pub const KEYS: Phrase = phrase("Keyboard", "Clavier");
pub const SINGLE: Phrase = phrase("Single keys (? and /) work", "Touches simples (? et /) actives");

/// The keys and what they do.
pub const MAP: [(&str, Phrase); 9] = [
    (
        "Ctrl K",
        phrase(
            "Commands: go to a view or a number, filter, do",
            "Commandes\u{a0}: aller à une vue ou un numéro, filtrer, faire",
        ),
    ),
    ("Ctrl O", phrase("Choose files", "Choisir des fichiers")),
    ("Ctrl V", phrase("Read pasted rows or files", "Lire des lignes ou fichiers collés")),
    ("?", phrase("This map", "Cette liste")),
    ("/", phrase("Search the table", "Chercher dans le tableau")),
    (
        "Tab",
        phrase("Next control; a table is one, then its rows", "Élément suivant\u{202f}; un tableau, puis ses lignes"),
    ),
    (
        "↑ ↓",
        phrase(
            "In a table: the number above or below. In a chart: another day",
            "Dans un tableau\u{a0}: le numéro précédent ou suivant. Dans un graphique\u{a0}: un autre jour",
        ),
    ),
    (
        "Alt ←",
        phrase(
            "Back: the view, filter or comparison before",
            "Retour\u{a0}: la vue, le filtre ou la comparaison d’avant",
        ),
    ),
    ("Esc", phrase("Close what is open; end a reading", "Fermer ce qui est ouvert\u{202f}; arrêter une lecture")),
];
