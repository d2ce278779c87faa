//! Telephone exchanges (Asterisk, FreePBX, FreeSWITCH, 3CX): short numbers are extensions, long ones are lines of the world outside.

use super::{columns::Columns, direction::Direction};
use crate::model::Role;

const LONGEST_EXTENSION: usize = 6;

/// The direction of a row: by the lengths of both ends, and where they do not tell, by the dial plan's context.
pub fn direction(src: &[u8], dst: &[u8], context: &[u8]) -> Option<Direction> {
    let inside = |cell: &[u8]| {
        let cell = cell.strip_prefix(b"Ext.").unwrap_or(cell);
        !cell.is_empty() && cell.len() <= LONGEST_EXTENSION && cell.iter().all(u8::is_ascii_alphanumeric)
    };
    let has = |part: &[u8]| context.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part));
    let received = [&b"from-trunk"[..], b"from-pstn", b"from-did", b"incoming", b"inbound"];
    // FreeSWITCH's context for what comes from outside.
    if received.into_iter().any(has) || context.eq_ignore_ascii_case(b"public") {
        return Some(Direction::Inbound);
    }
    match (inside(src), is_outside(dst)) {
        (true, true) => Some(Direction::Outbound),
        (true, false) => Some(Direction::Internal),
        (false, false) => Some(Direction::Inbound),
        (false, true) => Some(Direction::Outbound),
    }
}

/// The own number of a row: the one set for it, else the first of clid's `<…>`, src and account code that is no
/// extension.
pub fn own_number<'r>(
    own: &'r [u8],
    src: &'r [u8],
    account: &'r [u8],
    cells: impl Iterator<Item = &'r [u8]>,
) -> &'r [u8] {
    if !own.is_empty() {
        return own;
    }
    // clid is the first column of cdr_custom, the second of FreePBX, the fifth of Master.csv: `"name" <number>`.
    let clid = cells.take(5).find(|cell| cell.ends_with(b">") && cell.contains(&b'<'));
    if let Some(clid) = clid
        && let Some(start) = clid.iter().rposition(|byte| *byte == b'<')
        && let Some(number) = clid.get(start + 1..clid.len() - 1)
        && is_outside(number)
    {
        return number;
    }
    [src, account].into_iter().find(|cell| is_outside(cell)).unwrap_or_default()
}

/// Whether a number is that of a line outside.
pub fn is_outside(cell: &[u8]) -> bool {
    cell.iter().filter(|byte| byte.is_ascii_digit()).count() > LONGEST_EXTENSION
}

/// Whether a row of the head has an own number: where none has, the file cannot tell.
pub fn row_has_own(row: &[String], columns: &Columns) -> bool {
    let cell = |role| columns.at(role).and_then(|at| row.get(at)).map_or(&b""[..], |cell| cell.as_bytes());
    let outbound =
        direction(cell(Role::Caller), cell(Role::Callee), cell(Role::Direction)) == Some(Direction::Outbound);
    outbound
        && !own_number(cell(Role::Own), cell(Role::Caller), cell(Role::Campaign), row.iter().map(String::as_bytes))
            .is_empty()
}
