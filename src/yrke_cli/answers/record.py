"""The page of one occupation as one object for machines; data/README.md describes its keys, a test pins them."""

from __future__ import annotations

from yrke_cli.answers.education import requirement_record, route_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.answers.facts import Facts
    from yrke_cli.records import Occupation, Source


def record_of(facts: Facts, parts: tuple[str, ...]) -> dict[str, object]:
    """All of the page, or its name and the parts asked for."""
    occupation = facts.occupation
    texts = occupation.texts
    group = occupation.groups[0] if occupation.groups else None
    every: dict[str, object] = {
        "slug": occupation.slug,
        "tittel": occupation.title,
        "styrk08": [group.code for group in occupation.groups],
        "yrkesgruppe": group.name if group else None,
        "ingress": occupation.summary,
        "om": texts.get("om", []),
        "oppgaver": texts.get("oppgaver", []),
        "egenskaper": texts.get("egenskaper", []),
        "arbeidssteder": texts.get("arbeidssteder", []),
        "utdanning": [route_record(route) for route in occupation.routes],
        "opptak": [requirement_record(route, need) for route in occupation.routes for need in route.requirements],
        "videreutdanning": texts.get("videreutdanning", []),
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
        "lonn": [{one.key: getattr(row, one.field) for one in row.columns} for row in facts.pay],
        "lonnsplass": _place_record(facts),
        "beslektede": [{"slug": listed.slug, "tittel": listed.title} for listed in occupation.related],
        "samme_utdanning": [{"slug": listed.slug, "tittel": listed.title} for listed in occupation.same_education],
        "intervjuer": [
            {"navn": talk.name, "tittel": talk.title, "tekst": talk.text, "kilde": talk.source}
            for talk in occupation.interviews
        ],
        "synonymer": texts.get("synonymer", []),
        "interesser": texts.get("interesser", []),
        "side": _page_record(occupation),
        "kilder": [_source_record(source) for source in facts.sources],
        "mangler": [{"del": part, "hvorfor": why} for part, why in facts.missing.items() if not parts or part in parts],
    }
    if not parts:
        return every
    wanted = {"slug", "tittel", "styrk08", "mangler", *parts}
    wanted |= {"lonn", "lonnsplass"} if "lønn" in parts else set()
    wanted |= {"samme_utdanning"} if "beslektede" in parts else set()
    return {key: value for key, value in every.items() if key in wanted}


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
