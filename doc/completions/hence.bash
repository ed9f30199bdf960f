# Completion of hence for bash.
_hence() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options
    options='--format --output --lang --lexicon --all --max-claims --merge --repairs --no-repair --help'
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'map help --help --version' -- "$word")
        return
    fi
    case $before in
        -T | --format) mapfile -t COMPREPLY < <(compgen -W 'dot json svg png pdf' -- "$word") ;;
        --merge) mapfile -t COMPREPLY < <(compgen -W 'none strict loose' -- "$word") ;;
        --lang) mapfile -t COMPREPLY < <(compgen -W 'en' -- "$word") ;;
        --lexicon) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
        help) mapfile -t COMPREPLY < <(compgen -W 'map' -- "$word") ;;
        *)
            case $word in
                -*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word") ;;
                *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
            esac
            ;;
    esac
}
complete -o filenames -F _hence hence
