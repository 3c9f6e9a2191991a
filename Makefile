# Two commands do everything on a Debian machine that has Swift: `make demo` and `make test`.

PACKAGES := libgeos-dev libproj-dev proj-data libsqlite3-dev libshp-dev libcjson-dev libcairo2-dev \
	libpango1.0-dev libqpdf-dev pkg-config fonts-dejavu-core libjs-leaflet
TEST_PACKAGES := python3-venv poppler-utils qpdf chromium nodejs glpk-utils
SOURCES := Sources Tests Benchmarks Package.swift

.PHONY: demo test test-long test-consumer build lint libraries test-libraries test-tools sample docs clean

## Audits the sample city.
demo: build
	swift run -c release --skip-build wardline audit SampleData/requests.csv

## Checks format, build and tests, and that another package can use the library.
test: test-libraries test-tools lint
	swift build --build-tests
	swift test --skip-build
	$(MAKE) test-consumer

## Runs the whole of the checks of which `make test` runs a seeded part.
test-long: test-libraries test-tools
	swift build --build-tests
	WARDLINE_LONG_TESTS=1 swift test --skip-build

## Builds and runs a package of its own that imports WardlineKit alone.
test-consumer: libraries
	swift run --package-path Tests/Consumer --scratch-path .build/consumer Consumer

build: libraries
	swift build -c release --product wardline

lint:
	swift format lint --strict --recursive $(SOURCES)

## Makes the sample city anew; the committed files must come out the same.
sample: libraries
	swift run SampleCity

## Writes the parts of the manual that are made from the code.
docs: libraries
	WARDLINE_WRITE_DOCS=1 swift test --filter 'CityKeysTests|ColumnReferenceTests'

libraries:
	@./.ci/install-packages $(PACKAGES)

test-libraries:
	@./.ci/install-packages $(PACKAGES) $(TEST_PACKAGES)

## Installs the checkers that tests call, each of one version, into a folder of the build.
test-tools:
	@test -x .build/test-tools/bin/python || python3 -m venv .build/test-tools
	@.build/test-tools/bin/pip install --quiet --requirement Tests/Tools/requirements.txt

clean:
	rm -rf .build
