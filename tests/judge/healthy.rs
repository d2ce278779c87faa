//! Healthy numbers must not be blamed: how often they are, in simulated centres where nothing is wrong.

use ringwell::{
    model::Settings,
    watch::{Grade, Rule, alerts},
};

use crate::centre::{HEALTHY, centre};

#[test]
fn forty_healthy_numbers_in_sixty_days_are_seldom_accused() {
    let (mut fired, mut confirmed, mut in_noise) = (0, 0, 0);
    for seed in 0..5 {
        let board = centre(seed, 40, 2, 60, |_, _| HEALTHY).board();
        for alert in alerts(&board, &Settings::default()) {
            fired += u32::from(alert.rule == Rule::AnswerRateDrop24h);
            confirmed += u32::from(alert.grade == Grade::Confirmed);
            in_noise += u32::from(alert.grade == Grade::WithinNoise);
        }
    }
    println!("24-hour rule {fired}, all rules confirmed {confirmed}, within noise {in_noise}");
    // 5 centres × 40 numbers × 59 pairs of days: by chance a fall of more than 10 points comes on 12.4 % of them
    // (exact binomial sums), 1,463 times; a few fall on consecutive days and are one onset.
    assert!((1350..1500).contains(&fired), "{fired}");
    // 400 months of one number: 0.1 confirmed alerts a month at most, all rules together.
    assert!(confirmed <= 40, "{confirmed}");
    assert!(in_noise > fired / 2, "{in_noise}");
}
