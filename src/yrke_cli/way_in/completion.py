"""Completion: the scripts that teach a shell to ask, and the answers. It never fails and never says anything more.

A shell asks with `yrke __complete SHELL WORD…`, the words of the line up to the one under the cursor. The answer is a
line for each thing that may stand there; for zsh and fish with what it means after a tab.
"""

from __future__ import annotations

from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.commands import COMPLETE, all_commands, command_named
from yrke_cli.faults import Fault
from yrke_cli.words import fold, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yrke_cli.declare import Command, Option

MOST = 50
# How alike a name must be to be offered instead of what was typed.
LIKELY = 0.75
# What a shell is told where the name of a file is to be typed: it knows those itself.
FILES = ":filer"
SCRIPTS = {
    "bash": f"""\
_yrke() {{
    local IFS=$'\\n'
    COMPREPLY=($("$1" {COMPLETE} bash "${{COMP_WORDS[@]:1:COMP_CWORD}}" 2>/dev/null))
    if [[ "${{COMPREPLY[0]}}" == "{FILES}" ]]; then
        COMPREPLY=()
        compopt -o default
    fi
}}
complete -F _yrke yrke
""",
    # -U: zsh must not drop a name because it was typed with a slip.
    "zsh": f"""\
#compdef yrke
_yrke() {{
    local line
    local -a found shown
    for line in "${{(@f)$(yrke {COMPLETE} zsh "${{(@Q)words[2,CURRENT]}}" 2>/dev/null)}}"; do
        [[ -n $line ]] || continue
        [[ $line == "{FILES}" ]] && _files && return
        found+=("${{line%%$'\\t'*}}")
        shown+=("${{line/$'\\t'/  -- }}")
    done
    if [[ "$shown" == *' -- '* ]]; then
        compadd -U -l -d shown -a found
    else
        compadd -U -a found
    fi
}}
compdef _yrke yrke
""",
    "fish": f"""\
function __yrke
    set -l found (yrke {COMPLETE} fish (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
    if test "$found" = "{FILES}"
        __fish_complete_path (commandline -ct)
    else if test (count $found) -gt 0
        printf '%s\\n' $found
    end
end
complete -c yrke -e
complete -c yrke -f -k -a '(__yrke)'
""",
}


def completed(asked: Sequence[str]) -> str:
    """The lines for a shell, which is named first: what the last of the words after it may become."""
    shell, *words = asked or [""]
    try:
        offers = _offers([_unquoted(word) for word in _joined(words)] or [""])
    except Fault:
        offers = {}
    if shell == "bash":
        # It completes what stands after the sign of equality, and has no room for what a word means.
        lines = [offer.partition("=")[2] if "=" in words else offer for offer in offers]
    else:
        lines = [f"{offer}\t{means}" if means else offer for offer, means in offers.items()]
    return "".join(f"{line}\n" for line in lines)


def _joined(words: Sequence[str]) -> list[str]:
    """The words as a program gets them: bash takes --sektor=k apart into three."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")) and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _unquoted(word: str) -> str:
    """The word without the signs that shells quote with; none of them says anything in a name."""
    return word.translate({ord(sign): None for sign in "\\\"'"})


def _offers(words: Sequence[str]) -> dict[str, str]:
    """What the last word may become, each with what it means ("" where it says so itself)."""
    *before, incomplete = words
    if not before:
        known = _overall() if incomplete.startswith("-") else {one.name: one.summary for one in all_commands()}
        return {name: known[begun] for begun in known for name in _begun([begun], incomplete)}
    if fold(before[0]) == fold("--fullføring"):
        return dict.fromkeys(_begun(SCRIPTS, incomplete), "")
    command = command_named(before[0])
    return {} if command is None else _of_command(command, before[1:], incomplete)


def _overall() -> dict[str, str]:
    from yrke_cli.declare.options import OVERALL

    return {option.name: option.help for option in OVERALL}


def _of_command(command: Command, before: Sequence[str], incomplete: str) -> dict[str, str]:
    options = {flag: option for option in command.options for flag in option.spellings}
    flag, equals, value = incomplete.partition("=")
    if equals and flag in options:
        return {f"{flag}={offer}": "" for offer in _values(options[flag], value)}
    waiting = options.get(before[-1]) if before else None
    if waiting is not None and waiting.takes_value:
        return dict.fromkeys(_values(waiting, incomplete), "")
    if incomplete.startswith("-"):
        from yrke_cli.declare.options import COMMAND_HELP

        means = {option.name: option.help for option in (*command.options, COMMAND_HELP)}
        return {flag: means[known] for known in means for flag in _begun([known], incomplete)}
    return dict.fromkeys(_names(command.complete, _words_of(before, options), incomplete), "")


def _words_of(before: Sequence[str], options: dict[str, Option]) -> list[str]:
    """The words that are neither options nor their values."""
    valued = [word in options and options[word].takes_value for word in before]
    return [word for place, word in enumerate(before) if not word.startswith("-") and not (place and valued[place - 1])]


def _values(option: Option, incomplete: str) -> list[str]:
    if option.complete == "files":
        return [FILES]
    if option.several and "," in incomplete:
        chosen, _, begun = incomplete.rpartition(",")
        return [f"{chosen},{offer}" for offer in _begun(option.choices, begun) if offer not in chosen.split(",")]
    if option.choices:
        return _begun(option.choices, incomplete)
    return _names(option.complete, [], incomplete)


def _names(kind: str, before: Sequence[str], incomplete: str) -> list[str]:
    """The names of a kind that complete the words: as many of the last ones as begin a name together."""
    if not kind:
        return []
    with Catalogue(default_path()) as catalogue:
        for start in range(len(before) + 1):
            found = _continued(
                _known(catalogue, kind, " ".join([*before[start:], incomplete])), before[start:], incomplete
            )
            if found:
                return found[:MOST]
        return _meant(catalogue, incomplete) if kind == "names" else []


def _known(catalogue: Catalogue, kind: str, typed: str) -> list[str]:
    if kind == "programmes":
        from yrke_cli.catalogue.programmes import Programmes

        programmes = Programmes(catalogue)
        names = programmes.names()
        return sorted({names[code] for code in programmes.in_use()})
    if kind == "sources":
        own = [one.id for one in catalogue.sources() if one.id.startswith(typed.casefold())]
        return [*own, *_known(catalogue, "names", typed)]
    if kind == "topics":
        return [one.topic for one in catalogue.explanations()]
    if kind == "demands":
        from yrke_cli.catalogue.overall import Overall

        return sorted({"autorisasjon", *Overall(catalogue).demand_names()})
    if kind == "interests":
        return sorted({one for own in catalogue.lists("interesser").values() for one in own})
    return catalogue.titles_from(fold(typed)) or catalogue.other_names_from(fold(typed))


def _continued(known: Iterable[str], before: Sequence[str], incomplete: str) -> list[str]:
    """What is left of the names that begin with the words, in the spelling that was begun."""
    wanted = fold(" ".join([*before, incomplete]))
    rests = []
    for name in known:
        # Brackets mean something to a shell and nothing in a name.
        words = name.translate({ord("("): None, ord(")"): None}).split(" ")
        if fold("".join(words)).startswith(wanted) and fold("".join(words[: len(before)])) == fold("".join(before)):
            rests.append(" ".join(words[len(before) :]))
    return _begun(rests, incomplete)


def _begun(known: Iterable[str], incomplete: str) -> list[str]:
    """The known words in the spelling in which they were begun: a shell shows only what begins with those letters."""
    forms = ((name, name.lower(), plain(name.lower())) for name in known)
    return [begun[0] for own in forms if (begun := [form for form in own if form.startswith(incomplete)])]


def _meant(catalogue: Catalogue, typed: str) -> list[str]:
    """The most likely occupation, where a slip keeps the letters from beginning any name. A person sees it before
    anything is done, so it may be bolder here than where a name is acted on."""
    from yrke_cli.names.ranking import ranked

    likely = [hit.slug for hit in ranked(catalogue, typed)[:1] if hit.score >= LIKELY]
    return [listed.title.lower() for listed in catalogue.occupations(likely)]
