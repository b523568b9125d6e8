#!/bin/sh
# Prints first screen, page, burst, search, end, resize and memory of sidenote beside those of other readers on this machine.
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

for size in $(echo "${1:-4k,1m}" | tr , ' '); do
    [ -f "$docs/article-$size.md" ] || stop "$docs/article-$size.md is missing"
    echo "== $size, sidenote"
    "$python" "$bench" run --cmd "$sidenote {file}" -f "$docs/article-$size.md" \
        --down ' ' --up b --line j --lineup k --end G --top g --search '/{needle}\r' --quit q
    for peer in $(echo "${2:-less,most}" | tr , ' '); do
        command -v "$peer" >/dev/null || { echo "== $size, $peer: not installed"; continue; }
        [ -f "$docs/article-$size.txt" ] || { echo "== $size, $peer: $docs/article-$size.txt is missing"; continue; }
        echo "== $size, $peer"
        "$python" "$bench" run -p "$peer" -f "$docs/article-$size.txt"
    done
done
