# Everything runs in .venv, which `make setup` builds from requirements.lock and brings up to date when that changes.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup demo test check gold gold-raise own-gold-raise samples bench lexicon strength lock clean
.DEFAULT_GOAL := help

help:
	@echo "make setup       build .venv (Python 3.11 or later)"
	@echo "make demo        extract the statements of samples/"
	@echo "make test        run the tests"
	@echo "make check       lint, types and tests"
	@echo "make gold        score against ../shared/gold and compare with the floors"
	@echo "make gold-raise  raise the floors to the present figures"
	@echo "make own-gold-raise  raise the floors of tests/gold to the present figures"
	@echo "make samples     rewrite tests/samples/ with the present records"
	@echo "make bench       speed, its growth, time to the first record, soundness over a corpus, long runs"
	@echo "make lexicon     generate the inflected forms"
	@echo "make strength    fit the weights of strength.tsv to tools/strength_records.tsv"
	@echo "make lock        resolve requirements.lock anew"

setup: $(READY)

# --no-compile keeps the environment small; the first run compiles what runs import and
# the lexicon, so that the next ones start at once.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Qawl needs Python 3.11 or later; name one with make PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --no-build-isolation -e .
	@PYTHONDONTWRITEBYTECODE= $(BIN)/extract quotes --quiet samples/ > /dev/null
	@du -sm .venv | awk '{ print ".venv is ready: " $$1 " MB" }'
	@touch $@

demo: setup
	$(BIN)/extract quotes samples/

test: setup
	$(BIN)/pytest --numprocesses auto

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto

gold: setup
	$(BIN)/python tests/gold.py

gold-raise: setup
	$(BIN)/python tests/gold.py --raise

own-gold-raise: setup
	$(BIN)/python tests/test_gold_own.py

samples: setup
	$(BIN)/python tests/test_samples.py

bench: setup
	$(BIN)/python tests/benchmarks/speed.py
	$(BIN)/python tests/benchmarks/growth.py
	$(BIN)/python tests/benchmarks/soundness.py
	$(BIN)/python tests/benchmarks/batch.py memory
	$(BIN)/python tests/benchmarks/batch.py kills
	$(BIN)/python tests/benchmarks/batch.py jobs

lexicon: setup
	$(BIN)/python -m qawl.lexicon.generate

strength: setup
	$(BIN)/python tools/strength.py fit

# uv resolves for every platform and leaves out what pyproject.toml excludes, which pip cannot.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check --upgrade uv
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --group dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
