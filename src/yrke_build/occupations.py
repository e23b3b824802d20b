"""Occupations: one YAML file each, its references checked, its vocational routes worked out from the transitions."""

from __future__ import annotations

import re
from collections import defaultdict

from yrke_build.declared import PROFILE_PARTS, RECORD, STEP_KINDS, TRANSITIONS
from yrke_build.kinds import Record
from yrke_build.tables import Cell, Tables
from yrke_cli.catalogue import LISTS
from yrke_cli.records import APPRENTICED, CONDITIONS
from yrke_cli.words import fold, grams, norwegian_order, slug

# Of the lists of an occupation, those that are prose.
TEXTS = ("om", "oppgaver", "egenskaper", "arbeidssteder")
# The lists whose words are searched for beside the names.
SEARCHED = ("interesser", "oppgaver", "arbeidssteder")
# What a full profile may have nothing of, as long as it says so with an empty list.
MAY_BE_NONE = ("videreutdanning",)
INCOMPLETE = "mangler i en full profil; skriv den, eller si hvorfor under mangler"
# The requirement that every way through upper secondary education begins with.
INTO_VG1 = "vg1"


def read_occupations(tables: Tables) -> list[str]:
    """Read every record; the remarks that are no faults: names that several occupations share."""
    titles: dict[str, str] = {}
    shared: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted((tables.data / "yrker").glob("*")):
        if path.suffix != ".yaml":
            tables.place(path).fault("fila til et yrke slutter på .yaml")
            continue
        _, record = tables.read_yaml(path, RECORD)
        if record is not None:
            _store(tables, path.stem, record, titles)
            for name in (*record["andre_navn"], *record["sokeord"]):
                shared[fold(name)][str(record["tittel"])] = name
    return _shared_names(titles, shared)


def _shared_names(titles: dict[str, str], shared: dict[str, dict[str, str]]) -> list[str]:
    """What `yrke` answers with a list, or with the title alone, because a name is that of several."""
    remarks = []
    for folded, of in sorted(shared.items()):
        told = [f"«{titles[folded]}» er en tittel"] if folded in titles else []
        told += [f"«{name}» er et navn på {title}" for title, name in of.items() if title != titles.get(folded)]
        if len(told) > 1:
            remarks.append(f"Merk: {', og '.join(told)}.")
    return remarks


def _store(tables: Tables, name: str, record: Record, titles: dict[str, str]) -> None:
    title = record["tittel"]
    if title is not None:
        _check_title(record, name, titles)
    full = any(record.given.get(key) for key in PROFILE_PARTS)
    missing: dict[str, str] = record["mangler"] or {}
    if full:
        _check_complete(record, missing)
    if record["styrk08"] and "lønn" in missing:
        record.place.at("mangler").at("lønn").fault("lønn mangler ikke der styrk08 står")
    if name in record["beslektede"]:
        record.fault("beslektede", f"{name} er yrket selv")
    _check_groups(record)
    # Of a title that spans several groups, no group's pay is its own.
    first = record["styrk08"][0] if record["styrk08"] and not record["hver_gruppe"] else None
    nothing = _said(record["ingen_krav"])
    tables.add(
        "yrke",
        slug=name,
        tittel=title,
        styrk08=first,
        profil=int(full),
        ingress=record["ingress"],
        om_gruppen=record["om_gruppen"],
        ingen_krav=nothing["tekst"],
        ingen_krav_gjelder=nothing["gjelder"],
        ingen_krav_kilde=nothing["kilde"],
        lest=record["lest"],
        _sortering=norwegian_order(title or ""),
    )
    _store_parts(tables, name, record, missing)
    _add_names(tables, name, title or name, record)
    _check_names(tables, record)
    _add_words(tables, name, record)


def _store_parts(tables: Tables, name: str, record: Record, missing: dict[str, str]) -> None:
    for key in TEXTS:
        tables.add_list("yrke_tekst", {"yrke": name, "del": key}, "tekst", record[key])
    for key, (table, column) in LISTS.items():
        tables.add_list(table, {"yrke": name}, column, record[key])
    _store_work(tables, name, record)
    for part, why in missing.items():
        tables.add("yrke_mangler", yrke=name, **{"del": part}, hvorfor=why)
    if record["side"] is not None:
        tables.add("yrke_side", yrke=name, **record["side"].values)
    for number, interview in enumerate(record["intervjuer"]):
        tables.add("intervju", yrke=name, nr=number, **interview.values)
    _store_routes(tables, name, record, missing)
    _store_shared(tables, name, record)


def _check_title(record: Record, name: str, titles: dict[str, str]) -> None:
    title = record["tittel"]
    if slug(title) != name:
        record.fault("tittel", f"{title} hører hjemme i {slug(title)}.yaml")
    if fold(title) in titles:
        record.fault("tittel", f"{title} er samme navn som {titles[fold(title)]}")
    titles[fold(title)] = title


def _check_complete(record: Record, missing: dict[str, str]) -> None:
    """A full profile has every part, or says why one is missing; and it says which authorisations there are."""
    if record.given.get("autorisasjon") is None:
        record.fault("autorisasjon", INCOMPLETE)
    for key in (*PROFILE_PARTS, "intervjuer"):
        there = bool(record.given.get(key))
        told = there or (key in MAY_BE_NONE and record.given.get(key) is not None)
        if not told and key not in missing and key in PROFILE_PARTS:
            record.fault(key, INCOMPLETE)
        if there and key in missing:
            record.place.at("mangler").at(key).fault(f"{key} mangler ikke")


def _store_work(tables: Tables, name: str, record: Record) -> None:
    """The conditions of work, what the law demands for it, what people go on to, and the groups that it spans."""
    conditions: dict[str, str] = record["forhold"] or {}
    for number, word in enumerate(word for word in CONDITIONS if word in conditions):
        tables.add("yrke_forhold", yrke=name, nr=number, forhold=word, kilde=conditions[word])
    for number, demand in enumerate(record["krav_til_arbeid"]):
        if demand.sound:
            tables.add("yrke_arbeidskrav", yrke=name, nr=number, krav=demand["krav"], nar=demand["nar"])
    for number, further in enumerate(record["videreutdanning"]):
        tables.add("yrke_videreutdanning", yrke=name, nr=number, **_said(further))
    for number, onward in enumerate(record["veien_videre"]):
        tables.add("yrke_videre", yrke=name, nr=number, tekst=onward["tekst"], kilde=onward["kilde"])
        tables.add_list("yrke_videre_yrke", {"yrke": name, "videre": number}, "til", onward["yrker"])
    for code, text in (record["hver_gruppe"] or {}).items():
        tables.add("yrke_gruppe", yrke=name, styrk08=code, rommer=text)


def _said(record: Record | None) -> dict[str, Cell]:
    """What is said, when it was true and where it stands, as cells."""
    values = record.values if record else {}
    return {"tekst": values.get("tekst"), "gjelder": values.get("ar"), "kilde": values.get("kilde")}


def _check_groups(record: Record) -> None:
    """A title that spans several groups says of each what it holds."""
    told = record["hver_gruppe"] or {}
    if told and record["om_gruppen"]:
        record.fault("om_gruppen", "ingen gruppe står for yrket; si det under hver_gruppe")
    apart = sorted(set(record["styrk08"]) ^ set(told)) if told else []
    if apart:
        record.fault("hver_gruppe", f"skal ha de samme gruppene som styrk08; {', '.join(apart)} står bare ett sted")
    elif len(told) == 1:
        record.fault("hver_gruppe", "skal ha to grupper eller flere")


def _check_names(tables: Tables, record: Record) -> None:
    """A name that Statistics Norway counts in another group than the page's own leads to a wrong pay, unless the
    record says why."""
    why = record["navn_grunn"] or {}
    own = set(record["styrk08"])
    if len(own) != len(record.given.get("styrk08") or []):
        return  # A group that is not known has been told.
    for key in ("andre_navn", "sokeord"):
        for number, name in enumerate(record[key]):
            groups = tables.job_titles.get(fold(name), own)
            if groups & own or groups == own or name in why:
                continue
            counted = f"yrkeskatalogen teller «{name}» i {', '.join(sorted(groups))}"
            here = f"ikke i {', '.join(sorted(own))}" if own else "og siden har ingen gruppe"
            record.place.at(key).at(number).fault(f"{counted}, {here}; flytt det, eller si hvorfor under navn_grunn")
    for name in why:
        if name not in (*record["andre_navn"], *record["sokeord"]):
            record.place.at("navn_grunn").at(name).fault("er ikke et navn på yrket")


def _check_earlier(tables: Tables, name: str, record: Record) -> None:
    """An older slug leads to one page, which it is not the slug of any more."""
    for number, old in enumerate(record["tidligere"]):
        place = record.place.at("tidligere").at(number)
        if old in tables.slugs:
            place.fault(f"{old} er kortnavnet til en side")
        elif tables.earlier.setdefault(old, name) != name:
            place.fault(f"{old} fører også til {tables.earlier[old]}")


def _add_names(tables: Tables, name: str, title: str, record: Record) -> None:
    """The title and the slug (rank 0), the names that are shown (1), and those that only lead there (2)."""
    names = {fold(name): (0, title), fold(title): (0, title)}
    _check_earlier(tables, name, record)
    for rank, key in ((1, "andre_navn"), (2, "sokeord"), (2, "tidligere")):
        for other in record[key]:
            # A word that only leads there is never shown: what people see is the title.
            names.setdefault(fold(other), (rank, other if rank == 1 else title))
    for folded, (rank, written) in sorted(names.items()):
        number = len(tables.rows.get("_navn", []))
        parts = grams(folded)
        tables.add("_navn", nr=number, foldet=folded, yrke=name, rang=rank, navn=written, biter=len(parts))
        for part in parts:
            tables.add("_navnebit", bit=part, navn=number)


def _add_words(tables: Tables, name: str, record: Record) -> None:
    """The words that `yrke søk` looks for beside the names."""
    said = [(part, number, text) for part in SEARCHED for number, text in enumerate(record[part])]
    summary = record["ingress"]
    seen = set()
    for part, number, text in [*said, ("ingress", 0, summary or "")]:
        for word in re.findall(r"[^\W_]+", text):
            if len(fold(word)) >= 3:
                seen.add((fold(word), part, number))
    for word, part, number in sorted(seen):
        tables.add("_ord", ord=word, yrke=name, **{"del": part}, nr=number)


# Routes: those of a profile as they are written, else those that follow from the programme links.


def _store_routes(tables: Tables, name: str, record: Record, missing: dict[str, str]) -> None:
    for number, route in enumerate(record["utdanning"]):
        if "opptak" in missing and route.given.get("opptak"):
            record.place.at("mangler").at("opptak").fault("opptak mangler ikke")
        # An empty list says that the requirements were looked for and not found.
        if "opptak" not in missing and route.given.get("opptak") is None:
            route.fault("opptak", INCOMPLETE)
        _store_route(tables, name, number, route)
    if not record["utdanning"]:
        trades = record["fag"]
        chains = [chain for trade in trades for chain in chains_to(tables, trade)] if not tables.faults else []
        for number, chain in enumerate(chains):
            _add_derived_route(tables, name, number, chain)
        _add_sources(tables, name, record["kilder"], [tables.competences[trade][2] for trade in trades])


# Words of a step that is practice or a course beside a degree, and of a name that is no one degree.
NO_EDUCATION = ("turnus", "praksis", "arbeid", "kurs")
NO_DEGREE = (" eller ", "for eksempel")


def _store_shared(tables: Tables, name: str, record: Record) -> None:
    """What others may share: its certificates; its degrees with all education that leads up to them; the Vg2 before
    each certificate on the ways that its page shows, and every Vg2 that a certificate of its may follow."""
    trades = record["fag"]
    for key in sorted({*trades, *filter(None, map(_degrees, record["utdanning"]))}):
        tables.add("_felles", slag="utdanning", nokkel=key, yrke=name)
    # A chain through transitions that are not sound may have no end.
    chains = [chain for trade in trades for chain in chains_to(tables, trade)] if not tables.faults else []
    written = {step["program"] for route in record["utdanning"] for step in route["steg"]}
    for code in sorted({code for chain in chains for code in chain[:-1] if code[5] == "2"}):
        tables.add("_felles", slag="etter vg2", nokkel=code, yrke=name)
        if code in written or not record["utdanning"]:
            tables.add("_felles", slag="vg2", nokkel=code, yrke=name)


def _degrees(route: Record) -> str:
    """The degrees of a way, first to last; "" where it is not made of degrees alone, or of no particular ones."""
    courses = [step["kurs"] for step in route["steg"] if step["kurs"]]
    degrees = [step["grad"] for step in route["steg"] if step["grad"]]
    other = [one for one in courses if not any(word in one.casefold() for word in NO_EDUCATION)]
    alone = len(courses) + len(degrees) == len(route["steg"]) and not other
    vague = any(word in degree.casefold() for degree in degrees for word in NO_DEGREE)
    return " > ".join(degrees) if alone and not vague else ""


def _add_sources(tables: Tables, name: str, there: list[str], more: list[str | None]) -> None:
    """The sources of the lengths in a derived route belong to the record as well."""
    new = dict.fromkeys(source for source in more if source and source not in there)
    for number, source in enumerate(new, len(there)):
        tables.add("yrke_kilde", yrke=name, nr=number, kilde=source)


def _store_route(tables: Tables, name: str, number: int, route: Record) -> None:
    note = _said(route["merknad"])
    tables.add(
        "rute",
        yrke=name,
        nr=number,
        navn=route["navn"],
        gir=route["gir"],
        merknad=note["tekst"],
        merknad_gjelder=note["gjelder"],
        merknad_kilde=note["kilde"],
    )
    before: str | None = None
    for place, step in enumerate(route["steg"]):
        before = _store_step(tables, {"yrke": name, "rute": number, "nr": place}, step, before)
    for place, need in enumerate(route["opptak"]):
        _store_need(tables, {"yrke": name, "rute": number, "nr": place}, need)


def _store_step(tables: Tables, key: dict[str, Cell], step: Record, before: str | None) -> str | None:
    """A step of a route; the programme area that it is in, for the one after it."""
    if not step.sound:
        return None
    (kind,) = [kind for kind in STEP_KINDS if step[kind] is not None]
    written = step[kind]
    vocational = kind in ("program", "laere")
    if vocational and before and not _may_follow(tables, before, written):
        step.fault(kind, f"ingen overgang fra {before} til {written}")
    name = tables.programmes[written] if vocational else written
    tables.add("steg", **key, type=kind, kode=written if vocational else None, navn=name, lengde_ar=step["ar"])
    return str(written) if vocational else None


def _may_follow(tables: Tables, before: str, after: str) -> bool:
    lost = tables.faults.may_be_lost(TRANSITIONS.path, f"{before} {after}")
    return (before, after) in tables.transitions or lost


def _store_need(tables: Tables, key: dict[str, Cell], need: Record) -> None:
    if not need.sound:
        return
    # A requirement of the file has its year and source there, unless a source says that it holds for this very study.
    if need["krav"] is None or need["ar"] is not None or need["kilde"] is not None:
        for part in ("ar", "kilde"):
            if need[part] is None:
                need.fault(part, "mangler")
    tables.add("rute_krav", **key, krav=need["krav"], tekst=need["tekst"], gjelder=need["ar"], kilde=need["kilde"])


def chains_to(tables: Tables, last: str) -> list[list[str]]:
    """Every chain of programme areas from a Vg1 to `last` that the transitions allow, in order of their codes."""
    before = sorted(start for start, end in tables.transitions if end == last)
    if not before:
        return [[last]]
    return [[*chain, last] for start in before for chain in chains_to(tables, start)]


def _add_derived_route(tables: Tables, name: str, number: int, chain: list[str]) -> None:
    competence, last_years, _ = tables.competences[chain[-1]]
    way = f"Fra {tables.programmes[chain[0]]}" if len(chain) > 1 else tables.programmes[chain[0]]
    none = {"merknad": None, "merknad_gjelder": None, "merknad_kilde": None}
    tables.add("rute", yrke=name, nr=number, navn=way, gir=competence, **none)
    if chain[0][5] == "1" and INTO_VG1 in tables.requirements:
        tables.add("rute_krav", yrke=name, rute=number, nr=0, krav=INTO_VG1, tekst=None, gjelder=None, kilde=None)
    for place, code in enumerate(chain):
        last = place == len(chain) - 1
        kind = "laere" if last and competence in APPRENTICED else "program"
        tables.add(
            "steg",
            yrke=name,
            rute=number,
            nr=place,
            type=kind,
            kode=code,
            navn=tables.programmes[code],
            lengde_ar=last_years if last else 1.0,
        )
