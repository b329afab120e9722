.PHONY: experiments certificates test lint bench bench-peers fuzz build clean

CONFIGS := $(wildcard configs/*.yaml)
RACE    := ./experiments/runner ./experiments/store ./optim/...
FUZZ    ?= 60s

# What make bench runs, and how many times; the interpreter of make bench-peers.
BENCH    ?= .
COUNT    ?= 5
PACKAGES ?= ./...
PYTHON   ?= /usr/bin/python3

# All figures, tables and notes: results/NAME/ for every configs/NAME.yaml, and
# the descent from constant steps that finds linear decay.
experiments: build
	bin/regret run $(CONFIGS)
	@mkdir -p results/descent
	bin/regret tune --best last-exact --horizon 100 --R 1 --G 1 --figure results/descent/last-exact

# F*, proved: every embedded set, every fitting loss, four domains.
certificates: build
	bin/regret certificates

build:
	go build -o bin/regret ./experiments

# Everything that proves the project. With REGRET_STRICT=1 a skipped test fails.
test: lint
	@mkdir -p bin
	go test -race $(RACE)
	@echo 'go test -v ./... > bin/test.log'
	@go test -v ./... > bin/test.log 2>&1; status=$$?; \
	grep -E '^(ok|FAIL|panic|\?)|^ *--- FAIL|no test files' bin/test.log; \
	if [ $$status -ne 0 ]; then grep -v -E '^ *(=== |--- PASS)' bin/test.log; exit 1; fi; \
	if [ "$$REGRET_STRICT" = 1 ] && grep -E '^ *--- SKIP' bin/test.log; then echo 'REGRET_STRICT: skipped tests' >&2; exit 1; fi

lint:
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then echo "gofmt: $$unformatted" >&2; exit 1; fi
	go vet ./...
	go tool -modfile=tools.mod staticcheck ./...

# Each fuzz target for FUZZ, one after the other.
fuzz:
	@go test -list '^Fuzz' ./... | awk '/^Fuzz/ {targets[++n] = $$1} /^ok/ {for (i = 1; i <= n; i++) print $$2, targets[i]; n = 0}' | \
	while read -r package target; do \
		echo "$$package $$target"; \
		go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZ) "$$package" || exit 1; \
	done

# Step loop, kernels, bounds and the rest, as far as BENCH and PACKAGES say; output that
# benchstat reads. To compare two commits, on a quiet machine:
#     git switch --detach OLD && make bench > old.txt
#     git switch -            && make bench > new.txt
#     go tool -modfile=tools.mod benchstat old.txt new.txt
bench:
	@go test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) $(PACKAGES)

# Time against scikit-learn, a NumPy loop and C, as Markdown tables; takes ten minutes.
bench-peers:
	@experiments/peers/install.sh $(PYTHON)
	@go run ./experiments/peers --python $(PYTHON)

clean:
	rm -rf bin results/*/
