#!/bin/sh
# Prints a table of sidenote beside other readers on this machine: what a key costs in each, in milliseconds from outside.
#
#   SIDENOTE_TTYBENCH=…/ttybench.py SIDENOTE_DOCS=… tests/bench/peers.sh [sizes] [peers]
#
# SIDENOTE_TTYBENCH  the program that measures through a terminal: it has `run -p PEER -f FILE` and `run --cmd COMMAND -f FILE`
# SIDENOTE_DOCS      a folder with article-4k.md, article-100k.md … (and .txt for peers that read no Markdown)
# SIDENOTE_PYTHON    the Python to run it with; python3 unless given
# sizes, peers       with commas between them; 4k,1m and less,most unless given
set -u

stop() {
    echo "peers.sh: $1" >&2
    exit 2
}

bench=${SIDENOTE_TTYBENCH:-}
docs=${SIDENOTE_DOCS:-}
python=${SIDENOTE_PYTHON:-python3}
sidenote=${SIDENOTE:-${CARGO_TARGET_DIR:-target}/release/sidenote}
[ -f "$bench" ] || stop "nothing to measure with: set SIDENOTE_TTYBENCH to the path of ttybench.py"
[ -d "$docs" ] || stop "no documents: set SIDENOTE_DOCS to a folder with article-4k.md and so on"
[ -x "$sidenote" ] || stop "no program at $sidenote: run cargo build --release, or set SIDENOTE to its path"
command -v "$python" >/dev/null || stop "no $python: set SIDENOTE_PYTHON to a Python with what ttybench.py needs"
"$python" "$bench" list >/dev/null || stop "$python cannot run $bench: set SIDENOTE_PYTHON to a Python with what it needs"

# Every document is opened at its top, whatever was read here before.
export XDG_CONFIG_HOME=/nonexistent XDG_STATE_HOME=/dev/null

result=$(mktemp) || stop "no temporary file to write to"
trap 'rm -f "$result"' EXIT

# Measures one program over one document and prints its row: SIZE NAME ARGUMENTS…
measure() {
    row="$1 $2"
    shift 2
    "$python" "$bench" run --n-page 100 --json "$result" "$@" >/dev/null 2>&1 || { echo "$row: not measured"; return; }
    "$python" - "$result" $row <<'ROW'
import json, sys

result = json.load(open(sys.argv[1]))
session = result["session"]

def at(value, *keys):
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return "-" if value is None else value

columns = [
    at(result, "ttff", "median"),
    at(session, "page", "last", "median"),
    at(session, "page", "last", "p99"),
    at(session, "page", "bytes", "median"),
    at(session, "burst200", "ms"),
    at(session, "search", "ms"),
    at(session, "end", "ms"),
    at(session, "resize", "ms", "median"),
    at(session, "hwm_mb"),
    at(session, "idle", "cpu_s"),
    at(session, "idle", "bytes"),
]
print(f"{sys.argv[2]:>6} {sys.argv[3]:<10}", *(f"{column:>9}" for column in columns))
ROW
}

printf '%6s %-10s' size program
printf ' %9s' first page p99 bytes burst search end resize MB 'idle cpu' bytes
echo
for size in $(echo "${1:-4k,1m}" | tr , ' '); do
    [ -f "$docs/article-$size.md" ] || stop "$docs/article-$size.md is missing"
    measure "$size" sidenote --cmd "$sidenote {file}" -f "$docs/article-$size.md" \
        --down ' ' --up b --line j --lineup k --end G --top g --search '/{needle}\r' --quit q
    for peer in $(echo "${2:-less,most}" | tr , ' '); do
        command -v "$peer" >/dev/null || { echo "$size $peer: not installed"; continue; }
        [ -f "$docs/article-$size.txt" ] || { echo "$size $peer: $docs/article-$size.txt is missing"; continue; }
        measure "$size" "$peer" -p "$peer" -f "$docs/article-$size.txt"
    done
done
