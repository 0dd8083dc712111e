"""Places where something is made or shipped: ISO 3166-1 alpha-2 codes, and groups of them.

What belongs here: codes, and what a group holds. What does not: where a licence holds.
"""

from __future__ import annotations

from collections.abc import Iterable

from schemas.errors import BadInput


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


EU_MEMBERS = _codes(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
)
"""https://european-union.europa.eu/principles-countries-history/eu-countries_en, 27 since 2020."""
EU_REGIONS = _codes("AX GF GP MF MQ RE YT")
"""Parts of members with codes of their own, where the treaties hold (TFEU, articles 349, 355)."""
GROUPS = {"EU": EU_MEMBERS | EU_REGIONS}
WORLD = "WORLD"
"""Everywhere."""
_ALSO = {"UK": "GB", "EL": "GR"}
"""Codes that are in use beside ISO's: the European Union's own."""
CODES = _codes(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
    "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
    "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW"
)
"""ISO 3166-1 alpha-2, as assigned in 2024."""


class UnknownTerritory(BadInput):
    """That is no code of a place; take ISO 3166-1 alpha-2 codes such as DE, GB, KR or US, or EU, or
    WORLD."""

    def __init__(self, code: str) -> None:
        self.said = code
        groups = "; ".join(f"{name} is {' '.join(sorted(of))}" for name, of in GROUPS.items())
        super().__init__(f"{code!r}: {self.__doc__} {groups}".replace("\n    ", " "))


def territory(code: str) -> str:
    """``code`` as it is written here: upper case, ISO's where another is in use.

    Raises ``UnknownTerritory``.
    """
    name = code.strip().upper()
    name = _ALSO.get(name, name)
    if name not in CODES and name not in GROUPS and name != WORLD:
        raise UnknownTerritory(code)
    return name


def is_known(code: str) -> bool:
    """Whether ``territory`` takes ``code``."""
    try:
        territory(code)
    except UnknownTerritory:
        return False
    return True


def place(code: str) -> str:
    """``code`` of one place, or of the European Union. Raises ``UnknownTerritory``."""
    name = territory(code)
    if name == WORLD:
        raise UnknownTerritory(code)
    return name


def places(code: str) -> frozenset[str]:
    """The ISO codes that ``code`` stands for. Raises ``UnknownTerritory``."""
    name = territory(code)
    if name == WORLD:
        return CODES
    return GROUPS.get(name, frozenset({name}))


def overlap(some: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """The ISO codes that both of two lists of codes and groups stand for."""
    first = frozenset[str]().union(*(places(code) for code in some))
    return first & frozenset[str]().union(*(places(code) for code in others))


def told(codes: Iterable[str]) -> str:
    """ISO ``codes`` in words: a group that is there whole by its name."""
    left, names = set(codes), []
    if left >= CODES:
        return "anywhere"
    for name, members in GROUPS.items():
        if left >= members:
            names.append(name)
            left -= members
    return ", ".join([*names, *sorted(left)])
