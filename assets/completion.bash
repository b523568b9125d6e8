# What stands before and behind `=` are words of their own to bash: `--theme=d` has three.
_sidenote_apart() {
    if [[ ${cur} == "=" ]]; then
        cur=""
    elif [[ ${prev} == "=" ]]; then
        prev="${COMP_WORDS[COMP_CWORD - 2]}"
    fi
}

# Articles are files. A command can only stand in the first place; where there is none, bash itself completes files.
_sidenote_articles() {
    COMPREPLY=()
    if [[ ${COMP_CWORD} -eq 1 ]]; then
        COMPREPLY=( $(compgen -W "extract guarantees quotes" -- "${cur}") )
    fi
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
        return
    fi
    local file
    while IFS= read -r file; do
        COMPREPLY+=("${file}")
    done < <(compgen -f -- "${cur}")
    compopt -o filenames 2> /dev/null
}

