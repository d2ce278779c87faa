#!/bin/sh
# Installs what is missing, and says nothing when nothing is: scripts/install.sh rust | chromium | valgrind | node | tool NAME VERSION
set -eu

fail() { echo "install: $*" >&2; exit 1; }

# The pinned toolchain with its parts (rust-toolchain.toml), and the crates of Cargo.lock, as builds run offline.
rust() {
  command -v cargo >/dev/null || fail "Rust is missing: https://rustup.rs"
  if command -v rustup >/dev/null; then
    channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    rustup run "$channel" rustc --version >/dev/null 2>&1 ||
      rustup toolchain install "$channel" --profile minimal --component clippy --component rustfmt
    rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
  fi
  cargo fetch --locked --quiet
}

chromium() {
  if [ -x /usr/bin/chromium ] && [ -x "${CHROMEDRIVER:-/usr/bin/chromedriver}" ]; then return; fi
  command -v apt-get >/dev/null || fail "the browser tests need /usr/bin/chromium and chromedriver (CHROMEDRIVER=path)"
  packages chromium chromium-driver fonts-liberation
}

valgrind() {
  if command -v callgrind_annotate >/dev/null; then return; fi # a part of it; `valgrind` would find this function
  command -v apt-get >/dev/null || fail "valgrind is missing: it counts the instructions of a row"
  packages valgrind
}

packages() {
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -q
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

node() {
  command -v npm >/dev/null || fail "Node.js 20 or later, with npm, is missing: https://nodejs.org"
  npm ci --no-audit --no-fund
}

# A tool of cargo, in a folder of its own. Built quickly: it runs for seconds, on small files.
tool() {
  units=16
  [ "$1" = wasm-bindgen-cli ] && units=256 # it alone builds in half the time so
  env -u CARGO_TARGET_DIR \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=$units \
    cargo install --locked "$1" --version "$2" --no-default-features --root "$RINGWELL_TOOLS/$1-$2"
}

"$@"
