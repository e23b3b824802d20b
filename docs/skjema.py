"""The JSON Schemas of every JSON answer, and docs/json.md: `python docs/skjema.py`. A test holds them fresh.

The schemas of tables come from the records that the tables show; that of a page is written out here, and is tested
against every page.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from yrke_cli.answers import admission
from yrke_cli.catalogue.overall import Overview
from yrke_cli.commands import dekning, fra, kilder, liste, sammenlign, sok, utdanning
from yrke_cli.records import CONDITIONS, Column, Pay, Record

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "src" / "yrke_cli" / "skjema"
Schema = dict[str, Any]


class Answer:
    """A table as JSON: the call that gives it, its record, and the columns of it (all of them where none are given)."""

    def __init__(self, call: str, record: type[Record], columns: Sequence[Column] = ()) -> None:
        self.call = call
        self.record = record
        self.columns = columns or record.columns


TABLES = {
    "lonn": Answer("yrke lønn --json", Pay),
    "utdanning": Answer("yrke utdanning NAVN --json", utdanning.Row),
    "opptak": Answer("yrke opptak NAVN --json", admission.Row),
    "sok": Answer("yrke søk ORD --json", sok.Row),
    "liste": Answer("yrke liste --json", Overview, liste.COLUMNS),
    "fra": Answer("yrke fra PROGRAM --json", fra.Row),
    "sammenlign": Answer("yrke sammenlign NAVN NAVN --json", sammenlign.Row),
    "kilder": Answer("yrke kilder --json", kilder.Row),
    "kilder-database": Answer("yrke kilder --database --json", kilder.Place),
    "dekning": Answer("yrke dekning --json", Overview, dekning.COLUMNS),
    "dekning-totalt": Answer("yrke dekning --totalt --json", dekning.Total),
}
PAGE_CALL = "yrke vis NAVN --json"

# What the keys mean, wherever they stand; a table may say it otherwise.
MEANINGS = {
    "adresse": "Adressen til kilden; «ukjent» der den er tapt",
    "andel_ansatte": "Prosent av alle heltidsansatte i gruppene som har tall",
    "ansatte": "Heltidsansatte i yrkesgruppene til disse yrkene",
    "antall": "Arbeidsforhold",
    "ar": "Året tallene gjelder",
    "arbeidstid": "alle, heltid eller deltid",
    "arslonn": "Kroner i året: gjennomsnittet × 12, på sider fra andre slik det er trykt",
    "autorisasjon": "Autorisasjon eller beskyttet tittel, med skilletegnet «;»",
    "bransje": "Bransjen, der kilden skiller mellom dem",
    "database": "Hvor databasen ligger",
    "del": "Delen av siden",
    "forhold": "Arbeidsforhold, med skilletegnet «;»; null der ingen kilde sier noe",
    "forklaring": "Forbehold, eller hva koden betyr",
    "full_profil": "1 der siden er skrevet helt, ellers 0",
    "gir": "Hva veiene gir, med skilletegnet «;»",
    "gjennomsnitt": "Kroner i måneden per heltidsekvivalent",
    "har": "Så mange yrker har den",
    "id": "Det som «kilde» og «merknad» ellers i svarene viser til",
    "interesser": "Interesser, med skilletegnet «;»",
    "kilde": "Id-en til kilden, eller flere med skilletegnet «;» (yrke kilder ID)",
    "kjonn": "alle, kvinner eller menn",
    "kode": "Grep-koden til programområdet",
    "koder": "Grep-kodene til programområdene på veien, med skilletegnet «;»",
    "kompetanse": "Det veien ender med",
    "krav": "Kravet i ord",
    "lest": "Dagen siden sist ble lest mot kildene, ÅÅÅÅ-MM-DD",
    "lisens": "Lisensen til kilden",
    "mangler": "Delene som mangler, med skilletegnet «;»",
    "median": "Kroner i måneden per heltidsekvivalent: halvparten tjener mindre",
    "merknad": "Det en må vite for å bruke raden",
    "navn": "Navnet på steget",
    "nr": "Steget i veien, fra 1",
    "opptak": "Opptakskoder eller krav i ord, med skilletegnet «;»",
    "p25": "Nedre kvartil, kroner i måneden per heltidsekvivalent: en firedel tjener mindre",
    "p75": "Øvre kvartil, kroner i måneden per heltidsekvivalent: en firedel tjener mer",
    "rute": "Navnet på veien",
    "sektor": "alle, privat, kommune eller stat; på sider fra andre deres egne ord",
    "slug": "Kort navn i små bokstaver uten æ, ø og å, som ikke endrer seg",
    "sti": "Navnene på veien",
    "studium": "Utdanningen kravet gjelder",
    "styrk08": "STYRK-08-koden til yrkesgruppen som lønnen gjelder; null der tittelen spenner over flere",
    "andel_ar": "Året andelene gjelder",
    "deltidsandel": "Av 100 arbeidsforhold i yrkesgruppen: så mange er deltid. Regnet ut av oss",
    "kvinneandel": "Av 100 arbeidsforhold i yrkesgruppen: så mange har kvinner. Regnet ut av oss",
    "sysselsatte": "Sysselsatte i yrkesgruppen, uten de fleste selvstendige",
    "sysselsatte_ar": "Året de sysselsatte er talt i, 4. kvartal",
    "timelonn": "Kroner i timen: gjennomsnittet ÷ 162,5, på sider fra andre slik det er trykt",
    "tittel": "Det yrket heter",
    "treff": "Hvorfor yrket er et svar",
    "type": "Hva slags rad det er",
    "vei_ar": "År på den korteste veien, regnet fra ungdomsskolen; 0 der ingen utdanning er påkrevd",
    "utgiver": "Hvem som gir ut kilden",
    "yrke": "Yrket eller yrkesgruppen",
    "yrker": "Yrkene det gir, med skilletegnet «;»",
    "yrkesgruppe": "Navnet på yrkesgruppen i STYRK-08",
}
OWN_MEANINGS = {
    "lonn": {"merknad": "Koder med skilletegnet «;» (yrke kilder KODE)", "styrk08": "STYRK-08-koden til gruppen"},
    "utdanning": {
        "ar": "År steget tar",
        "type": "program, laere, grad eller kurs",
        "gir": "Det hele veien gir",
        "merknad": "Det en må vite om veien",
    },
    "opptak": {"ar": "Året kravet gjaldt, i ord", "kode": "Opptakskoden til Samordna opptak"},
    "liste": {
        "ar": "Året medianen gjelder",
        "krav": "Det som kreves før du kan jobbe, med skilletegnet «;»; null der vi ikke kjenner noe krav",
        "median": "Nyeste median for heltid i yrkesgruppen, kroner i måneden",
    },
    "sammenlign": {"kilde": "Id-en til kilden for lønnen"},
    "kilder": {"type": "kilde eller merknad", "tittel": "Tittelen på kilden", "ar": "Tiden kilden gjelder, i ord"},
    "dekning-totalt": {"mangler": "Så mange yrker mangler den"},
}
JSON_TYPES = {"str": "string", "int": "integer", "float": "number"}


def schemas() -> dict[str, Schema]:
    """Every schema by its name."""
    return {
        "vis": _page(),
        "forklar": _explanation(),
        **{name: _table(name, answer) for name, answer in TABLES.items()},
    }


# Tables.


def _table(name: str, answer: Answer) -> Schema:
    """An array of objects, each with all of the keys."""
    return {**_head(name, answer.call), "type": "array", "items": _row(name, answer)}


def _head(name: str, call: str) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:yrke:{name}",
        "title": f"Svaret på {call}",
    }


def _row(name: str, answer: Answer) -> Schema:
    return _object({column.key: _cell(name, answer.record, column) for column in answer.columns})


def _cell(name: str, record: type[Record], column: Column) -> Schema:
    """The type of a column is that of the field that it shows; null is "not known"."""
    written = next(
        one.__annotations__[column.field]
        for one in record.__mro__
        if column.field in vars(one).get("__annotations__", {})
    )
    types = ["null" if part == "None" else JSON_TYPES[part] for part in written.split(" | ")]
    meaning = OWN_MEANINGS.get(name, {}).get(column.key) or MEANINGS[column.key]
    return {"type": types[0] if len(types) == 1 else types, "description": meaning}


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


# A page.


def _text(meaning: str) -> Schema:
    return {"type": "string", "description": meaning}


def _text_or_null(meaning: str) -> Schema:
    return {"type": ["string", "null"], "description": meaning}


def _list(meaning: str, items: Schema | None = None) -> Schema:
    return {"type": "array", "description": meaning, "items": items or {"type": "string"}}


def _links(meaning: str, more: dict[str, Schema] | None = None) -> Schema:
    link = {"slug": _text(MEANINGS["slug"]), "tittel": _text(MEANINGS["tittel"])}
    return _list(meaning, _object({**link, **(more or {})}))


YEARS = {"type": ["number", "null"], "description": "År"}
SOURCE = _text(MEANINGS["kilde"])


def _page() -> Schema:
    """One object. With --del only these parts are there, beside the name and what they lack."""
    said = _object({"tekst": _text("Hva som sies"), "ar": _text("Når det var sant, i ord"), "kilde": SOURCE})
    step = _object(
        {
            "type": {"enum": ["program", "laere", "grad", "kurs"], "description": "Hva slags steg det er"},
            "kode": _text_or_null("Grep-koden til programområdet"),
            "navn": _text("Navnet på steget"),
            "ar": YEARS,
        }
    )
    route = _object(
        {
            "navn": _text("Navnet på veien"),
            "gir": _text_or_null("Det veien gir"),
            "ar": {**YEARS, "description": "År hele veien tar, der alle stegene er kjent"},
            "ar_fra_ungdomsskolen": {
                **YEARS,
                "description": "Det samme, regnet fra ungdomsskolen",
            },
            "merknad": {"description": "Det en må vite om veien", "anyOf": [said, {"type": "null"}]},
            "steg": _list("Stegene på veien", step),
        }
    )
    requirement = _object(
        {
            "rute": _text("Navnet på veien"),
            "kode": _text_or_null("Opptakskoden til Samordna opptak"),
            "studium": _text_or_null("Utdanningen kravet gjelder"),
            "krav": _text("Kravet i ord"),
            "ar": _text_or_null("Året kravet gjaldt, i ord"),
            "kilde": SOURCE,
            "merknad": _text_or_null("Det en må vite om kravet"),
        }
    )
    authorisation = _object(
        {
            "yrke": _text("Det yrket heter i loven"),
            "type": _list("autorisasjon, beskyttet tittel …"),
            "hjemmel": _text_or_null("Loven og paragrafen"),
            "kilde": SOURCE,
            "merknad": _text_or_null("Det en må vite"),
        }
    )
    place = _object(
        {
            "hoyere_enn_av_100": {
                "type": "integer",
                "minimum": 0,
                "maximum": 100,
                "description": "Av 100 heltidsansatte: så mange er i en gruppe med lavere median. Regnet ut av oss",
            },
            "ar": {"type": "integer", "description": "Året medianene gjelder"},
            "ansatte_ar": {"type": "integer", "description": "Året antallet heltidsansatte gjelder"},
            "grupper": {"type": "integer", "description": "Hvor mange yrkesgrupper som har begge deler"},
        }
    )
    employed = _object(
        {
            "antall": {"type": "integer", "minimum": 0, "description": "Sysselsatte, uten de fleste selvstendige"},
            "ar": {"type": "integer", "description": "Året; tallet gjelder 4. kvartal"},
            "kilde": SOURCE,
        }
    )
    of_100 = {"minimum": 0, "maximum": 100}
    shares = _object(
        {
            "kvinner_av_100": {
                "type": "integer",
                **of_100,
                "description": "Av 100 arbeidsforhold: så mange har kvinner. Regnet ut av oss",
            },
            "deltid_av_100": {
                "type": ["integer", "null"],
                **of_100,
                "description": "Av 100 arbeidsforhold: så mange er deltid; null der det er ukjent. Regnet ut av oss",
            },
            "ar": {"type": "integer", "description": "Året arbeidsforholdene er talt i"},
            "kilde": SOURCE,
        }
    )
    talk = _object(
        {"navn": _text("Hvem"), "tittel": _text("Yrket"), "tekst": _text("Kort om samtalen"), "kilde": SOURCE}
    )
    page = _object(
        {
            "oppdatert": _text_or_null("Dagen siden sist ble oppdatert (ÅÅÅÅ-MM-DD)"),
            "kvalitetssikret": _text_or_null("Av hvem, og når"),
            "redaktor": _text_or_null("Ansvarlig redaktør"),
            "lisens": _text_or_null("Lisensen til siden"),
            "kilde": SOURCE,
        }
    )
    source = _object(
        {
            "id": _text(MEANINGS["id"]),
            "tittel": _text("Tittelen på kilden"),
            "utgiver": _text(MEANINGS["utgiver"]),
            "adresse": _text(MEANINGS["adresse"]),
            "lisens": _text(MEANINGS["lisens"]),
            "ar": _text("Tiden kilden gjelder, i ord"),
        }
    )
    demand = _object(
        {
            "id": _text("Id-en til kravet"),
            "krav": _text("Kravet i et ord eller to"),
            "nar": _text_or_null(
                "Der kravet bare gjelder en del av jobben: når det gjelder; null der det gjelder hele"
            ),
            "gjelder": _text("Hvem det gjelder"),
            "hva": _text("Hva som kreves"),
            "hjemmel": _text_or_null("Loven eller forskriften"),
            "ar": _text("Når det var sant, i ord"),
            "kilde": SOURCE,
            "merknad": _text_or_null("Forbehold"),
        }
    )
    group = _object(
        {
            "styrk08": _text("STYRK-08-koden til gruppen"),
            "yrkesgruppe": _text("Navnet på gruppen"),
            "rommer": _text("Hva gruppen rommer av yrket"),
        }
    )
    onward = _object(
        {"tekst": _text("Hva folk går videre til"), "yrker": _links("Yrkene det er snakk om"), "kilde": SOURCE}
    )
    condition = _object({"forhold": {"enum": list(CONDITIONS), "description": "Forholdet"}, "kilde": SOURCE})
    properties = {
        "slug": _text(MEANINGS["slug"]),
        "tittel": _text(MEANINGS["tittel"]),
        "styrk08": _list(
            "STYRK-08-kodene til yrket; lønnen gjelder gruppen til den første, om ikke hver_gruppe har dem"
        ),
        "yrkesgruppe": _text_or_null(MEANINGS["yrkesgruppe"]),
        "om_gruppen": _text_or_null("Hvem yrkesgruppen også omfatter, der lønnen derfor sier lite om yrket"),
        "hver_gruppe": _list("Der tittelen spenner over flere yrkesgrupper: hver av dem", group),
        "ingress": _text_or_null("Hva jobben er, i en setning eller to"),
        "om": _list("Om jobben, et avsnitt i hver"),
        "oppgaver": _list("Arbeidsoppgaver"),
        "egenskaper": _list("Personlige egenskaper"),
        "arbeidssteder": _list("Arbeidssteder"),
        "forhold": _list("Arbeidsforhold", condition),
        "ingen_krav": {
            "description": "At ingen utdanning er påkrevd; null der noe er det, eller det ikke er kjent",
            "anyOf": [said, {"type": "null"}],
        },
        "utdanning": _list("Veiene til yrket", route),
        "opptak": _list("Opptakskravene", requirement),
        "videreutdanning": _list("Etter- og videreutdanning", said),
        "veien_videre": _list("Hva folk i yrket går videre til", onward),
        "autorisasjon": _list("Autorisasjon og beskyttet tittel", authorisation),
        "krav": _list("Det som kreves før du kan gjøre jobben, i lov eller bransje", demand),
        "lonn": _list("Lønn: de samme nøklene som i yrke lønn", _row("lonn", TABLES["lonn"])),
        "lonnsplass": {
            "description": "Hvor medianen står blant alle yrkesgrupper; null der den ikke er kjent",
            "anyOf": [place, {"type": "null"}],
        },
        "sysselsatte": {
            "description": "Hvor mange som er sysselsatt i yrkesgruppen; null der det ikke er kjent",
            "anyOf": [employed, {"type": "null"}],
        },
        "fordeling": {
            "description": "Hvem som har jobbene i yrkesgruppen; null der det ikke er kjent",
            "anyOf": [shares, {"type": "null"}],
        },
        "beslektede": _links("Beslektede yrker"),
        "samme_utdanning": _links("Andre yrker med samme fag eller samme grad"),
        "samme_vg2": _links(
            "Andre yrker med samme Vg2, men et annet fag", {"vg2": _list("Det eller de Vg2 som er felles")}
        ),
        "intervjuer": _list("Intervjuer med folk i yrket", talk),
        "andre_navn": _list("Andre navn på yrket"),
        "interesser": _list("Interesser yrket passer for"),
        "side": {
            "description": "Den ene siden som alt bygger på; null der det ikke er én",
            "anyOf": [page, {"type": "null"}],
        },
        "lest": _text_or_null("Dagen siden sist ble lest mot kildene, ÅÅÅÅ-MM-DD; null der den ikke er lest"),
        "kilder": _list("Kildene", source),
        "mangler": _list(
            "Delene som mangler, og hvorfor", _object({"del": _text("Delen"), "hvorfor": _text("Hvorfor den mangler")})
        ),
    }
    return {
        **_head("vis", PAGE_CALL),
        **_object(properties),
        "required": ["slug", "tittel", "styrk08", "mangler"],
    }


EXPLAIN_CALL = "yrke forklar EMNE --json"
# The answers that are one object.
PAGES = {"vis": PAGE_CALL, "forklar": EXPLAIN_CALL}


def _explanation() -> Schema:
    """One explanation; without a topic, which there are."""
    paragraph = _object({"tekst": _text("Avsnittet"), "ar": _text("Når det var sant, i ord"), "kilde": SOURCE})
    topic = _object({"emne": _text("Ordet å spørre med"), "tittel": _text("Hva som forklares")})
    return {
        **_head("forklar", EXPLAIN_CALL),
        **_object(
            {
                "emne": _text_or_null("Ordet å spørre med; null der det ikke er spurt om et"),
                "tittel": _text_or_null("Hva som forklares"),
                "avsnitt": _list("Forklaringen", paragraph),
                "emner": _list("Emnene som finnes, der det ikke er spurt om et", topic),
            }
        ),
    }


# The description.

INTRODUCTION = """\
# JSON fra yrke

`--json` gir en tabell som én liste med et objekt per rad, og en side (`vis`, `forklar`) som ett objekt. `--jsonl` gir
de samme objektene, ett på hver linje. Navn fra standard inn (`yrke vis - --json`) gir én liste med alle sidene.

Alle nøklene er alltid med. `null` er «ikke kjent», aldri null kroner. Noen nøkler er også `null` når det ikke er noe
(`krav`, `forhold`, `ingen_krav`, `nar`), eller når en tittel spenner over flere yrkesgrupper (`styrk08`, `yrkesgruppe`,
lønnen i `liste` og `sammenlign`); det står under. En side som ikke er skrevet, sier det i `mangler`. Beløp er hele
kroner i måneden per heltidsekvivalent om ikke annet står. Med `--kolonner` er bare de nøklene du ber om med, med
`vis --del` bare delene du ber om, sammen med `slug`, `tittel`, `styrk08` og `mangler`.

Hvert svar har et [JSON Schema](https://json-schema.org/) i pakken, i mappen `yrke_cli/skjema`:

```python
from importlib.resources import files

print((files("yrke_cli") / "skjema" / "lonn.schema.json").read_text(encoding="utf-8"))
```

Teksten under er laget av skjemaene: `python docs/skjema.py`.
"""


def markdown() -> str:
    """docs/json.md: every key of every answer, its type and what it means."""
    parts = [INTRODUCTION]
    for name, schema in schemas().items():
        call = PAGES[name] if name in PAGES else TABLES[name].call
        parts.append(f"## `{call}`\n\n[{name}.schema.json](../src/yrke_cli/skjema/{name}.schema.json)\n")
        row = schema if name in PAGES else schema["items"]
        parts.append("| nøkkel | type | hva |\n|---|---|---|\n" + "".join(_lines(row, "")))
    return "\n".join(parts)


def _lines(schema: Schema, before: str) -> Iterator[str]:
    for key, own in schema["properties"].items():
        kind, inner, path = _told(own)
        yield f"| `{before}{key}` | {kind} | {own['description']} |\n"
        if inner:
            yield from _lines(inner, f"{before}{key}{path}.")


def _told(schema: Schema) -> tuple[str, Schema | None, str]:
    """What a value is, in words; the object in it, if there is one, and how it is reached."""
    words = {"string": "tekst", "integer": "heltall", "number": "tall", "null": "null"}
    if "anyOf" in schema:
        return "objekt eller null", schema["anyOf"][0], ""
    if "enum" in schema:
        return "tekst", None, ""
    if schema["type"] == "array":
        inner = schema["items"]
        return ("liste av objekter", inner, "[]") if inner["type"] == "object" else ("liste av tekst", None, "")
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " eller ".join(words[one] for one in types), None, ""


def files() -> dict[Path, str]:
    """Every file that is made here, with its content."""
    made = {
        FOLDER / f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }
    return {**made, ROOT / "docs" / "json.md": markdown()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, content in files().items():
        path.write_text(content, encoding="utf-8")
