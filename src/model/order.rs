//! Sorting that is compiled once. The library's sorts are compiled anew for every type, several kilobytes each; the page
//! is downloaded, so it sorts places through one of them and then moves the items.

use std::cmp::Ordering;

/// Sorts stably. For lists that a person looks at; the many cells of a ledger are worth a sort of their own.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<u32> = (0..items.len() as u32).collect();
    sort_places(&mut places, &mut |a, b| compare(&items[a as usize], &items[b as usize]));
    // Each item is moved once, round by round of the places that follow one another.
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at as u32) as usize;
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts stably by what orders each item.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts in the items' own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts figures, the smallest first.
pub fn sort_figures(figures: &mut [f64]) {
    sort_by(figures, f64::total_cmp);
}

/// The median of figures, which it sorts; `None` of none.
pub fn median(figures: &mut [f64]) -> Option<f64> {
    sort_figures(figures);
    let (low, high) = (figures.get(figures.len().saturating_sub(1) / 2)?, figures.get(figures.len() / 2)?);
    Some((low + high) / 2.0)
}

/// Bits that a round of [`by_whole_key`] looks at: its counts stay in the processor's nearest memory.
const DIGIT: u32 = 11;

/// Millions of items in the order of a whole number, stably: counted and dealt out, the lowest bits first, instead of
/// compared.
pub fn by_whole_key<T: Copy>(mut items: Vec<T>, key: impl Fn(&T) -> u32) -> Vec<T> {
    let most = items.iter().map(&key).max().unwrap_or(0);
    let mut dealt = items.clone();
    for shift in (0..u32::BITS - most.leading_zeros()).step_by(DIGIT as usize) {
        let digit = |item: &T| (key(item) >> shift) as usize & ((1 << DIGIT) - 1);
        let mut places = [0_usize; 1 << DIGIT];
        items.iter().for_each(|item| places[digit(item)] += 1);
        let mut start = 0;
        places.iter_mut().for_each(|place| start += std::mem::replace(place, start));
        for item in &items {
            let place = &mut places[digit(item)];
            dealt[*place] = *item;
            *place += 1;
        }
        std::mem::swap(&mut items, &mut dealt);
    }
    items
}

#[inline(never)]
fn sort_places(places: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    places.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::{by_whole_key, sort, sort_by_key, sort_figures};

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e'), (3, 'f')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c'), (3, 'f')]);
    }

    #[test]
    fn it_sorts_as_the_library_does() {
        for length in 0..200_u64 {
            let mut items: Vec<String> = (0..length).map(|at| ((at * 7919 + length * 31) % 97).to_string()).collect();
            let mut expected = items.clone();
            expected.sort();
            sort(&mut items);
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn whole_keys_of_any_size_are_ordered_as_the_library_does_it() {
        for bits in [0, 1, 11, 12, 22, 23, 32] {
            let key = |at: u32| (u64::from(at.wrapping_mul(2_654_435_761)) & ((1_u64 << bits) - 1)) as u32;
            let items: Vec<(u32, u32)> = (0..5000).map(|at| (key(at), at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            assert_eq!(by_whole_key(items, |item| item.0), expected, "{bits} bits");
        }
    }

    #[test]
    fn figures_stand_from_the_smallest() {
        let mut figures = [2.5, -1.0, f64::INFINITY, 0.0, -0.0];
        sort_figures(&mut figures);
        assert_eq!(figures.map(f64::to_bits), [-1.0, -0.0, 0.0, 2.5, f64::INFINITY].map(f64::to_bits));
    }
}
