# Ringwell: every command a developer or CI needs. Each installs what it lacks; a second run costs seconds.

PORT ?= 8080

TRUNK := 0.21.14
WASM_BINDGEN := 0.2.129
WASM := wasm32-unknown-unknown

# Tools live outside the clone, by version, so that clones share them.
export RINGWELL_TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/ringwell
trunk := $(RINGWELL_TOOLS)/trunk-$(TRUNK)/bin/trunk
wasm_bindgen := $(RINGWELL_TOOLS)/wasm-bindgen-cli-$(WASM_BINDGEN)/bin/wasm-bindgen
export PATH := $(dir $(trunk)):$(dir $(wasm_bindgen)):$(CURDIR)/node_modules/.bin:$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)
export CHROMEDRIVER ?= /usr/bin/chromedriver

# Flags from the environment would replace those of .cargo/config.toml, or send the output elsewhere.
unexport RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_BUILD_TARGET
unexport CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER

SHELL := /bin/sh
.SHELLFLAGS := -euc
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help serve dev site module build check test fmt clippy clippy-wasm unit instructions miri browser budget e2e bench bench-detect bench-engine bench-page lighthouse gallery pictures clean \
  rust chromium valgrind

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

# ── Use ──────────────────────────────────────────────────────────────────────────────────────────────────────────

serve: build ## build the release page and serve it on localhost (PORT=8080)
	node scripts/serve.mjs dist $(PORT)

site: build module ## the page and the JavaScript module as a folder, site/, for any static host and any path
	rm -rf site
	cp -R dist site
	cp -R target/module site/module
	@echo "site/ is complete: upload the folder as it is."

dev: rust $(trunk) $(wasm_bindgen) node_modules/.stamp ## serve a quick build that follows your edits (PORT=8080)
	trunk serve --port $(PORT) --dist dist-dev

# ── Test ─────────────────────────────────────────────────────────────────────────────────────────────────────────

check: fmt clippy unit ## the quick loop: format, lints, native tests

test: fmt clippy clippy-wasm unit instructions browser build budget e2e ## everything; what CI runs

fmt: rust
	cargo fmt --all --check

clippy: rust
	cargo clippy --locked --all-targets -- -D warnings

clippy-wasm: rust
	cargo clippy --locked --target $(WASM) --features api --lib --bins --test browser -- -D warnings

unit: rust
	cargo test --locked

instructions: rust valgrind ## how many instructions a row costs, against bench/instructions.json (WRITE=1 enters them)
	cargo build --locked --quiet --example calls
	cargo build --locked --quiet --profile reader --no-default-features --bin reader
	node scripts/instructions.mjs $(if $(WRITE),--write)

miri: rust ## the unsafe block of src/read/marks.rs under Miri; needs a nightly toolchain with Miri, so not part of test
	cargo +nightly miri test --locked --no-default-features --lib read::marks

browser: rust chromium $(wasm_bindgen)
	cargo test --locked --target $(WASM) --features api --test browser

budget: build
	node scripts/budget.mjs dist

e2e: build chromium
	cargo build --locked --example analyze --example samples # the page's answers are held against theirs
	playwright test

# ── Measure and look ─────────────────────────────────────────────────────────────────────────────────────────────

bench: build chromium bench/node_modules/.stamp ## what the page costs: speed, memory, first load, Lighthouse (ROUNDS=5; 1.1 GB of disk)
	node bench/run.mjs $(or $(ROUNDS),5)
	node bench/lighthouse.mjs $(or $(ROUNDS),5)

lighthouse: build chromium bench/node_modules/.stamp ## Lighthouse alone: mobile, slow 4G (ROUNDS=5)
	node bench/lighthouse.mjs $(or $(ROUNDS),5)

bench-engine: build chromium bench/node_modules/.stamp bench/.venv/.stamp ## the reading beside DuckDB, Polars, uDSV, Papa Parse, d3 (ROUNDS=5; 2 GB of disk)
	cargo build --locked --quiet --profile reader --no-default-features --bin reader
	node bench/engine.mjs $(or $(ROUNDS),5)

bench-page: build chromium ## how fast the page answers a press, 200 × 90 and 5,000 × 365 (300 MB of disk)
	node bench/page.mjs

bench/node_modules/.stamp: bench/package.json bench/package-lock.json
	cd bench && npm ci --no-audit --no-fund
	touch $@

bench/.venv/.stamp: bench/requirements.txt
	python3 -m venv bench/.venv
	bench/.venv/bin/pip install --quiet --no-input --requirement bench/requirements.txt
	touch $@

bench-detect: rust ## how early, how quietly and how rightly it warns, in simulated centres (SEED=1; minutes)
	cargo run --locked --profile reader --example bench_detect -- $(or $(SEED),1) 100

gallery: build chromium ## pictures of every sample into gallery/: two widths, two themes, two languages
	node tests/e2e/gallery.mjs

pictures: build chromium ## the pictures of the README, into docs/pictures/
	node tests/e2e/gallery.mjs pictures

# ── Build ────────────────────────────────────────────────────────────────────────────────────────────────────────

build: dist/index.html

# Folders are listed too: their date tells of a file that went away.
sources := $(shell find src style public web samples 2>/dev/null) index.html Cargo.toml Cargo.lock Trunk.toml \
  .cargo/config.toml rust-toolchain.toml scripts/seal.mjs

dist/index.html: $(sources) $(trunk) $(wasm_bindgen) node_modules/.stamp | rust
	trunk build --release

# The worker's profile: its crates are built already, but for the report.
module: target/module/ringwell.js

target/module/ringwell.js: $(sources) $(wasm_bindgen) node_modules/.stamp | rust
	cargo rustc --locked --profile reader --target $(WASM) --no-default-features --features api --lib --crate-type cdylib
	wasm-bindgen --target web --out-dir target/module --out-name ringwell target/$(WASM)/reader/ringwell.wasm
	wasm-opt -O3 target/module/ringwell_bg.wasm -o target/module/ringwell_bg.wasm

# ── Tools ────────────────────────────────────────────────────────────────────────────────────────────────────────

rust: # the pinned toolchain with its wasm target, and the crates
	@sh scripts/install.sh rust

chromium:
	@sh scripts/install.sh chromium

valgrind:
	@sh scripts/install.sh valgrind

$(trunk): | rust
	sh scripts/install.sh tool trunk $(TRUNK)

$(wasm_bindgen): | rust # with the version in Cargo.toml and Trunk.toml
	sh scripts/install.sh tool wasm-bindgen-cli $(WASM_BINDGEN)

node_modules/.stamp: package.json package-lock.json
	sh scripts/install.sh node
	touch $@

clean: ## remove all that was built here; the shared tools stay
	rm -rf target dist dist-dev site node_modules bench/node_modules bench/.venv test-results
