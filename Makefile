# Lot One. `make demo` and `make test` set everything up in .venv; nothing is installed outside this folder.
PYTHON ?= python3
BIN := .venv/bin
HOME_OF_DEMO := $(CURDIR)/out/.state

.PHONY: help demo app test setup setup-test lock goldens gallery bench pages screenshots agree drawings certificates clean

help:
	@echo "make demo     builds job packages from the example choices into out/"
	@echo "make app      opens the web configurator (PORT=8501)"
	@echo "make test     every check: pytest, ruff, mypy, import contracts"
	@echo "make bench    the speed figures of this machine, as docs/performance.md quotes them"
	@echo "make pages    measures the pages in a browser, as docs/performance.md quotes it; make screenshots takes the README's"
	@echo "make agree    whether every print of a characteristic says the same; writes docs/making.md (SAMPLES=100); make drawings its pictures"
	@echo "make gallery  renders the pictures of the README"
	@echo "make certificates  sweeps every template and writes docs/certificates/ (DATE=YYYY-MM-DD, SAMPLES=1000, SEED=0, TEMPLATES='ring ...')"
	@echo "make goldens  rewrites the mass properties that the laws compare with (look at the diff)"
	@echo "make lock     renews the lock files after a change of dependencies"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Lot One needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "The module venv is missing: on Debian and Ubuntu it is the package python3-venv."; exit 1; }

.venv/.demo-ready: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up .venv (once; the CAD kernel is about 400 MB) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m configurator.space.compiled
	@touch $@

.venv/.test-ready: requirements-test.lock .venv/.demo-ready
	@echo "Installing what the checks need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

setup: .venv/.demo-ready
setup-test: .venv/.test-ready

demo: setup
	@CONFIGURATOR_HOME="$(HOME_OF_DEMO)" $(BIN)/python -m configurator.cli demo --examples examples -o out

PORT ?= 8501
app: setup
	@$(BIN)/configurator app --port $(PORT)

test: setup-test
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest -q -n 2 --dist loadgroup

goldens: setup-test
	@$(BIN)/pytest -q tests/templates/test_laws.py -k goldens --update-goldens

bench: setup
	@$(BIN)/configurator bench

pages: setup-test
	@$(BIN)/python docs/web/measure.py

screenshots: setup-test
	@$(BIN)/python docs/web/screenshots.py

agree: setup-test
	@$(BIN)/python docs/making/agree.py --samples $(or $(SAMPLES),100)

drawings: setup
	@$(BIN)/python docs/making/pictures.py

SEED ?= 0
DATE ?=
TEMPLATES ?= $(patsubst part_templates/%/template.py,%,$(wildcard part_templates/*/template.py))
CERTIFICATES ?= docs/certificates
# Without a memo on disk: what a certificate says was built is built for it. A sweep that is stopped goes on at the next call.
certificates: setup
	@for template in $(TEMPLATES); do \
		CONFIGURATOR_DISK_MEMO_MB=0 $(BIN)/configurator verify $$template --samples $(or $(SAMPLES),1000) --seed $(SEED) \
			$(if $(DATE),--date $(DATE)) -o $(CERTIFICATES)/$$template.json || exit 1; \
	done

.venv/.gallery-ready: requirements-gallery.lock .venv/.demo-ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-gallery.lock
	@touch $@

gallery: .venv/.gallery-ready
	@$(BIN)/python docs/gallery/make.py

# The tests' lock comes first and binds the others: one version of a library, whether it is used or tested.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml
lock: setup-test
	$(LOCK) --upgrade --extra build --extra test -o requirements-test.lock
	$(LOCK) --upgrade --extra build -c requirements-test.lock -o requirements.lock
	$(LOCK) --upgrade --extra build --extra gallery -c requirements-test.lock -o requirements-gallery.lock

clean:
	rm -rf out build dist *.egg-info .mypy_cache .ruff_cache .hypothesis
