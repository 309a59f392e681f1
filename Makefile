# The two commands that matter: `make run` and `make test`. Both set up first.
VENV := .venv
PY := $(VENV)/bin/python
FLASK := $(VENV)/bin/flask --app app
HOST ?= 127.0.0.1
PORT ?= 8000
export HOST PORT

.PHONY: run test check bench setup lock translations clean
.DEFAULT_GOAL := run

run: setup
	@$(FLASK) db upgrade
	@$(FLASK) worked-example
	@$(FLASK) serve

test: setup check
	@$(PY) -m pytest -n 2 --dist loadfile --ignore=tests/rules

check: setup
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/lint-imports --no-cache
	@$(PY) -m pytest tests/rules

# What the product costs beside the least that it could cost; fails where a bound is broken.
bench: setup
	@$(PY) -m tests.bench

setup: build/system build/python build/front build/translations

# System packages need root; see README. Where they are all there, nothing is asked.
build/system: packages.txt
	@mkdir -p build
	@sh system.sh
	@touch $@

build/python: requirements.txt requirements-dev.txt
	@mkdir -p build
	@test -x $(PY) || python3 -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@$(VENV)/bin/uv pip sync --quiet --compile-bytecode --python $(PY) requirements.txt requirements-dev.txt
	@touch $@

build/front: package.json package-lock.json $(wildcard static/css/*) $(wildcard frontend/*)
	@mkdir -p build
	@npm ci --silent --no-audit --no-fund
	@npm run --silent build
	@touch $@

build/translations: $(wildcard translations/*/LC_MESSAGES/*.po)
	@mkdir -p build
	@test -z "$^" || $(PY) -m babel.messages.frontend --quiet compile -d translations
	@touch $@

# Collect the resident-facing texts anew, and hand them on to every language there is.
translations:
	@$(PY) -m babel.messages.frontend --quiet extract -F babel.cfg -k N_ --no-location --sort-output \
		--project Alongside --copyright-holder "the Alongside developers" -o translations/messages.pot .
	@ls translations/*/LC_MESSAGES/*.po >/dev/null 2>&1 && \
		$(PY) -m babel.messages.frontend --quiet update -i translations/messages.pot -d translations || true

# Change a requirement in the .in files, then pin anew.
lock:
	@$(VENV)/bin/uv pip compile -q --no-header --no-annotate requirements.in -o requirements.txt
	@$(VENV)/bin/uv pip compile -q --no-header --no-annotate requirements-dev.in -o requirements-dev.txt

clean:
	@rm -rf build static/build node_modules $(VENV)
