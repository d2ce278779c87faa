//! A small tree of markup, and its HTML. Names of elements and attributes are constants of the program; what comes
//! from files can only be text or the value of an attribute, and is escaped on its way out. The page builds the same
//! tree into the document (`browser/paper.rs`), so that what is printed is what is saved.

/// A piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, as it is read.
    Text(String),
}

/// An element with its attributes and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Names and values, in order.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it, in order.
    pub children: Vec<Node>,
}

/// An element without anything.
pub const fn el(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element of a class.
pub fn el_of(name: &'static str, class: &str) -> Element {
    el(name).with("class", class)
}

impl Element {
    /// With an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a text at its end.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// With an element at its end.
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// With elements at its end.
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }
}

/// The names of elements that hold a drawing: a browser makes them in another namespace.
pub const DRAWN: [&str; 7] = ["svg", "path", "rect", "line", "circle", "text", "g"];

/// Elements that HTML writes without an end.
const VOID: [&str; 3] = ["meta", "br", "hr"];

/// Writes an element as HTML.
pub fn html(element: &Element, into: &mut String) {
    into.push('<');
    into.push_str(element.name);
    for (name, value) in &element.attributes {
        into.push(' ');
        into.push_str(name);
        into.push_str("=\"");
        escape(value, into);
        into.push('"');
    }
    into.push('>');
    for child in &element.children {
        match child {
            Node::Element(child) => html(child, into),
            Node::Text(text) => escape(text, into),
        }
    }
    if !VOID.contains(&element.name) {
        into.push_str("</");
        into.push_str(element.name);
        into.push('>');
    }
}

/// Text that no reader of HTML takes for anything else. Control characters are left out, those that turn the
/// direction of reading too: a name may not rearrange what stands after it.
fn escape(text: &str, into: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            '\n' => into.push('\n'),
            _ if is_unseen(letter) => {}
            _ => into.push(letter),
        }
    }
}

/// Whether a character is not seen and changes how others are read.
pub fn is_unseen(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{el, el_of, html};

    fn written(element: &super::Element) -> String {
        let mut text = String::new();
        html(element, &mut text);
        text
    }

    #[test]
    fn a_name_from_a_file_is_text_and_never_markup() {
        let name = "</style><script>alert(1)</script><img src=x onerror=\"alert('1')\">&amp;";
        let out = written(&el_of("p", name).with("title", name).text(name));
        assert!(!out.contains("<script") && !out.contains("<img") && !out.contains("</style"), "{out}");
        assert_eq!(out.matches('<').count(), 2, "{out}");
        assert_eq!(out.matches('"').count(), 4, "the quotes of two attributes: {out}");
        assert!(out.contains("&amp;amp;"));
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(written(&el("b").text("a\u{0}b\u{202e}c\u{7}d\u{2066}e")), "<b>abcde</b>");
    }

    #[test]
    fn elements_stand_in_each_other_in_order() {
        let list = el("ul").children(["a", "b"].map(|text| el("li").text(text)));
        assert_eq!(written(&el("div").text("x").child(list)), "<div>x<ul><li>a</li><li>b</li></ul></div>");
        assert_eq!(written(&el("meta").with("charset", "utf-8")), "<meta charset=\"utf-8\">");
    }
}
