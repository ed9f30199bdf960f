# Completion of hence for bash.
_hence() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options=
    local formats='dot json svg png pdf text' certainties='any possible probable asserted' commands='map outline path explain markers lexicon'
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands help --help --version" -- "$word")
        return
    fi
    case ${COMP_WORDS[1]} in
        map) options='--format --output --lang --lexicon --all --max-claims --focus --depth --min-certainty --sections --labels --merge --repairs --no-repair --help' ;;
        outline) options='--output --focus --depth --max-claims --min-certainty --lang --lexicon --merge --no-repair --help' ;;
        path) options='--from --to --format --output --lang --lexicon --merge --no-repair --help' ;;
        explain) options='--at --between --output --lang --lexicon --merge --no-repair --help' ;;
        markers) options='--format --output --lexicon --explain --no-repair --help' formats='table json brackets' ;;
        lexicon) options='--lexicon --help' ;;
    esac
    case $before in
        -T | --format) mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$word") ;;
        --min-certainty) mapfile -t COMPREPLY < <(compgen -W "$certainties" -- "$word") ;;
        --labels) mapfile -t COMPREPLY < <(compgen -W 'short full' -- "$word") ;;
        --merge) mapfile -t COMPREPLY < <(compgen -W 'none strict loose' -- "$word") ;;
        --lang) mapfile -t COMPREPLY < <(compgen -W 'en' -- "$word") ;;
        --lexicon) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
        help) mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word") ;;
        *)
            case $word in
                -*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word") ;;
                *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
            esac
            ;;
    esac
}
complete -o filenames -F _hence hence
