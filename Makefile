.PHONY: setup build demo test check install

PREFIX ?= /usr/local
DEMO ?= psoas-demo

# libsqlite3's headers are all that Swift does not bring along.
setup:
	@scripts/setup

build: setup
	swift build

demo: setup
	swift build -c release --product psoas
	rm -rf $(DEMO)
	.build/release/psoas demo --output $(DEMO)

test: setup
	swift test
	scripts/oracles

check: test
	swift format lint --strict -r Sources Tests Migrations SeedData Package.swift

install: setup
	swift build -c release --static-swift-stdlib --product psoas
	install -d $(PREFIX)/bin
	install -m 755 .build/release/psoas $(PREFIX)/bin/psoas
