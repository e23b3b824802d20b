"""The page of one occupation as one object for machines; data/README.md describes its keys, a test pins them."""

from __future__ import annotations

from yrke_cli.answers.education import requirement_record, route_record, statement_record
from yrke_cli.words import norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.answers.facts import Facts
    from yrke_cli.records import Demand, Listed, Occupation, Source


def record_of(facts: Facts, parts: tuple[str, ...]) -> dict[str, object]:
    """All of the page, or its name and the parts asked for."""
    occupation = facts.occupation
    texts = occupation.texts
    group = occupation.groups[0] if occupation.code else None
    every: dict[str, object] = {
        "slug": occupation.slug,
        "tittel": occupation.title,
        "styrk08": [group.code for group in occupation.groups],
        "yrkesgruppe": group.name if group else None,
        "om_gruppen": occupation.mixed,
        "hver_gruppe": [
            {"styrk08": one.code, "yrkesgruppe": one.name, "rommer": occupation.spans[one.code]}
            for one in occupation.groups
            if one.code in occupation.spans
        ],
        "ingress": occupation.summary,
        "om": texts.get("om", []),
        "oppgaver": texts.get("oppgaver", []),
        "egenskaper": texts.get("egenskaper", []),
        "arbeidssteder": texts.get("arbeidssteder", []),
        "forhold": [{"forhold": one.word, "kilde": one.source} for one in occupation.conditions],
        "ingen_krav": statement_record(occupation.unrequired),
        "utdanning": [route_record(route) for route in occupation.routes],
        "opptak": [requirement_record(route, need) for route in occupation.routes for need in route.requirements],
        "videreutdanning": [statement_record(one) for one in occupation.further],
        "veien_videre": [
            {"tekst": one.text, "yrker": _links(one.occupations), "kilde": one.source} for one in occupation.onward
        ],
        "autorisasjon": [
            {
                "yrke": one.name,
                "type": one.kind.split(";"),
                "hjemmel": one.law,
                "kilde": one.source,
                "merknad": one.note,
            }
            for one in occupation.authorisations
        ],
        "krav": [_demand_record(one) for one in occupation.demands],
        "lonn": [{one.key: getattr(row, one.field) for one in row.columns} for row in facts.pay],
        "lonnsplass": _place_record(facts),
        "sysselsatte": _employed_record(facts),
        "fordeling": _shares_record(facts),
        "beslektede": _links(occupation.related),
        "samme_utdanning": _links(occupation.same_education),
        "samme_vg2": _parted(occupation.same_vg2),
        "intervjuer": [
            {"navn": talk.name, "tittel": talk.title, "tekst": talk.text, "kilde": talk.source}
            for talk in occupation.interviews
        ],
        "andre_navn": texts.get("andre_navn", []),
        "interesser": texts.get("interesser", []),
        "side": _page_record(occupation),
        "lest": occupation.read_on,
        "kilder": [_source_record(source) for source in facts.sources],
        "mangler": [{"del": part, "hvorfor": why} for part, why in facts.missing.items() if not parts or part in parts],
    }
    if not parts:
        return every
    wanted = {"slug", "tittel", "styrk08", "mangler", *parts}
    wanted |= (
        {"lonn", "lonnsplass", "sysselsatte", "fordeling", "om_gruppen", "hver_gruppe"} if "lønn" in parts else set()
    )
    wanted |= {"samme_utdanning", "samme_vg2"} if "beslektede" in parts else set()
    wanted |= {"autorisasjon"} if "krav" in parts else set()
    wanted |= {"ingen_krav"} if "utdanning" in parts else set()
    wanted |= {"veien_videre"} if "veien videre" in parts else set()
    return {key: value for key, value in every.items() if key in wanted}


def _links(occupations: list[Listed]) -> list[dict[str, object]]:
    return [{"slug": one.slug, "tittel": one.title} for one in occupations]


def _parted(vg2: dict[str, list[Listed]]) -> list[dict[str, object]]:
    """Those that part ways after a Vg2, each once, with every Vg2 that they share."""
    titles = {one.slug: one.title for others in vg2.values() for one in others}
    return [
        {
            "slug": slug,
            "tittel": titles[slug],
            "vg2": [name for name, others in vg2.items() if slug in {one.slug for one in others}],
        }
        for slug in sorted(titles, key=lambda slug: norwegian_order(titles[slug]))
    ]


def _demand_record(one: Demand) -> dict[str, object]:
    return {
        "id": one.id,
        "krav": one.name,
        "nar": one.when,
        "gjelder": one.who,
        "hva": one.text,
        "hjemmel": one.law,
        "ar": one.year,
        "kilde": one.source,
        "merknad": one.note,
    }


def _place_record(facts: Facts) -> dict[str, object] | None:
    place = facts.place
    if place is None:
        return None
    return {
        "hoyere_enn_av_100": place.lower,
        "ar": place.year,
        "ansatte_ar": place.count_year,
        "grupper": place.groups,
    }


def _employed_record(facts: Facts) -> dict[str, object] | None:
    one = facts.employed
    return None if one is None else {"antall": one.count, "ar": one.year, "kilde": one.source}


def _shares_record(facts: Facts) -> dict[str, object] | None:
    one = facts.shares
    if one is None:
        return None
    return {"kvinner_av_100": one.women, "deltid_av_100": one.part_time, "ar": one.year, "kilde": one.source}


def _page_record(occupation: Occupation) -> dict[str, object] | None:
    page = occupation.page
    if page is None:
        return None
    return {
        "oppdatert": page.updated,
        "kvalitetssikret": page.reviewed,
        "redaktor": page.editor,
        "lisens": page.licence,
        "kilde": page.source,
    }


def _source_record(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "tittel": source.title,
        "utgiver": source.publisher,
        "adresse": source.address,
        "lisens": source.licence,
        "ar": source.year,
    }
