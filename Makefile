# Everything a newcomer needs, each target with all of its own set-up. `make` or `make help` lists them.

PYTHON := .venv/bin/python
RUN_DIR := var/run
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help setup run test check format types imports cover bench docs clean

help: ## What there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.venv/.ready: pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh
	@touch $@

setup: .venv/.ready ## The virtual environment, with Copydesk and its tools

run: .venv/.ready ## Import the sample newsroom and serve it at 127.0.0.1:8000
	@mkdir -p $(RUN_DIR)
	@cd $(RUN_DIR) && ../../.venv/bin/copydesk import ../../examples/newsroom
	@echo
	@echo "Worth opening (Ctrl-C stops the server):"
	@echo "  http://127.0.0.1:$(PORT)/news/                             the front page"
	@echo "  http://127.0.0.1:$(PORT)/news/wp-json/wp/v2/posts?_embed   the articles as WordPress serves them"
	@echo "  http://127.0.0.1:$(PORT)/news/wp-json/                     the index of the API"
	@cd $(RUN_DIR) && exec ../../.venv/bin/copydesk serve --port $(PORT)

test: .venv/.ready ## All tests; installs MariaDB, Chromium and Node.js when absent
	@sh scripts/setup_tests.sh
	@sh scripts/mariadb.sh start || true
	@status=0; $(PYTHON) -m pytest -n 2 --dist loadgroup || status=$$?; sh scripts/mariadb.sh stop || true; exit $$status

check: .venv/.ready ## Format, lint, types, import contracts, house rules (under two minutes)
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports
	@$(PYTHON) -m pytest tests/test_house.py tests/wire tests/rest tests/content tests/auth -m "not slow and not mariadb"

cover: .venv/.ready ## Branch coverage of the rooms text and wire by their own tests: all of it
	@$(PYTHON) -m pytest tests/text tests/wire -n 2 --dist loadgroup -m "not slow" \
		--cov=copydesk.text --cov=copydesk.wire --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

format: .venv/.ready ## Format the code, and mend what the linter can
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

bench: .venv/.ready ## What Copydesk costs, as ratios in one run
	@$(PYTHON) -m benchmarks.text
	@$(PYTHON) -m benchmarks.serve

clean: ## Remove what was made here, but for the virtual environment
	@rm -rf var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
