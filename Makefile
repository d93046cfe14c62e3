# Everything a person does here, in one word each. Needs make and Python 3.11 or newer, nothing else.
PYTHON ?= python3
REPORTS ?= examples/reports
OUT ?= brief.html
CORRECTIONS ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps

.DEFAULT_GOAL := help
.PHONY: help brief test docs lint types contracts check eval bench clean weights terms narrow taught deep

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 ..."; exit 2; }
	@echo "making an environment in .venv"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/ready: requirements.txt pyproject.toml .venv/made
	@echo "installing what the program needs (once)"
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-build-isolation -e .
	@touch $@

.venv/ready-dev: requirements-dev.txt .venv/ready
	@echo "installing what the tests need (once)"
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

brief: .venv/ready ## write brief.html from REPORTS="leak.txt page.html" (default: the examples); OUT=, CORRECTIONS=
	@$(BIN)/nonpaper brief $(REPORTS) -o $(OUT) $(if $(CORRECTIONS),--corrections $(CORRECTIONS))

test: .venv/ready-dev ## the tests
	@$(BIN)/python -m pytest -q

docs: .venv/ready-dev ## the pages as a site in build/docs; anything broken, links included, stops it
	@rm -rf build/docs
	@$(BIN)/python -m sphinx -E -a -q -W --keep-going docs build/docs
	@$(BIN)/python -m docs.generate.links build/docs

lint: .venv/ready-dev ## style
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/ready-dev ## types, strict
	@$(BIN)/mypy

contracts: .venv/ready-dev ## which folder may import which
	@$(BIN)/lint-imports

check: lint types contracts test ## all of these

eval: .venv/ready-dev ## quality on marked data, against pinned floors (needs ../shared)
	@$(BIN)/python -m eval
	@$(BIN)/python -m eval.scenarios_check
	@$(BIN)/python -m eval.agreement
	@$(BIN)/python -m eval.codes
	@$(BIN)/python -m eval.precedents
	@$(BIN)/python -m eval.dossier_stress --kills 200

bench: .venv/ready-dev ## timings
	@$(BIN)/python -m eval.bench
	@$(BIN)/python -m eval.analysis_bench
	@$(BIN)/python -m eval.scenarios_bench
	@$(BIN)/python -m eval.dossier_bench
	@$(BIN)/python -m eval.cluster_check

clean: ## remove what was made here
	@rm -rf .venv build brief.html .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

TRAIN_PYTHON ?= .train/bin/python
TRAIN = PYTHONPATH=src:.:$(PYTHONPATH) $(TRAIN_PYTHON) -m training
WEIGHTS = src/nonpaper/claims/weights
MADE ?= weights
SECONDS ?= 1e9
LOW ?= --low
WAYS ?= 12
START = $(ENCODER)
CARRY_OUT = $(TRAIN).plan $(LOW) --texts $(MADE)/texts.npz --encoder $(START) --out $(MADE) --seconds $(SECONDS) $(MORE)

$(MADE)/texts.npz: ## what is trained on as tables, made once: POLNEAR=, ENCODER= (see training/README.md)
	@mkdir -p $(MADE)
	@$(TRAIN).text --encoder $(ENCODER) --polnear $(POLNEAR)/train.jsonl $(POLNEAR)/train.multi.jsonl \
	  --written training/sentences training/articles training/reports --ways $(WAYS) --out $@

weights: $(MADE)/texts.npz ## make the encoder for who said what again: POLNEAR=, ENCODER= (see training/README.md)
	@$(CARRY_OUT) training/plans/shipped.toml
	@$(TRAIN).export $(MADE)/attribution.pt --out $(WEIGHTS)

terms: $(MADE)/texts.npz ## make the encoder for terms and stances again: POLNEAR=, ENCODER=
	@$(CARRY_OUT) training/plans/terms.toml
	@$(TRAIN).export $(MADE)/terms.pt --as terms --out $(WEIGHTS)

deep: START = $(LARGE)
deep: $(MADE)/texts.npz ## make an encoder for terms and stances from the larger one: POLNEAR=, ENCODER=, LARGE= (nothing is shipped)
	@$(CARRY_OUT) training/plans/deep.toml
	@mkdir -p $(MADE)/deep && cp $(WEIGHTS)/tokenizer.json $(MADE)/deep
	@$(TRAIN).export $(MADE)/deep.pt --as terms --out $(MADE)/deep

narrow: $(MADE)/texts.npz ## make the quick reader's network again from what ships for who said what; POLNEAR=, ENCODER=
	@$(CARRY_OUT) training/plans/narrow.toml
	@$(TRAIN).export $(MADE)/narrow.pt --as narrow --out $(WEIGHTS)

taught: $(MADE)/texts.npz ## teach a whole and a thin network by several, on a GPU: ENCODER=, SECONDS=400 (nothing is shipped)
	@$(CARRY_OUT) training/plans/taught.toml
	@for form in whole thin; do mkdir -p $(MADE)/$$form && cp $(WEIGHTS)/tokenizer.json $(MADE)/$$form && \
	  $(TRAIN).export $(MADE)/$$form.pt --as narrow --out $(MADE)/$$form || exit 1; done
