//! A sheet as Markdown, for a ticket, a wiki or a chat. Text from files is escaped: it stays text there as well.

use super::{
    markup::is_unseen,
    sheet::{Body, Grid, Order, Section, Sheet},
};

/// The whole sheet. Drawings are left out: their figures stand in the tables.
pub fn markdown(sheet: &Sheet) -> String {
    let mut text = String::new();
    line(&mut text, &["# ", &escaped(&sheet.headline)]);
    line(&mut text, &[&sheet.meta.iter().map(|meta| escaped(meta)).collect::<Vec<_>>().join(" · ")]);
    if !sheet.part.is_empty() {
        line(&mut text, &["> ", &escaped(&sheet.part)]);
    }
    for paragraph in &sheet.lead {
        line(&mut text, &[&escaped(paragraph)]);
    }
    for part in sheet.first.iter().chain(&sheet.more) {
        section(&mut text, part);
    }
    let (title, paragraphs) = &sheet.method;
    line(&mut text, &["## ", &escaped(title)]);
    for paragraph in paragraphs {
        line(&mut text, &[&escaped(paragraph)]);
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// A paragraph: its pieces, then an empty line.
fn line(text: &mut String, pieces: &[&str]) {
    pieces.iter().for_each(|piece| text.push_str(piece));
    text.push_str("\n\n");
}

fn section(text: &mut String, section: &Section) {
    if matches!(section.body, Body::Drawing { .. }) {
        return;
    }
    line(text, &["## ", &escaped(&section.title)]);
    match &section.body {
        Body::Orders(orders) => orders.iter().enumerate().for_each(|(at, one)| order(text, at + 1, one)),
        Body::Table(grid) => table(text, grid),
        Body::Drawing { .. } => {}
        Body::Lists(lists) => {
            for (head, lines) in lists {
                line(text, &["**", &escaped(head), "**"]);
                for one in lines {
                    text.push_str("- ");
                    text.push_str(&escaped(one));
                    text.push('\n');
                }
                text.push('\n');
            }
        }
        Body::Text(paragraphs) => paragraphs.iter().for_each(|one| line(text, &[&escaped(one)])),
    }
}

fn order(text: &mut String, place: usize, order: &Order) {
    let Order { word, who, under, what, figures, order, .. } = order;
    text.push_str(&format!(
        "{place}. **{}** ({}) – {}: {}\n",
        escaped(who),
        escaped(under),
        escaped(word),
        escaped(what)
    ));
    for more in [figures, order].into_iter().filter(|more| !more.is_empty()) {
        text.push_str(&format!("   - {}\n", escaped(more)));
    }
    text.push('\n');
}

fn table(text: &mut String, grid: &Grid) {
    let mut row = |cells: &mut dyn Iterator<Item = String>| {
        text.push('|');
        for cell in cells {
            text.push_str(&format!(" {cell} |"));
        }
        text.push('\n');
    };
    row(&mut grid.heads.iter().map(|head| escaped(head)));
    row(&mut grid.heads.iter().map(|_| "---".to_owned()));
    for cells in &grid.rows {
        row(&mut cells.iter().map(|cell| escaped(cell.text())));
    }
    text.push('\n');
}

/// Text that Markdown takes for nothing else: its marks get a backslash, lines become one. A number in front of a dot
/// would begin a list, a mark at the start a quote or a title; all of these are among the marks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => out.push(' '),
            _ if is_unseen(letter) => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!' => {
                out.push('\\');
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    // At the start of a line these begin a list.
    if out.starts_with(['-', '+']) {
        out.insert(0, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, markdown};
    use crate::report::html::tests::evil;

    #[test]
    fn no_text_becomes_a_link_a_table_cell_or_markup() {
        let text = markdown(&evil());
        for (at, _) in text.match_indices(['<', '[', '`']) {
            assert_eq!(text.as_bytes().get(at.wrapping_sub(1)), Some(&b'\\'), "at {at}");
        }
        let rows: Vec<usize> = text
            .lines()
            .filter(|line| line.starts_with('|'))
            .map(|line| line.replace("\\|", "").matches('|').count())
            .collect();
        assert_eq!(rows, [4, 4, 4], "three columns in every row");
    }

    #[test]
    fn a_line_that_would_begin_a_list_or_a_title_does_not() {
        assert_eq!(escaped("- x"), "\\- x");
        assert_eq!(escaped("+33 1"), "\\+33 1");
        assert_eq!(escaped("# x\n> y"), "\\# x \\> y");
        assert_eq!(escaped("Rénovation 2026"), "Rénovation 2026");
    }
}
