# SpecSync: build it, see it, test it. Needs Swift 6.1 or later, make and git; the rest it installs where it may.

PACKAGES   := libxml2-dev libxxhash-dev libsqlite3-dev libcurl4-openssl-dev pkg-config
TEST_PACKAGES := python3 python3-aiosmtpd python3-pyftpdlib python3-openssl python3-paramiko openssl
PROGRAM    := .build/release/specsync
DEMO       := fixtures/demo
OUT        := out/demo
NIGHT      := out/night
STYLES     := 83334
SWIFTBUILD := swift build -c release --static-swift-stdlib --product specsync

.PHONY: build demo test nights score readme bench lint needs clean

# The compiler does not tell the build which files it embeds; one that is newer than its C file must be told.
build: needs
	@for file in Sources/CSpecData/*.c; do \
	    [ -z "$$(find "$${file%.c}" -type f -newer "$$file")" ] || touch "$$file"; \
	done
	@$(SWIFTBUILD)

needs:
	@Tools/install-needs $(PACKAGES)

demo: build
	@mkdir -p $(OUT)
	@echo "specsync diff $(DEMO)/supplier.xml $(DEMO)/shop.csv --leg platform=$(DEMO)/platform.csv --leg orders=$(DEMO)/orders.csv --out $(OUT)"
	@$(PROGRAM) diff $(DEMO)/supplier.xml $(DEMO)/shop.csv --leg platform=$(DEMO)/platform.csv \
	    --leg orders=$(DEMO)/orders.csv --out $(OUT) || [ $$? -eq 1 ]
	@echo
	@echo "The report for a person:  $(CURDIR)/$(OUT)/report.html"
	@echo "The tables for a script:  $(CURDIR)/$(OUT)/mapping.csv, mismatches.csv, specs.csv, report.json"
	@echo
	@echo "Two nights of specsync run, with changes in between:"
	@Tools/demo-night $(NIGHT)
	@echo
	@echo "The report of the second:  $(CURDIR)/$(NIGHT)/reports/latest/report.html"
	@echo "What would be mailed:      $(CURDIR)/$(NIGHT)/outbox"

# The command tests run the program that `build` leaves, so that comes first. Some talk to mail and feed servers, which
# they start themselves.
test: build
	@Tools/install-needs $(TEST_PACKAGES)
	Tests/Nights/selfcheck.py
	Tests/Nights/nights.py
	swift test --disable-xctest

# Three weeks of nightly runs, twice; then runs killed at a hundred moments, and runs on a full disk; needs Python 3.
nights: build
	@Tools/install-needs python3
	Tests/Nights/selfcheck.py --diff $(PROGRAM)
	Tests/Nights/nights.py --timings
	Tests/Nights/kill.py
	Tests/Nights/diskfull.py

# How well pairs are found, on labelled ones; needs Python 3.
score: build
	@Tools/score

# How fast it is beside Polars, DuckDB and bare libxml2; needs Python 3 with pip. STYLES=8334 is quick.
bench: build
	@Tools/bench $(STYLES)

# The demo's output and picture in README.md, as they are now.
readme: build
	@Tools/update-readme

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build out
