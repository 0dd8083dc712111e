# Needs Python 3.11 or newer and make, nothing else. `make` alone lists what it can do.
#   PYTHON  the Python that the virtual environment is made with     (python3)
#   VENV    where that environment is                                (.venv)

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
BASE := $(VENV)/.installed-base
DEV := $(VENV)/.installed-dev
MODELS_VENV ?= build/models-venv
MODELS := $(MODELS_VENV)/.installed-models

# The prompt reaches the program through the environment, untouched by make and the shell: quotes,
# dollars and all.
PROMPT ?=
override PROMPT := $(value PROMPT)
export PROMPT

.PHONY: help setup demo run test test-models test-sdk test-browser check lint fmt bench chaos fuzz generated proto proto-csharp web lock clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

help:
	@echo 'make demo PROMPT="..."             a scene from a sentence, written to out/'
	@echo 'make run [ARGS="--port 8765"]      the server, in the foreground'
	@echo 'make test                          every test but those of the next three'
	@echo 'make test-models                   engines on their real packages and tiny models (2 GB)'
	@echo 'make test-sdk                      the Unity package under mono; says what it needs'
	@echo 'make test-browser                  the page in a real Chromium, which must be installed'
	@echo 'make check                         format, lint, types, layers, unit tests'
	@echo 'make lint                          all of that but the unit tests'
	@echo 'make fmt                           format, and mend what lint can mend'
	@echo 'make bench [ONLY=name]             the figures, to ops/bench/results/latest.json'
	@echo 'make chaos [SEED=n] [DURATION=s]   the fault runs; also REQUESTS=n FAULTS=n WORKLOAD=scenes'
	@echo 'make web                           the page, from gateway/web/source to gateway/web/built'
	@echo 'make fuzz [RUNS=n] [SEED=n]        mutated frames at every door; KEEP=1 keeps new ones'
	@echo 'make generated                     all that is made of the protocols: Python, TypeScript, C#, page'
	@echo 'make setup | lock | clean          environment | lock files | tidy'

# Runs even when its stamp is fresh: it is what a missing redis-server is mended with.
setup:
	@rm -f $(BASE)
	@$(MAKE) --no-print-directory $(BASE)

demo: $(BASE)
	@$(BIN)/scenestream demo $${PROMPT:+"$$PROMPT"}

run: $(BASE)
	@$(BIN)/scenestream up $(ARGS)

test: $(DEV)
	$(PY) -m pytest

test-models: $(MODELS)
	$(MODELS_VENV)/bin/python -m pytest tests/models

# GOOGLE_PROTOBUF names the library's .dll or source; what is missing fails, and installs nothing.
test-sdk: $(DEV)
	$(PY) -m pytest tests/sdk

test-browser: $(DEV)
	$(PY) -m pytest tests/browser

check: lint
	$(PY) -m pytest tests/unit

lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PY) -m pytest tests/test_layers.py tests/test_docs.py

fmt: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV)
	$(if $(WHOLE),SCENESTREAM_BENCH_WHOLE=1) $(PY) -m ops.bench $(if $(ONLY),--only $(ONLY))

fuzz: $(DEV)
	$(PY) -m ops.fuzz $(if $(RUNS),--runs $(RUNS)) $(if $(SEED),--seed $(SEED)) $(if $(KEEP),--keep)

chaos: $(DEV)
	$(PY) -m ops.chaos $(if $(SEED),--seed $(SEED)) $(if $(DURATION),--duration $(DURATION)) \
		$(if $(REQUESTS),--requests $(REQUESTS)) $(if $(FAULTS),--faults $(FAULTS)) \
		$(if $(WORKLOAD),--workload $(WORKLOAD))

# Every place that the protocols have; tests/unit/test_generated.py notices one that was forgotten.
generated: proto proto-csharp web

proto: $(DEV)
	$(PY) -m pip install -q --disable-pip-version-check --upgrade --target build/proto \
		--require-hashes -r requirements/proto.lock
	PYTHONPATH=build/proto $(PY) -m grpc_tools.protoc -I . --python_out=. --pyi_out=. \
		schemas/wire.proto schemas/wire_v2.proto
	$(PY) -m ops.asyncapi > schemas/wire_v2.asyncapi.json
	sed 's/_descriptor_pool.Default()/_descriptor_pool.DescriptorPool()/' schemas/wire_v2_pb2.py \
		> gateway/sdk/python/scenestream_client/wire_v2_pb2.py
	cp schemas/wire_v2_pb2.pyi gateway/sdk/python/scenestream_client/
	$(PY) -m tests.web.workshop proto

web: $(DEV)
	$(PY) -m tests.web.workshop web

# Its protoc is the machine's own: that of grpcio-tools has no C#. 3.21 makes what every Google.Protobuf
# from 3.15 on can run.
proto-csharp:
	@command -v protoc > /dev/null || { \
		echo 'There is no protoc, which makes the C# of the Unity package. Install' \
			"Debian's protobuf-compiler, or protoc 3.21 of its project."; exit 1; }
	protoc -I . --csharp_out=gateway/sdk/unity/Runtime/Core schemas/wire_v2.proto

# --no-emit-index-url and --no-header keep where a package came from out of the files.
COMPILE = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --no-emit-index-url --no-annotate --no-header
lock: $(BASE)
	$(PY) -m pip install -q --disable-pip-version-check uv
	$(COMPILE) pyproject.toml requirements/base.in -o requirements/base.lock
	$(COMPILE) -c requirements/base.lock requirements/dev.in -o requirements/dev.lock
	$(COMPILE) --no-deps requirements/redis.in -o requirements/redis.lock
	$(COMPILE) requirements/proto.in -o requirements/proto.lock
	$(COMPILE) -c requirements/base.lock requirements/bench.in -o requirements/bench.lock
	mkdir -p build && echo 'torch ; sys_platform == "none"' > build/without-torch.txt
	$(COMPILE) -c requirements/base.lock -c requirements/dev.lock --override build/without-torch.txt \
		--no-emit-package torch requirements/models.in -o requirements/models.lock

# out/ stays: it holds people's scenes.
clean:
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
	@if [ -f '$(VENV)/pyvenv.cfg' ]; then rm -rf '$(VENV)'; fi

$(BASE): pyproject.toml ops/setup.py requirements/base.lock requirements/redis.lock
	@command -v $(PYTHON) > /dev/null || { \
		echo 'There is no $(PYTHON). Install Python 3.11 or newer, or name it:' \
			'make PYTHON=/path/to/python3'; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is $$($(PYTHON) --version 2>&1 | head -1), but Python 3.11 or newer is needed." \
			'Name one that is: make PYTHON=python3.12'; exit 1; }
	@$(PYTHON) ops/setup.py base --venv '$(VENV)'
	@touch $@

$(DEV): $(BASE) requirements/dev.lock tests/gltf/package-lock.json
	@$(PYTHON) ops/setup.py dev --venv '$(VENV)'
	@touch $@

# An environment of its own: torch and what is around it take 1.5 GB, which nothing else needs.
$(MODELS): pyproject.toml ops/setup.py requirements/base.lock requirements/models.lock
	@$(PYTHON) ops/setup.py models --venv '$(MODELS_VENV)'
	@touch $@
