//! A sheet as markup, and as a file of its own: one HTML file with its style inside, without a script, that opens from a
//! folder, from a mail, and prints. Its policy lets it load nothing at all.

use super::{
    markup::{Element, el, el_of, html},
    sheet::{Body, Cell, Certainty, Grid, Order, Section, Sheet},
};
use crate::kpi::Zone;

/// The style of a sheet, on the page and in the file.
pub const STYLE: &str = include_str!("../../style/sheet.css");

/// What the file may load: its own style, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The whole file.
pub fn document(sheet: &Sheet) -> String {
    let mut text = String::from("<!doctype html>\n<html lang=\"");
    text.push_str(sheet.lang);
    text.push_str("\">\n<head>\n");
    for meta in [
        el("meta").with("charset", "utf-8"),
        el("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
        el("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
        el("meta").with("name", "robots").with("content", "noindex"),
        el("title").text(sheet.title.clone()),
    ] {
        html(&meta, &mut text);
        text.push('\n');
    }
    text.push_str("<style>\n");
    text.push_str(STYLE);
    text.push_str("</style>\n</head>\n<body class=\"file\">\n");
    html(&el("main").child(article(sheet)), &mut text);
    text.push_str("\n</body>\n</html>\n");
    text
}

/// The sheet itself.
pub fn article(sheet: &Sheet) -> Element {
    let meta = sheet.meta.iter().map(|text| el("span").text(text.clone()));
    let part = (!sheet.part.is_empty()).then(|| el_of("p", "part").text(sheet.part.clone()));
    let lead = sheet.lead.iter().map(|text| el_of("p", "lead").text(text.clone()));
    let (title, paragraphs) = &sheet.method;
    let method = el_of("footer", "method")
        .child(el("h2").text(title.clone()))
        .children(paragraphs.iter().map(|text| el("p").text(text.clone())));
    let page = el_of("section", "page")
        .child(el("header").child(el_of("p", "meta").children(meta)))
        .child(el("h1").text(sheet.headline.clone()))
        .children(part)
        .children(lead)
        .children(sheet.first.iter().map(section))
        .child(method);
    let more = (!sheet.more.is_empty()).then(|| el_of("section", "page more").children(sheet.more.iter().map(section)));
    el_of("article", "sheet").with("lang", sheet.lang).child(page).children(more)
}

fn section(section: &Section) -> Element {
    let body = match &section.body {
        Body::Orders(orders) => el_of("ol", "orders").children(orders.iter().map(order)),
        Body::Table(grid) => table(grid, &section.title),
        Body::Drawing { drawing, legend } => {
            let keys = legend.iter().map(|(class, words)| {
                el("span").child(el_of("i", &format!("key {class}")).with("aria-hidden", "true")).text(words.clone())
            });
            el("figure").child(drawing.clone()).child(el_of("figcaption", "legend").children(keys))
        }
        Body::Lists(lists) => el_of("div", "lists").children(lists.iter().map(|(head, lines)| {
            el("div")
                .child(el("h3").text(head.clone()))
                .child(el("ul").children(lines.iter().map(|line| el("li").text(line.clone()))))
        })),
        Body::Text(paragraphs) => el("div").children(paragraphs.iter().map(|text| el("p").text(text.clone()))),
    };
    el("section").child(el("h2").text(section.title.clone())).child(body)
}

fn order(order: &Order) -> Element {
    el("li")
        .child(
            el("div")
                .child(el_of("b", "who").text(order.who.clone()))
                .child(el_of("span", "under").text(order.under.clone()))
                .child(chip(order.zone, Certainty::Certain, &order.word)),
        )
        .child(el("div").child(el("b").text(order.what.clone())).child(el("p").text(order.figures.clone())))
        .child(el_of("p", "do").text(order.order.clone()))
}

fn table(grid: &Grid, title: &str) -> Element {
    let is_figure = |at: usize| grid.rows.iter().any(|row| matches!(row.get(at), Some(Cell::Figure(_))));
    let heads = grid.heads.iter().enumerate().map(|(at, head)| {
        let head = el("th").with("scope", "col").text(head.clone());
        if is_figure(at) { head.with("class", "n") } else { head }
    });
    let rows = grid.rows.iter().map(|row| {
        el("tr").children(row.iter().enumerate().map(|(at, cell)| match (at, cell) {
            (0, cell) => el("th").with("scope", "row").text(cell.text()),
            (_, Cell::Text(text)) => el("td").text(text.clone()),
            (_, Cell::Figure(text)) => el_of("td", "n").text(text.clone()),
            (_, Cell::Zone(zone, certainty, text)) => el("td").child(chip(*zone, *certainty, text)),
        }))
    });
    // On a narrow screen it scrolls by itself, with the keyboard too.
    let wide = el_of("div", "wide").with("role", "region").with("tabindex", "0").with("aria-label", title);
    wide.child(el("table").child(el("thead").child(el("tr").children(heads))).child(el("tbody").children(rows)))
}

/// A zone as colour, shape and word.
fn chip(zone: Zone, certainty: Certainty, word: &str) -> Element {
    let certain = matches!(certainty, Certainty::Certain);
    el_of("span", "chip")
        .with("data-zone", zone.id())
        .with("data-certain", if certain { "true" } else { "false" })
        .child(shape(zone))
        .text(word)
}

/// A circle, a triangle, an octagon; dashed where nothing is known.
fn shape(zone: Zone) -> Element {
    let path = match zone {
        Zone::Green => "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18M8 12.500l2.700 2.700L16 9.500",
        Zone::Amber => "M12 3.500 21.500 20h-19zM12 10v4.500M12 17.200v.1",
        Zone::Red => "M8.300 3h7.400L21 8.300v7.400L15.700 21H8.300L3 15.700V8.300zM12 7.500v5.500M12 16.200v.1",
        Zone::Unknown => "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18",
    };
    el_of("svg", "shape").with("viewBox", "0 0 24 24").with("aria-hidden", "true").child(el("path").with("d", path))
}

#[cfg(test)]
pub(super) mod tests {
    use super::{document, el};
    use crate::{
        kpi::Zone,
        report::sheet::{Body, Cell, Certainty, Grid, Order, Section, Sheet},
    };

    const EVIL: &str = "</title></style><script>alert(1)</script>| *x* `y` [z](javascript:1) <img src=x>";

    /// A sheet whose every text is an attack.
    pub fn evil() -> Sheet {
        let evil = || EVIL.to_owned();
        let section = |body| Section { title: evil(), body };
        let order = Order {
            zone: Zone::Red,
            word: evil(),
            who: evil(),
            under: evil(),
            what: evil(),
            figures: evil(),
            order: evil(),
        };
        let row = vec![Cell::Text(evil()), Cell::Figure(evil()), Cell::Zone(Zone::Amber, Certainty::Open, evil())];
        Sheet {
            lang: "en",
            title: evil(),
            meta: vec![evil()],
            headline: evil(),
            part: evil(),
            lead: vec![evil()],
            first: vec![
                section(Body::Orders(vec![order])),
                section(Body::Table(Grid { heads: vec![evil(), evil(), evil()], rows: vec![row] })),
                section(Body::Drawing { drawing: el("svg"), legend: vec![("subject", evil())] }),
            ],
            more: vec![section(Body::Lists(vec![(evil(), vec![evil()])])), section(Body::Text(vec![evil()]))],
            method: (evil(), vec![evil()]),
        }
    }

    #[test]
    fn no_text_becomes_markup_wherever_it_stands() {
        let file = document(&evil());
        assert!(!file.contains("<script") && !file.contains("<img"));
        // The file's own: one title, one style.
        for end in ["</title>", "</style>"] {
            assert_eq!(file.matches(end).count(), 1, "{end}");
        }
        assert!(file.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    #[test]
    fn the_file_stands_alone_and_may_load_nothing() {
        let file = document(&evil());
        // What is between `<` and `>` is an element: text has neither.
        for tag in file.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
            let names: String = tag.split('"').step_by(2).collect(); // without the values of attributes
            for loads in ["src=", "href=", " on", "style=", "script", "link", "iframe", "object"] {
                assert!(!names.contains(loads), "<{tag}>");
            }
        }
        assert!(!super::STYLE.contains("url(") && !super::STYLE.contains("@import") && !super::STYLE.contains('<'));
        assert!(file.contains("content=\"default-src &#39;none&#39;; style-src"));
    }

    #[test]
    fn a_zone_is_a_shape_and_a_word_and_not_only_a_colour() {
        let file = document(&evil());
        assert!(file.contains("data-zone=\"amber\" data-certain=\"false\"><svg class=\"shape\""));
    }
}
