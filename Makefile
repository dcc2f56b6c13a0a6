# Everything sets itself up: a bare Debian 12 with Python 3.11 (with venv), git and make is enough.
PYTHON ?= python3.11
VENV := .venv
RUN := $(VENV)/bin/python
LOCALES := $(wildcard resources/locale/*/LC_MESSAGES/kartturi.po)

.PHONY: setup run test check bench soak bundle screenshots messages clean

setup: $(VENV)/.ready $(LOCALES:.po=.mo)
	@sh installer/system-libraries.sh

$(VENV)/.ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

%.mo: %.po | $(VENV)/.ready
	$(VENV)/bin/pybabel --quiet compile --input-file $< --output-file $@ --locale $(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))

run: setup ## Open the program; without a screen, make the sample company's plan.
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then $(RUN) -m app; \
	else $(RUN) -m app demo --out build/demo; fi

test: setup ## All tests.
	$(RUN) -m pytest -q -n 2

check: setup ## Style, types, layers.
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

bench: setup ## Figures as ratios; see benchmarks/README.md.
	$(RUN) -m benchmarks

soak: setup ## The long runs.
	$(RUN) -m pytest -q -m soak

bundle: setup ## The program as a folder that needs no Python, tested outside the source tree.
	@sh installer/system-libraries.sh binutils libpython3.11
	$(RUN) installer/bundle.py

screenshots: setup ## Pictures of every place and of the plan, in every language.
	$(RUN) installer/screenshots.py

messages: setup ## Collect the strings of the source into the catalogues.
	$(RUN) installer/messages.py

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
