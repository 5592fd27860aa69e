# The front door. Each target installs what it needs (tools/install), builds, and does what it says.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help install build test bench run screenshots format lint clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: ## add the missing Debian packages
	@tools/install

build: install ## build/credence
	@cmake --preset dev >build.log 2>&1 || { cat build.log; exit 1; }
	@cmake --build --preset dev --target credence

run: build ## fill a demonstration folder and serve it on 127.0.0.1:8080
	@tools/demo

screenshots: build ## walk through the web application and write docs/screens
	@cd web && node tests/run.mjs --tour ../docs/screens

test: install ## build and run every test
	@cmake --preset dev >build.log 2>&1 || { cat build.log; exit 1; }
	@cmake --build --preset dev
	@tools/with-postgresql ctest --preset dev

bench: install ## measure, with baselines in the same run (ROWS=1000000)
	@cmake --preset release >build.log 2>&1 || { cat build.log; exit 1; }
	@cmake --build --preset release --target credence_bench credence
	@CREDENCE_PG_FSYNC=on tools/with-postgresql build-release/bench/credence_bench --rows $(or $(ROWS),1000000)
	@cd web && node tests/measure.mjs ../build-release/credence $(or $(ROWS),1000000)

format: install ## put every source file in the house format
	@git ls-files '*.cc' '*.h' | xargs clang-format -i

lint: install ## the few believed checks of .clang-tidy, as errors
	@cmake --preset dev >build.log 2>&1 || { cat build.log; exit 1; }
	@git ls-files 'src/*.cc' | grep -v _test.cc | xargs -P 2 -n 4 clang-tidy -p build --quiet --warnings-as-errors='*' 2>/dev/null

clean: ## remove what was built
	@rm -rf build build-release build-asan build-tsan build.log
