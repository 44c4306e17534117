# The project's verbs. `make help` lists them; each needs nothing but Python 3.11 and make.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
export DAGSTER_HOME := $(CURDIR)/.dagster
export PYTHONWARNINGS ?= ignore::DeprecationWarning

.PHONY: help run test dev check lint types lock bench e2e torture docs clean

help: ## list what make can do
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(VENV)/.run-ready: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Chronicle needs Python 3.11 (looked for $(PYTHON)); set PYTHON=/path/to/python3.11."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) from requirements.lock (once) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev-ready: $(VENV)/.run-ready requirements-dev.lock
	@echo "Adding the test tools from requirements-dev.lock (once) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

$(DAGSTER_HOME)/dagster.yaml: dagster.yaml
	@mkdir -p $(DAGSTER_HOME) && cp dagster.yaml $@

run: $(VENV)/.run-ready $(DAGSTER_HOME)/dagster.yaml ## ingest the samples, run the nightly job, show what came out
	@$(BIN)/python -m pipelines.first_run

dev: $(VENV)/.run-ready $(DAGSTER_HOME)/dagster.yaml ## open the Dagster UI (webserver and daemon) on this workspace
	@$(BIN)/dagster dev -w workspace.yaml

test: $(VENV)/.dev-ready ## run every test
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: lint types test ## all that CI asks for

lint: $(VENV)/.dev-ready ## style, imports and layering
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

types: $(VENV)/.dev-ready ## strict type check
	@$(BIN)/mypy

e2e: $(VENV)/.dev-ready ## only the tests that start real servers and browsers
	@$(BIN)/python -m pytest -m e2e tests/e2e

torture: $(VENV)/.dev-ready ## kill runs at every step, many times, and compare the releases
	@$(BIN)/python -m pytest -m torture tests/e2e --run-torture

bench: $(VENV)/.dev-ready ## speed and accuracy beside named peers; see bench/README.md
	@$(BIN)/python -m bench

docs: $(VENV)/.dev-ready ## write the generated documentation anew
	@$(BIN)/python -m tools.generate_docs

lock: ## resolve the dependencies anew, with hashes
	@test -x .lockenv/bin/uv || { $(PYTHON) -m venv .lockenv && .lockenv/bin/python -m pip install --quiet uv; }
	@.lockenv/bin/uv pip compile --quiet pyproject.toml --extra install --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" -o requirements.lock
	@.lockenv/bin/uv pip compile --quiet pyproject.toml --extra install --extra dev -c requirements.lock --python-version 3.11 \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements-dev.lock

clean: ## delete what can be made again: caches, staging, the virtual environment (never raw/journal, raw/bodies, releases)
	@rm -rf $(VENV) .lockenv .mypy_cache .ruff_cache .pytest_cache .hypothesis raw/cache warehouse/staging
