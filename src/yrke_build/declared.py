"""What stands in data/: every file, its columns or keys, and what they mean. The reader, the checks, the tables in
data/README.md and the JSON Schema for an editor all come from here; a new data set is one more File.

What columns and the keys of a source mean is told in English, for contributors, what the keys of an occupation mean in
Norwegian, for whoever writes one.
"""

from __future__ import annotations

from typing import NamedTuple

from yrke_build.kinds import (
    ByName,
    Date,
    Key,
    Known,
    Length,
    Mapping,
    Pattern,
    Separated,
    Several,
    Text,
    Whole,
    Word,
    Year,
    YearText,
)
from yrke_cli.records import CONDITIONS, OUTCOMES

TEXT = Text()
COUNT = Whole()
AMOUNT = Whole(1_000, 1_000_000, "amount (NOK)")
# As the page prints it, an hour's or a year's too. Zero is never a pay.
PRINTED = Whole(1, 10_000_000, "amount (NOK)")
SOURCE = Known("kilde", "kilder.yaml", lambda ids: ids.source_years)
GROUP = Known("yrkesgruppe", "yrkesgrupper.csv", lambda ids: ids.unit_groups, "[0-9]{4}")
ANY_GROUP = Known("yrkesgruppe", "yrkesgrupper.csv", lambda ids: ids.groups, "[0-9]{1,4}")
AREA = Known("kode", "utdanning/programomrader.csv", lambda ids: ids.programmes, "[A-Z0-9]{5}[A-Z0-9-]{5}")
OCCUPATION = Known("yrke", "yrker/", lambda ids: ids.slugs)
SECTORS = ("alle", "privat", "kommune", "stat")
TIMES = ("alle", "heltid", "deltid")
SEXES = ("alle", "kvinner", "menn")
# The page's own words → the sector that SSB would count the employer under. Health trusts are owned by the state.
PAGE_SECTORS = {"Offentlig helseforetak": "stat", "Kommune og fylke": "kommune"}
# Which pages point to an explanation.
EXPLAINED_FOR = ("laere", "studier")
COMPETENCES = ("Fagbrev", "Svennebrev", "Yrkeskompetanse", "Generell studiekompetanse")


class File(NamedTuple):
    """A CSV file: its columns in order, and those that identify a row (none: a row may stand twice)."""

    path: str
    columns: tuple[Key, ...]
    identity: tuple[str, ...]


GROUPS = File(
    "yrkesgrupper.csv",
    (
        Key("styrk08", Pattern("[0-9]{1,4}", "en", "STYRK-08-kode"), "STYRK-08 code, a digit for each level", True),
        Key("overordnet", TEXT, "code of the group above, empty at level 1"),
        Key("niva", Whole(1, 4), "level", True),
        Key("navn", TEXT, "Norwegian display name (SSB's stray hyphens mended)", True),
        Key("navn_en", TEXT, "English name, at level 4 only"),
        Key("kilde", SOURCE, "source", True),
    ),
    ("styrk08",),
)
EMPLOYED = File(
    "sysselsatte.csv",
    (
        Key("styrk08", ANY_GROUP, "group, at any level", True),
        Key("ar", Year(), "year; the 4th quarter of it", True),
        Key("sysselsatte", COUNT, "employed residents aged 15–74, most of the self-employed not among them", True),
        Key("kilde", SOURCE, "source", True),
    ),
    ("styrk08", "ar"),
)
EMPLOYMENTS = File(
    "arbeidsforhold.csv",
    (
        Key("styrk08", GROUP, "unit group", True),
        Key("ar", Year(), "year", True),
        Key("kjonn", Word(*SEXES[1:]), "sex", True),
        Key("antall", COUNT, "employments, all working time", True),
        Key("heltid", COUNT, "of them full time; empty where that is not known"),
        Key("kilde", SOURCE, "source", True),
    ),
    ("styrk08", "ar", "kjonn"),
)
# A series of pay stands in lonn/<id of its source>.csv.
SERIES_COLUMNS = (
    Key("ar", Year(), "year, none after the newest that the source itself names", True),
    Key("styrk08", GROUP, "unit group", True),
    Key("sektor", Word(*SECTORS), "sector", True),
    Key("arbeidstid", Word(*TIMES), "working time", True),
    Key("kjonn", Word(*SEXES), "sex", True),
    Key("antall", COUNT, "employments"),
    Key("gjennomsnitt", AMOUNT, "mean, NOK a month per full-time equivalent"),
    Key("median", AMOUNT, "median, the same"),
    Key("p25", AMOUNT, "lower quartile, the same"),
    Key("p75", AMOUNT, "upper quartile, the same"),
)
SERIES_IDENTITY = ("styrk08", "ar", "sektor", "arbeidstid", "kjonn")
PAGE_PAY = File(
    "lonn/utdanning-2015.csv",
    (
        Key("ar", Year(), "year of the page", True),
        Key("yrke", OCCUPATION, "slug of the occupation on whose page it stands", True),
        Key("gruppe", TEXT, "the row's own name", True),
        Key("bransje", TEXT, "industry, in the page's own words", True),
        Key("sektor", Word(*PAGE_SECTORS), "sector, in the page's own words", True),
        Key("arbeidstid", Word(*TIMES[1:]), "working time", True),
        Key("antall", COUNT, "the first of the three head-counts", True),
        Key("antall_1", COUNT, "the first of its two parts, whose labels are lost"),
        Key("antall_2", COUNT, "the second"),
        *(
            Key(f"{name}_{number}", PRINTED, f"the {which} of the two figures printed as {printed}", True)
            for name, printed in (
                ("timelonn", "pay an hour (approximate)"), ("gjennomsnitt", "pay a month"), ("arslonn", "pay a year"),
            )
            for number, which in ((1, "first"), (2, "second"))
        ),
    ),
    ("yrke", "ar", "gruppe", "bransje", "sektor", "arbeidstid"),
)  # fmt: skip
AREAS = File(
    "utdanning/programomrader.csv",
    (
        Key("kode", Pattern("[A-Z0-9]{5}[A-Z0-9-]{5}", "en", "Grep-kode"), "Grep code", True),
        Key("navn", TEXT, "name in bokmål", True),
        Key("navn_nn", TEXT, "name in nynorsk"),
        Key("navn_en", TEXT, "name in English"),
        Key("kilde", SOURCE, "source", True),
    ),
    ("kode",),
)
TRANSITIONS = File(
    "utdanning/overganger.csv",
    (
        Key("fra", AREA, "a programme area", True),
        Key("til", AREA, "one that may follow it, at a later level", True),
        Key("kilde", SOURCE, "source", True),
    ),
    ("fra", "til"),
)
FINAL_COMPETENCES = File(
    "utdanning/sluttkompetanse.csv",
    (
        Key("programomrade", AREA, "a programme area that may be the last one; for study-preparatory programmes the Vg1", True),
        Key("kompetanse", Word(*COMPETENCES), "what it gives; empty where that is not known"),
        Key("lengde_ar", Length(), "length of this last step (study-preparatory: of the whole programme)"),
        Key("kilde", SOURCE, "source", True),
        Key("lengde_kilde", SOURCE, "source of the length; required where there is one"),
    ),
    ("programomrade",),
)  # fmt: skip
CAREER_STEPS = File(
    "utdanning/karrieresteg.csv",
    (
        Key("programomrade", AREA, "a programme area", True),
        Key("yrke", OCCUPATION, "slug of an occupation that it is linked with", True),
        Key("grunn", TEXT, "in a few words, why the certificate alone does not give the job", True),
    ),
    ("programomrade", "yrke"),
)
REQUIREMENTS = File(
    "utdanning/opptakskrav.csv",
    (
        Key("id", TEXT, "what a profile refers to: the admission code where there is one, else a slug", True),
        Key("kode", TEXT, "admission code"),
        Key("studium", TEXT, "what it holds for"),
        Key("krav", TEXT, "what it asks, in words that a pupil understands", True),
        Key("gsk", Word("ja"), "`ja` when it asks for generell studiekompetanse"),
        Key("ar", YearText(), "when it was true: `2022`, `ca. 2022`; empty where the source has none"),
        Key("kilde", Separated(SOURCE), "sources", True),
        Key("merknad", TEXT, "what a reader must know"),
    ),
    ("id",),
)
AUTHORISATIONS = File(
    "utdanning/autorisasjoner.csv",
    (
        Key("yrke", TEXT, "the profession's name in the law, lower case", True),
        Key("type", Separated(TEXT), "authorisation, protected title …", True),
        Key("hjemmel", Separated(TEXT), "the laws that it rests on"),
        Key("kilde", Separated(SOURCE), "sources", True),
        Key("merknad", Separated(TEXT), "what a reader must know"),
    ),
    ("yrke",),
)
DEMANDS = File(
    "krav_til_arbeid.csv",
    (
        Key("id", Pattern("[a-z0-9-]+", "en", "id (a–z, 0–9 og bindestrek)"), "what a record refers to", True),
        Key(
            "krav",
            TEXT,
            "the demand in a word or two, by which people know it and `yrke liste --krav` takes it; several rows may share it",
            True,
        ),
        Key("gjelder", TEXT, "whom it holds for", True),
        Key("hva", TEXT, "what is demanded, in one or two sentences", True),
        Key("hjemmel", TEXT, "the law or regulation that it rests on; empty where it was not found"),
        Key("kilde", Separated(SOURCE), "sources", True),
        Key("ar", YearText(), "when it was true: `2024`, `uten år`", True),
        Key("merknad", TEXT, "what a reader must know"),
        Key("sokeord", Separated(TEXT), "other words that `yrke liste --krav` takes for it"),
    ),
    ("id",),
)
JOB_TITLES = File(
    "yrkestitler.csv",
    (
        Key("kode", Pattern("[0-9]{7}", "en", "kode med sju sifre"), "SSB's code of the title", True),
        Key("tittel", TEXT, "the official job title, in SSB's capitals", True),
        Key("styrk08", GROUP, "the unit group that it is counted in", True),
    ),
    ("kode",),
)
OUTCOME_WORDS = File(
    "utdanning/sluttbevis.csv",
    (
        Key("gir", TEXT, "what a way gives, as it is written in a record or in sluttkompetanse.csv", True),
        Key("verdi", Separated(Word(*OUTCOMES)), "the words that `yrke liste --gir` takes for it", True),
    ),
    ("gir",),
)
FILES = (
    GROUPS, EMPLOYED, EMPLOYMENTS, PAGE_PAY, AREAS, TRANSITIONS, FINAL_COMPETENCES, CAREER_STEPS, REQUIREMENTS, AUTHORISATIONS, OUTCOME_WORDS,
    DEMANDS, JOB_TITLES,
)  # fmt: skip

SOURCE_KEYS = Mapping(
    Key("tittel", TEXT, "what it is", True),
    Key("utgiver", TEXT, "publisher", True),
    Key("adresse", TEXT, "web address, or another way to find it; `ukjent` where it is lost", True),
    Key("lisens", TEXT, "licence of the facts; `ikke oppgitt` where the copy states none", True),
    Key("ar", YearText(), "year, or a text such as `ca. 2022`, `uten år`", True),
    Key("dato", Date(), "the exact date, `YYYY-MM-DD`"),
    Key("merknad", TEXT, "what a reader must know: cuts, doubts, how it was copied"),
    Key("korttittel", TEXT, "a shorter title, for the list of sources on a page; all of it stands in `yrke kilder ID`"),
    Key("kortnavn", TEXT, "the publisher in short, beside a figure: `SSB`"),
    Key("henvisning", TEXT, "how a sentence refers to it: `SSB, tabell 11418`"),
    Key("serie", Whole(1), "of a series of pay: its rank. Its figures stand in `lonn/<id>.csv`; rank 1 goes first, and two series are never mixed"),
    Key("fa_personer", Whole(1), "of a series of pay: figures for fewer women or men than this get the note `fa-personer`"),
    Key("brudd", ByName(Pattern("[0-9]{4}", "et", "årstall"), TEXT), "of a series: breaks, `year: what changed from then on`"),
)  # fmt: skip
SOURCES = ByName(Pattern("[a-z0-9-]+", "en", "kilde-id (a–z, 0–9 og bindestrek)"), SOURCE_KEYS)
NOTES = ByName(TEXT, TEXT)
EXPLAINED = Mapping(
    Key("tittel", TEXT, "what is explained", True),
    Key("sokeord", Several(TEXT), "other words that `yrke forklar` takes for it"),
    Key(
        "gjelder",
        Word(*EXPLAINED_FOR),
        "which pages point to it: those with an apprenticeship (`laere`), or with a way that asks for generell studiekompetanse (`studier`); none where it is left out",
    ),
    Key(
        "avsnitt",
        Several(
            Mapping(
                Key("tekst", TEXT, "a paragraph of one to three sentences", True),
                Key("ar", YearText(), "when it was true", True),
                Key("kilde", Several(SOURCE, 1), "sources", True),
            ),
            1,
        ),
        "what holds for many occupations, each paragraph with its year and sources",
        True,
    ),
)
EXPLANATIONS = ByName(Pattern("[a-zæøå0-9-]+", "et", "emne (små bokstaver)"), EXPLAINED)

SAID = Mapping(
    Key("tekst", TEXT, "Hva som sies, i en kort setning eller to.", True),
    Key("ar", YearText(), "Når det var sant.", True),
    Key("kilde", SOURCE, "Hvor det står.", True),
)
STEP_KINDS = ("program", "laere", "grad", "kurs")
STEP = Mapping(
    Key("program", AREA, "Et skoleår i dette programområdet (Grep-kode)."),
    Key("laere", AREA, "Læretid i dette programområdet (Grep-kode)."),
    Key("grad", TEXT, "En grad, for eksempel «Bachelor i sykepleie»."),
    Key("kurs", TEXT, "En annen utdanning."),
    Key("ar", Length(), "Lengden i år, til nærmeste kvarte; et kort kurs i uker: «4 uker»."),
    one_of=STEP_KINDS,
)
NEED = Mapping(
    Key(
        "krav",
        Known("krav", "utdanning/opptakskrav.csv", lambda ids: ids.requirements),
        "Et krav i utdanning/opptakskrav.csv.",
    ),
    Key("tekst", TEXT, "Kravet med egne ord, der det ikke står i fila; da trengs også ar og kilde."),
    Key(
        "ar",
        YearText(),
        "Når kravet var sant; for et krav fra fila bare der en egen kilde sier at det gjelder dette studiet.",
    ),
    Key("kilde", SOURCE, "Hvor kravet står; se ar."),
    one_of=("krav", "tekst"),
)
ROUTE = Mapping(
    Key("navn", TEXT, "Hva denne veien heter.", True),
    Key("steg", Several(STEP, 1), "Stegene i rekkefølge; hvert har ett av program, laere, grad og kurs.", True),
    Key("gir", Known("sluttbevis", "utdanning/sluttbevis.csv", lambda ids: ids.outcomes), "Hva veien ender i; ordet må stå i utdanning/sluttbevis.csv."),
    Key("opptak", Several(NEED), "Hva som kreves for å komme inn på denne veien. [] = lett etter, ikke funnet."),
    Key("merknad", SAID, "Noe leseren må vite om veien, med år og kilde."),
)  # fmt: skip
PROFILE_PARTS = (
    "ingress", "om", "oppgaver", "egenskaper", "arbeidssteder", "videreutdanning", "beslektede", "utdanning",
)  # fmt: skip
RECORD = Mapping(
    Key("tittel", TEXT, "Dagens tittel. Fila heter det samme med små bokstaver, uten æøå.", True),
    Key("styrk08", Several(GROUP), "Yrkesgrupper med fire sifre i anførselstegn; den første er den lønnen gjelder. [] = ikke kjent.", True),
    Key("interesser", Several(TEXT), "Utdanning.nos ord. [] = ikke kjent.", True),
    Key("nus", Several(Pattern("[0-9]{6}", "en", "NUS-kode")), "NUS-koder for utdanningene som fører hit. [] = ikke kjent.", True),
    Key("fag", Several(Known("fag", "utdanning/sluttkompetanse.csv", lambda ids: ids.competences, "[A-Z0-9]{5}[A-Z0-9-]{5}")), "Det siste programområdet på yrkesfaglige veier som gir akkurat dette yrket. [] = ingen.", True),
    Key("andre_navn", Several(TEXT), "Andre navn på akkurat dette yrket, slik de brukes i dag: nynorsk, kortformer, det stillingsannonser sier. [] = ingen.", True),
    Key("sokeord", Several(TEXT), "Ord som skal føre hit, men ikke vises: eldre og kjønnede navn, slang, engelsk. [] = ingen.", True),
    Key("tidligere", Several(Pattern("[a-z0-9-]+", "et", "kortnavn (a–z, 0–9 og bindestrek)")), "Kortnavn som siden har hatt før; de virker fortsatt."),
    Key("navn_grunn", ByName(TEXT, TEXT), "Navn → hvorfor det fører hit, enda yrkeskatalogen teller det i en annen gruppe."),
    Key("kilder", Several(SOURCE, 1), "Alle kildene siden bygger på.", True),
    Key("lest", Date(), "Dagen siden sist ble lest påstand for påstand ved siden av kildene: ÅÅÅÅ-MM-DD. Uten den: ikke lest ennå."),
    Key("om_gruppen", TEXT, "Der den første yrkesgruppen er så blandet at lønnen sier lite om dette yrket: hvem den også omfatter, i en setning."),
    Key("hver_gruppe", ByName(GROUP, TEXT), "Der tittelen spenner over flere grupper og ingen av dem står for hele: gruppe → hva den rommer av yrket. Alle gruppene i styrk08 må være med."),
    Key("ingress", TEXT, "En eller to setninger som sier hva jobben er."),
    Key("om", Several(TEXT), "Avsnitt om jobben."),
    Key("oppgaver", Several(TEXT), "Oppgaver: korte uttrykk som begynner med et verb uten «å»."),
    Key("egenskaper", Several(TEXT), "Personlige egenskaper: korte setninger til «du»."),
    Key("arbeidssteder", Several(TEXT), "Arbeidssteder: korte uttrykk."),
    Key("forhold", ByName(Word(*CONDITIONS), SOURCE), "Arbeidsforhold → kilden som sier det."),
    Key("utdanning", Several(ROUTE), "Veiene til yrket. Uten dem regnes yrkesfaglige veier ut fra fag."),
    Key("ingen_krav", SAID, "Der ingen utdanning er påkrevd: at det er slik, og hva de fleste har."),
    Key("videreutdanning", Several(SAID), "Etter- og videreutdanning: utdanning, kurs og bevis. [] = kildene nevner ingen."),
    Key("veien_videre", Several(Mapping(
        Key("tekst", TEXT, "Hva folk i yrket går videre til, i en kort setning.", True),
        Key("yrker", Several(OCCUPATION), "Yrkene det er snakk om."),
        Key("kilde", SOURCE, "Hvor det står.", True),
    )), "Jobber folk i yrket går videre til."),
    Key("autorisasjon", Several(Known("autorisasjon", "utdanning/autorisasjoner.csv", lambda ids: ids.authorisations)), "Navn i utdanning/autorisasjoner.csv. [] = ingen trengs."),
    Key("krav_til_arbeid", Several(Mapping(
        Key("krav", Known("krav", "krav_til_arbeid.csv", lambda ids: ids.demands), "Et krav i krav_til_arbeid.csv.", True),
        Key("nar", TEXT, "Der kravet bare gjelder en del av jobben: «når du kjører truck»."),
    )), "Det loven, en myndighet eller bransjen krever før du kan gjøre jobben."),
    Key("beslektede", Several(OCCUPATION), "Beslektede yrker: navn på filer, tre til seks."),
    Key("intervjuer", Several(Mapping(
        Key("navn", TEXT, "Hvem det er.", True),
        Key("tittel", TEXT, "Hva de er.", True),
        Key("tekst", TEXT, "Hva de sier, med våre ord.", True),
        Key("kilde", SOURCE, "Hvor de sa det.", True),
    )), "Folk i yrket."),
    Key("side", Mapping(
        Key("oppdatert", Date(), "Når siden sist ble oppdatert.", True),
        Key("kvalitetssikret", TEXT, "Hvem som gikk god for den, og når."),
        Key("redaktor", TEXT, "Ansvarlig redaktør."),
        Key("lisens", TEXT, "Sidens lisens."),
        Key("kilde", SOURCE, "Siden som kilde.", True),
    ), "Der yrket er modellert på én datert side."),
    Key("mangler", ByName(Word(*PROFILE_PARTS, "opptak", "lønn", "intervjuer"), TEXT), "Del → hvorfor den ikke er der. Delen er da ikke med ovenfor; lønn bare uten styrk08."),
)  # fmt: skip
