.PHONY: setup build release demo test docs check fuzz bench install

PREFIX ?= /usr/local
DEMO ?= psoas-demo

# What is released starts fast: the Swift libraries are linked in, and all others too where they can be
# (docs/decisions/0013-one-static-binary.md). It has a build folder of its own, for the flags differ.
STATIC := $(if $(wildcard /usr/lib/*/libsqlite3.a),-Xswiftc -static-executable)
RELEASE = --scratch-path .build-release -c release --static-swift-stdlib $(STATIC) --product psoas
PSOAS = .build-release/release/psoas

# SQLite's headers and shell are all that Swift does not bring along.
setup:
	@scripts/setup

build: setup
	swift build

release: setup
	swift build $(RELEASE)

demo: release
	rm -rf $(DEMO)
	$(PSOAS) demo --output $(DEMO)

test: setup
	swift test
	scripts/oracles

# Writes what the documents say of the program from the program.
docs: setup
	UPDATE_GOLDEN=1 swift test --filter "document|reference"

# All that must hold before a change is taken: lint, warnings as errors, tests, documents fresh, the how-tos true, and
# two minutes of made-up bytes for every reader of files.
check: setup
	swift format lint --strict -r Sources Tests Migrations SeedData Benchmarks Fuzz Package.swift
	swift test
	scripts/oracles
	scripts/extend-a-copy
	scripts/fuzz 15

# The same for as long as one has time: make fuzz SECONDS=600.
SECONDS ?= 300
fuzz: setup
	scripts/fuzz $(SECONDS)

bench: release
	swift build --scratch-path .build-release -c release --static-swift-stdlib $(STATIC) --product CheckCost
	swift build --scratch-path .build-release -c release --static-swift-stdlib $(STATIC) --product ParseCost
	scripts/bench $(PSOAS) .build-release/release/CheckCost .build-release/release/ParseCost

install: release
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(PSOAS) $(DESTDIR)$(PREFIX)/bin/psoas
