"""Remarks by which somebody parts with a thing or wants one back: "I could do without the rug",
"my husband thinks two chairs are too many", "actually I preferred the table".

What belongs here: such a sentence as a plain command. What does not: that it is ugly, which asks
for nothing yet (``remarks``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.items import label_of
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

_WITHOUT = re.compile(
    r"(?:i|we|you|they|one|the (?:room|scene|place|house|garden)) (?:(?:could|can|would|will|might)"
    r" )(?:(?:easily|well|also|just|probably|certainly|gladly|perfectly|actually) )*(?:do|live|be"
    r" (?:fine|happy|ok|okay|better(?: off)?)|manage|look better|get by|go) (?:fine |well "
    r"|just fine"
    r" )?without (?=\w)"
)
_NO_NEED = re.compile(
    r"(?:there (?:is|was) )?no (?:more )?(?:need|use|room|place|point|reason) (?:for|in|to have) "
    r"(?=(?:the|my|our|that|those|these|any of|both|all)\b)"
)
_DO_NOT_NEED = re.compile(
    r"(?:i|we) (?:do not|no longer|never|did not)(?: (?:really|actually|even"
    r"|honestly))* (?:need|want"
    r"|require|use|care for) (?=(?:the|my|our|that|those|these|any of|both|all)\b)"
)
_BETTER_WITHOUT = re.compile(
    r"(?:(?:i|we) (?:like|liked|prefer|preferred|love|loved|find|think) .*?|.*? (?:is|was|looks"
    r"|looked|feels|would be|would look|works|worked) )(?: ?(?:much|way|far|a lot))?(?: ?(?:better"
    r"|nicer|more|prettier|cosier|best))? ?without (?=(?:the|my|our|that|those|these)\b)"
)
_WITHOUT_FIRST = re.compile(
    r"(?P<without>without (?:the|my|our|that|those|these) .+?)(?: ,)? (?P<better>(?:it|this|that"
    r"|everything|the (?:room|scene|place)|i|we) .*(?:better|nicer|more|prettier|cosier|best))"
)
_AFTER = (
    r"(?: (?:any ?more|any longer|here|now|in here|at all|for me|either|really|after all|please"
    r"|again))*"
)
_NOT_NEEDED = re.compile(
    rf"(?:(?:is|are|was|were)(?: (?:actually|really|just|now|all|both))* (?:(?:not|no longer|hardly"
    r"|barely)(?: (?:really|actually))? "
    r"(?:needed|necessary|required|wanted|useful|of (?:any )?use)|superfluous|unnecessary|redundant"
    rf"|unneeded|expendable|dispensable|surplus|useless|one too many){_AFTER}"
    rf"|(?:can|could|may|might|should|must) (?:now )?(?:be spared|be done away with|leave|vanish"
    rf"|be gone){_AFTER}"
    rf"|(?:has|have|needs?|got|is|are) (?:got )?to (?:leave|vanish|disappear|be gone|go away|come"
    rf" out|get out|go){_AFTER})[ .!]*"
)
_KIN = (
    r"(?:(?:mother|father|sister|brother|daughter|son)[ -]in[ -]law|wife|husband|mother|father|mom"
    r"|mum|dad|son|daughter|friend|boss|teacher|grandmother"
    r"|grandfather|grandma|grandpa|sister|brother|aunt|uncle|kids?|children|client|customer|partner"
    r"|girlfriend|boyfriend|colleague|team|player|director|roommate|flatmate|landlord|designer)s?"
)
_OTHERS = (
    r"(?:accountant|neighbou?r|architect|lawyer|doctor|daughters?|guests?|buyers?|agent|editor"
    r"|producer|artist|students?|pupils?|professor|coach|chef|cousin|godmother|nephew|niece"
    r"|tenants?)"
)
_SAYS = re.compile(
    rf"(?:(?:well|so|but|and|now|oh|,) )*(?:my|our|the|his|her) (?:little |old |other )?"
    rf"(?:{_KIN}|{_OTHERS}) "
    r"(?:(?:just|also|always|really|still) )*(?:says?|said|thinks?|thought|believes?|feels?|finds?"
    r"|insists?|suggests?|suggested|complains?|complained|mentioned|reckons?|is sure|told me"
    r"|pointed out|would say)(?: that)?(?= )",
    re.IGNORECASE,
)
_TOO_MANY = re.compile(
    r"(?:(?:that|there|this) (?:is|are) )?(?P<many>.+?)(?: (?:is|are|would be|seems?))? "
    r"(?:(?:way|far|still|just) )*too many(?: (?:here|now|in (?:here|the \w+)))?[ .!]*"
)
_FROM_EACH = re.compile(
    r"(?P<many>(?:an?|one|two|three|four|five|six|\d+) .+?) (?:is |are )?too many (?:at|on|around"
    r"|by|next to|beside) (?P<owners>(?:each|every|all|both)\b.+)"
)
_ENOUGH = re.compile(
    r"(?:(?:only|just) )?(?P<many>.+?) (?:is|are|would be|will be) (?:quite |more than |just )?"
    r"(?:enough|sufficient|plenty|fine)(?: (?:here|now|for (?:me|us|now)|please))*[ .!]*"
)
_LIKED = re.compile(
    r"(?:(?:actually|honestly|hm+|no|oh|well|but|somehow|now|then|in fact|sorry|ok|,) )*(?:i|we|"
    rf"my {_KIN}) (?:(?:actually|really|kind of|still|did|much|rather|somehow|think i) )*"
    r"(?:liked?|loved?|prefer(?:red)?|missed|miss|want(?:ed)?)(?: having)?(?: more| better"
    r"| rather)? (?P<what>.+?)"
    r"(?: (?:better|more|best|back))*(?: (?:before|then|after all|though|as it was|the way it was"
    r"|how it was|than (?:this|that|now|nothing|the new one)))*[ .!]*"
)
_IT_WAS = re.compile(
    r"(?:(?:actually|honestly|hm+|no|oh|well|but|somehow|ok|,|i think) )*(?:"
    r"(?:(?:it|that|everything|this) (?:was|looked|felt) )(?:much |a lot |way "
    r"|far )?(?:better|nicer"
    r"|prettier|cosier|cooler)(?: (?:before|the way it was|how it was|as it was|like before"
    r"|without (?:that|it|this)))"
    r"|(?:i|we) (?:liked|preferred|loved) (?:it|that|everything)(?: (?:better|more|best))?"
    r"(?: (?:before|the way it was|how it was|as it was|like it was|like before)))[ .!]*"
)
_BEFORE_IT = re.compile(
    r"(?:(?:actually|honestly|hm+|no|oh|well|but|ok|,) )*(?:(?:i|we) (?:liked|preferred"
    r"|loved) (?:it"
    r"|that|everything|the (?:room|scene))|(?:it|everything|the (?:room|scene)) (?:was|looked))"
    r"(?: much| a lot)?(?: (?:better|nicer|more|best|prettier))? before (?P<what>(?:the|those|that"
    r"|these) [a-z ]+?)(?: (?:came|were|was) .*)?[ .!]*"
)
_REPLACED = re.compile(r"\b(?:Replaced|Removed|removed|replaced|swapped)\b")


def parted(said: Line, finder: Finder, answered_last: str) -> str:
    """The plain command in such a remark; "" for any other words.

    ``answered_last``: what was answered to the last change; "" where the last turn made none.
    """
    return (
        _from_each(said)
        or _gone(said, finder)
        or _fewer(said, finder)
        or _back(said, finder, answered_last)
    )


def said_by_others(text: str) -> str:
    """``text`` without "my husband thinks that"."""
    found = _SAYS.match(text)
    rest = text[found.end() :].strip() if found else ""
    return rest or text


def _without_last(said: Line) -> Line:
    """ "without the lanterns it would look better" with what is better first."""
    found = _WITHOUT_FIRST.fullmatch(said.text)
    return Line((*found["better"].split(), *found["without"].split())) if found else said


def _gone(said: Line, finder: Finder) -> str:
    said = _without_last(said)
    begun = next(
        (b for p in (_WITHOUT, _NO_NEED, _DO_NOT_NEED, _BETTER_WITHOUT) if (b := said.match(p, 0))),
        None,
    )
    chosen = select(said, begun[1] if begun else 0, finder)
    if chosen is None or not chosen.items or chosen.missing or not chosen.definite:
        return ""
    tail = said.part(chosen.stop, len(said)).text
    if begun is not None:
        plain = re.fullmatch(rf"{_AFTER}[ .!]*", f" {tail}" if tail else "")
        return f"remove {said.span(begun[1], chosen.stop)}" if plain else ""
    return f"remove {said.span(0, chosen.stop)}" if _NOT_NEEDED.fullmatch(tail) else ""


def _fewer(said: Line, finder: Finder) -> str:
    """ "two chairs are too many", "four chairs are enough"."""
    for pattern in (_TOO_MANY, _ENOUGH):
        found = pattern.fullmatch(said.text)
        named = Line(tuple(found["many"].split())) if found else Line(())
        many = quantity(named, 0) if len(named) else None
        kind = phrase_at(named, 0) if many is not None and many.exact else None
        if found is None or many is None or kind is None or kind[1] < len(named):
            continue
        present = len(finder.fitting(kind[0]))
        noun = plural(singular(kind[0].label))
        if pattern is _TOO_MANY and many.count < present:
            return f"remove {named.text}"
        if pattern is _TOO_MANY and many.count == present:
            return f"there are too many {noun}"
        if pattern is _ENOUGH and many.count < present:
            return f"remove {present - many.count} {noun}"
    return ""


def _from_each(said: Line) -> str:
    """ "two chairs too many at each table": from each of them."""
    found = _FROM_EACH.fullmatch(said.text)
    return f"remove {found['many']} from {found['owners']}" if found else ""


def _back(said: Line, finder: Finder, answered_last: str) -> str:
    """ "I preferred the table" after it went, "it was better before"."""
    if not answered_last:
        return ""
    if _IT_WAS.fullmatch(said.text) is not None:
        return "undo that"
    before = _BEFORE_IT.fullmatch(said.text)
    if before is not None:
        return f"go back to how it was before {before['what']}"
    found = _LIKED.fullmatch(said.text)
    named = phrase_at(Line(tuple(found["what"].split())), 0) if found else None
    if named is None or named[0].pronoun or not named[0].definite:
        return ""
    old = re.search(rf"\bthe {re.escape(named[0].head)}\b", answered_last.lower())
    there = [i for i in finder.fitting(named[0]) if label_of(i) == named[0].label]
    went = _REPLACED.search(answered_last) is not None
    return "undo that" if went and old is not None and not there else ""
