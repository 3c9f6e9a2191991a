# Two commands do everything on a Debian machine that has Swift: `make demo` and `make test`.

PACKAGES := libgeos-dev libproj-dev proj-data libsqlite3-dev libshp-dev libcjson-dev libcairo2-dev \
	libpango1.0-dev libqpdf-dev libqrencode-dev libxlsxwriter-dev zlib1g-dev libminizip-dev libexpat1-dev \
	pkg-config fonts-dejavu-core fonts-dejavu-extra libjs-leaflet
# What Swift itself needs, which a machine with nothing but git, make and Swift's folder has not.
SWIFT_PACKAGES := libncurses6 libcurl4 libxml2 binutils libgcc-12-dev ca-certificates
TEST_PACKAGES := python3-venv gdal-bin python3-gdal libreoffice-calc-nogui poppler-utils qpdf chromium nodejs \
	glpk-utils
# One build serves the command, the tests of modules, which take a quarter of the time when optimised, and the package
# that imports WardlineKit: with other options each would compile everything anew.
BUILD := -c release -Xswiftc -enable-testing
COMMAND := .build/release/wardline
# All tests at once would start hundreds of commands at once, which wait for each other.
FEW_AT_ONCE := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(shell expr 2 '*' $$(nproc))
SOURCES := Sources Tests Benchmarks Package.swift

.PHONY: demo test test-long fuzz test-consumer test-postgresql test-spark build build-tests lint libraries test-libraries test-tools sample docs accuracy dist install \
	uninstall deb test-install clean

## Audits the sample city.
demo: build
	$(COMMAND) audit SampleData/requests.csv

## Checks format, build and tests, and that another package can use the library.
test: test-libraries test-tools lint build-tests
	$(FEW_AT_ONCE) WARDLINE_COMMAND=$(COMMAND) swift test $(BUILD) --skip-build
	$(MAKE) test-consumer

## Runs the whole of the checks of which `make test` runs a seeded part: mutated files and tables, kills, merges.
test-long: test-libraries test-tools build-tests
	$(FEW_AT_ONCE) WARDLINE_COMMAND=$(COMMAND) WARDLINE_LONG_TESTS=1 swift test $(BUILD) --skip-build \
		--filter 'MutatedFilesTests|FuzzedReadersTests|ReconciliationTests|KilledRunTests|WebPageTests|side by side|AreaLocatorTests|DesignedCityTests|DecisionLearningTests|NullDataTests|ReturnExcessTests|SlowTypesTests|BeforeAfterTests|AnomaliesTests|AuditReconciliationTests|FactsCommandTests|MergedPartsTests|MergedHotspotsTests|MergedClosuresTests|can use the page of|Of private requests a public output|WorkspaceCommandTests'

## Feeds a reader (READER, such as requests; none for their list) with RUNS inputs that libFuzzer makes, under the address
## sanitizer: no crash, no sum that does not add up, none over 1 s or 1 GB. What fails stays in the folder of its inputs.
READER ?=
RUNS ?= 20000
FUZZ := .build-fuzz
FUZZ_INPUTS := $(FUZZ)/inputs/$(READER)
# Both sanitizers in one option: of two options the compiler takes the last, and SwiftPM has no order for its own.
fuzz: libraries
	WARDLINE_FUZZ=1 swift build -c release -Xswiftc -sanitize=fuzzer,address --product Fuzzing --scratch-path $(FUZZ)
	mkdir -p $(FUZZ_INPUTS)/new
	WARDLINE_READER=$(READER) WARDLINE_SEEDS=$(FUZZ_INPUTS)/new SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
		$(FUZZ)/release/Fuzzing -seed=1 -runs=$(RUNS) \
		-timeout=1 -rss_limit_mb=1024 -max_len=262144 -artifact_prefix=$(FUZZ_INPUTS)/ -print_final_stats=1 \
		$(FUZZ_INPUTS)/new

## Builds and runs a package of its own that imports WardlineKit alone. It shares the folder of the build, and so the
## modules that are there; the plan of the build is its own, and is not to be taken from there.
test-consumer: libraries
	swift run $(BUILD) --package-path Tests/Consumer --scratch-path .build --disable-build-manifest-caching Consumer

## Audits 1,000,000 rows of a table in a PostgreSQL of its own; skipped where that cannot be had.
test-postgresql: build
	./Integrations/postgresql/test $(COMMAND)

## Runs the Python package in a Spark of two executors; skipped where Java cannot be had.
test-spark: build
	./Integrations/spark/test $(COMMAND)

build: libraries
	swift build $(BUILD) --product wardline

build-tests: libraries
	swift build $(BUILD) --build-tests

lint:
	swift format lint --strict --recursive $(SOURCES)

## Makes the sample city anew; the committed files must come out the same.
sample: libraries
	swift run $(BUILD) SampleCity

## Writes the parts of the manual that are made from the code.
docs: libraries
	WARDLINE_WRITE_DOCS=1 swift test $(BUILD) --filter 'CityKeysTests|ColumnReferenceTests|PageTextsTests|picture of the README'

## Measures what audits find in cities whose truth is known, and writes the table of Docs/accuracy.md. Takes minutes.
accuracy: libraries
	WARDLINE_WRITE_DOCS=1 WARDLINE_LONG_TESTS=1 swift test $(BUILD) --filter DesignedCityTests

libraries:
	@./.ci/install-packages $(SWIFT_PACKAGES) $(PACKAGES)

test-libraries:
	@./.ci/install-packages $(SWIFT_PACKAGES) $(PACKAGES) $(TEST_PACKAGES)

## What `make install` installs: the command with Swift's runtime linked in, manual pages, completions, licences. In a
## folder of its own, since a build without these options would replace the command by one that needs Swift.
STATIC := .build-static
DIST := $(STATIC)/dist
dist: libraries
	swift build -c release --static-swift-stdlib --product wardline --scratch-path $(STATIC)
	mkdir -p $(DIST)/man $(DIST)/completions
	strip -s -o $(DIST)/wardline $(STATIC)/release/wardline
	! readelf -d $(DIST)/wardline | grep -q libswift
	rm -f $(DIST)/man/*
	./.ci/make-manual $(DIST)/wardline $(DIST)/man
	gzip -9nf $(DIST)/man/*.1
	for shell in bash zsh fish; do \
		$(DIST)/wardline --generate-completion-script $$shell > $(DIST)/completions/$$shell || exit 1; done
	./.ci/licences $(STATIC)/checkouts > $(DIST)/copyright

PREFIX ?= /usr/local
ROOT := $(DESTDIR)$(PREFIX)
ZSH_COMPLETIONS ?= share/zsh/site-functions
DOCUMENTS := share/doc/wardline

## Installs what `make dist` made, without building: as root, after `make dist` as oneself.
install:
	@test -x $(DIST)/wardline || { echo "make dist comes first, as the user who builds"; exit 1; }
	install -D -m 755 $(DIST)/wardline $(ROOT)/bin/wardline
	install -d $(ROOT)/share/man/man1 $(ROOT)/$(DOCUMENTS)/Docs
	install -m 644 $(DIST)/man/*.1.gz $(ROOT)/share/man/man1
	install -D -m 644 $(DIST)/completions/bash $(ROOT)/share/bash-completion/completions/wardline
	install -D -m 644 $(DIST)/completions/zsh $(ROOT)/$(ZSH_COMPLETIONS)/_wardline
	install -D -m 644 $(DIST)/completions/fish $(ROOT)/share/fish/vendor_completions.d/wardline.fish
	install -m 644 $(DIST)/copyright README.md CHANGELOG.md $(ROOT)/$(DOCUMENTS)
	install -m 644 Docs/*.md $(ROOT)/$(DOCUMENTS)/Docs
	for folder in SampleData Boundaries; do \
		install -d $(ROOT)/$(DOCUMENTS)/examples/$$folder && \
		install -m 644 $$folder/* $(ROOT)/$(DOCUMENTS)/examples/$$folder || exit 1; done

## Removes what `make install` installed, and nothing else.
uninstall:
	rm -f $(ROOT)/bin/wardline $(ROOT)/share/man/man1/wardline.1.gz $(ROOT)/share/man/man1/wardline-*.1.gz
	rm -f $(ROOT)/share/bash-completion/completions/wardline $(ROOT)/$(ZSH_COMPLETIONS)/_wardline
	rm -f $(ROOT)/share/fish/vendor_completions.d/wardline.fish
	rm -rf $(ROOT)/$(DOCUMENTS)

## Makes a package for this release of Debian: .build-static/wardline.deb.
deb: dist
	@./.ci/install-packages dpkg-dev
	rm -rf $(STATIC)/root
	$(MAKE) install DESTDIR=$(STATIC)/root PREFIX=/usr ZSH_COMPLETIONS=share/zsh/vendor-completions
	./.ci/make-deb $(STATIC)/root $$($(DIST)/wardline --version) $(STATIC)/wardline.deb

## Installs the package on a bare Debian, uses it there and removes it. As root; skipped where that cannot be had.
test-install: deb
	./Tests/Install/bare-debian $(STATIC)/wardline.deb

## Installs the checkers that tests call, each of one version, into a folder of the build.
test-tools:
	@test -x .build/test-tools/bin/python || python3 -m venv .build/test-tools
	@.build/test-tools/bin/pip install --quiet --requirement Tests/Tools/requirements.txt

clean:
	rm -rf .build $(STATIC)
