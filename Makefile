# The front door. Each target installs what it needs (tools/install), builds, and does what it says.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help install build test bench run format lint clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: ## add the missing Debian packages
	@tools/install

build: install ## build/credence
	@cmake --preset dev >build.log 2>&1 || { cat build.log; exit 1; }
	@cmake --build --preset dev

test: build ## build and run every test
	@tools/with-postgresql ctest --preset dev

format: ## put every source file in the house format
	@git ls-files '*.cc' '*.h' | xargs clang-format -i

clean: ## remove what was built
	@rm -rf build build-release build-asan build-tsan build.log
