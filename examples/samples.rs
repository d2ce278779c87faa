//! Writes the five samples of the page as files: `cargo run --release --example samples -- DIR`.

use std::{
    env, fs,
    io::{self, BufWriter, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use ringwell::samples;

fn main() -> ExitCode {
    let Some(dir) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: samples DIR");
        return ExitCode::FAILURE;
    };
    match write_all(&dir) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", dir.display());
            ExitCode::FAILURE
        }
    }
}

fn write_all(dir: &std::path::Path) -> io::Result<()> {
    for id in samples::IDS {
        let dir = dir.join(id);
        fs::create_dir_all(&dir)?;
        for (file, name) in samples::files(id).iter().enumerate() {
            let path = dir.join(name);
            let mut out = BufWriter::new(fs::File::create(&path)?);
            samples::write(id, file, &mut out)?;
            out.flush()?;
            println!("{}", path.display());
        }
    }
    Ok(())
}
