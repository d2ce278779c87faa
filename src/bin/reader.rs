//! The worker that reads files. Natively the same reading without a browser, so that it can be measured.

/// Says `ready`, then takes jobs.
#[cfg(target_arch = "wasm32")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    ringwell::browser::fault::tell_only_the_place();
    ringwell::browser::worker::serve()
}

/// Reads a call log into tallies, `reader FILE`, and prints their totals in the form of `examples/calls.rs`.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::{env, fs, io, process::ExitCode};

    use ringwell::{
        import::Source,
        model::{Outcome, Settings},
        tally::{FileResult, Filter, ingest},
    };

    pub fn main() -> ExitCode {
        let Some(path) = env::args().nth(1) else {
            eprintln!("usage: reader FILE");
            return ExitCode::FAILURE;
        };
        let bytes = fs::metadata(&path).map_or(0, |known| known.len());
        match ingest(&Disk { path, bytes }, &Settings::default(), &Filter::default(), &mut |_| ()) {
            Ok(result) => {
                println!("{}", totals(&result));
                ExitCode::SUCCESS
            }
            Err(problem) => {
                eprintln!("{problem:?}");
                ExitCode::FAILURE
            }
        }
    }

    fn totals(result: &FileResult) -> String {
        let sum = |of: fn(&ringwell::tally::Tally) -> u64| result.ledger.cells.values().map(of).sum::<u64>();
        format!(
            "{{\"rows\":{},\"calls\":{},\"answered\":{},\"voicemail\":{},\"talk_seconds\":{},\"conversions\":{}}}",
            result.account.rows,
            sum(|tally| u64::from(tally.calls())),
            sum(|tally| u64::from(tally.of(Outcome::Answered))),
            sum(|tally| u64::from(tally.of(Outcome::Voicemail))),
            sum(|tally| tally.talk_ms) / 1000,
            sum(|tally| u64::from(tally.conversions)),
        )
    }

    struct Disk {
        path: String,
        bytes: u64,
    }

    impl Source for Disk {
        fn name(&self) -> &str {
            &self.path
        }

        fn len(&self) -> u64 {
            self.bytes
        }

        fn open(&self) -> io::Result<Box<dyn io::Read + '_>> {
            Ok(Box::new(fs::File::open(&self.path)?))
        }
    }
}
