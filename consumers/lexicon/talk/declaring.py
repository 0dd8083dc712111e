"""Sentences that only tell how things are, by their grammar: a subject and a finite verb.

"the mirror reminds me of something", "I would never do that", "there is nothing on the walls": who
says so wishes for nothing that could be done at once. What belongs here: telling such a sentence
from a wish and from a description that the edits read ("the cat is on the sofa", "the lamp is too
small"). What does not: remarks by their words, which are in ``remarks``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.commands import Clause, clauses, command_at
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.relighting import relight
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.quantities import number_at
from consumers.lexicon.words.tokens import STOPS, Line

_LONGEST = 24
_WISHED = re.compile(
    r"\b(?:should|must|needs?|ought|wants?|wish|please|let us|would (?:like|love|prefer|rather|be)"
    r"|could (?:use|you|we|do with)|can (?:you|we)|prefer|rather|better|instead|has to|have to"
    r"|had better|supposed to|too|go away|make sure|how about|what about|superfluous|unnecessary"
    r"|(?:not|no longer) (?:needed|wanted|required|necessary))\b"
)
"""Words of wishing, after which a sentence is read as a wish."""
_BEGINS = re.compile(
    r"(?:(?:well|so|oh|and|but|hey|hmm+|wow|you know|sadly|unfortunately|honestly|actually|somehow"
    r"|on second thoughts?|come to think of it|thinking about it|then again|now|today|yesterday"
    r"|because|since|sure|yes|of course|,)(?: |$))*"
)
_SOMEBODY = re.compile(
    r"(?:i|we|he|she|they|you|somebody|someone|everybody|everyone|nobody|people|my "
    r"(?:wife|husband|mother|father|mom|mum|dad|son|daughter|friend|boss|teacher|grandmother"
    r"|grandfather|grandma|grandpa|sister|brother|aunt|uncle|kids?|children|dog|cat))(?= )"
)
_HELD_BACK = re.compile(
    r"(?:would|will|could|can|do|does|did|have|has|had) (?:not|never|hardly|barely|only just) "
    r"|(?:never|hardly|barely|used to|always|sometimes|often|usually|still|already|really|just"
    r"|also) "
)
_LACKING = re.compile(
    r"(?:there|here) (?:is|are|was|were|seems to be)(?: \w+)?? (?:nothing|nobody|no|not (?:much"
    r"|many"
    r"|enough|a lot)|hardly|barely|so (?:much|many|little|few)|(?:way |far )?too (?:much|many"
    r"|little"
    r"|few)|enough|plenty|something|little)\b"
)
_FORGOT = re.compile(
    r"(?:(?:but|hey|oh|and|um|no|,) )*(?:i think )?you (?:forgot|missed|left out|skipped|omitted"
    r"|did not (?:add|include|make|put in)|have not (?:added|included))(?: to add| about)? "
    r"(?P<thing>(?:the|my|that|an?|two|three|four|some|\d+) [a-z][a-z -]{1,40}?)(?: [.!])*"
)
_TOO_MANY = re.compile(
    r"(?:(?:there|those|these|that) (?:are|is) )?(?:way |far |just |still )*too many "
    r"(?P<kind>[a-z]+(?: [a-z]+)?)(?: (?:in here|here|now|in (?:the|this) room))?(?: [.!])*"
)
_TOO_FEW = re.compile(
    r"(?:(?:there (?:are|is)|we (?:have|have got)|i see) )?(?:(?:far |way |still )?too few"
    r"|not (?:nearly |quite )?enough) (?P<kind>[a-z]+s)(?: (?:for|in|here|at|to) .*| here)?"
    r"(?: [.!])*"
)
_SARCASM = re.compile(
    r"\b(?:just|exactly|precisely) what (?:i|we) (?:needed|wanted|asked for|was looking for)\b"
    r"|\b(?:everybody|everyone|nobody|who (?:does not|needs|wants)|as if) \w+"
    r"|\b(?:how (?:original|creative|exciting|thrilling)|groundbreaking|big deal|very funny|so"
    r" what)\b"
)
_EXCLAIMED = re.compile(
    r"(?:oh )?(?:wow|great|ooh|yay|oh|well|sure)(?: ,)? (?:an?|another|the|more) "
)
_WHAT_A = re.compile(r"(?:what|such) an? (?!if\b|about\b)\w+")
_FEELS = re.compile(
    r"(?:is|are|was|were|looks?|looked|seems?|seemed|feels?|felt|sounds?|smells?|gets?|got|stays?"
    r"|remains?|appears?)(?: like)? "
)
_SENSED = re.compile(r"(?:seems?|seemed|feels?|felt|sounds?|smells?|appears?) (?!to )")
_VERY = re.compile(
    r"(?:(?:so|very|really|a bit|a little|quite|pretty|just|rather|always|still|already|such|not"
    r"|also|kind of|sort of|absolutely|super|truly|all|never|somewhat|totally|completely|oddly"
    r"|strangely|now|even|usually|often|sometimes) )*"
)
_DESCRIBES = frozenset({
    "stand", "sit", "lie", "lay", "hang", "lean", "rest", "face", "point", "float", "hover", "need",
    "want", "belong", "go", "wear", "hold", "carry", "have", "contain", "cover", "surround", "fill",
    "sleep", "come", "move", "turn", "get", "become", "look", "shine", "glow", "light", "fit", "be",
    "do", "hide", "swim", "grow", "should", "must", "can", "may", "will",
})  # fmt: skip
"""Verbs that tell how a scene is to be: "the cat sleeps on the sofa"."""
_INFLECTED = re.compile(r"[a-z]+(?:[a-rt-z]s|ed)$")


def tells(line: Line, finder: Finder) -> bool:
    """Whether every sentence of ``line`` only tells something, so that nothing is to be done."""
    if not 1 < len(line) <= _LONGEST:
        return False
    if _LACKING.match(line.text) is not None and not any(c.op for c in clauses(line)[1:]):
        return True
    if any(clause.op for clause in clauses(line)):
        return False
    if "?" in line.words or _WISHED.search(line.text) is not None:
        return False
    sentences = [s for s in _sentences(line) if len(s)]
    told = [_told(sentence, finder) for sentence in sentences]
    named = any(_SARCASM.search(s.text) or _WHAT_A.match(s.text) for s in sentences)
    return bool(told) and (all(told) or named)


def too_few(line: Line) -> str:
    """The question back to "there are not enough chairs": how many more; "" for other words."""
    found = _TOO_FEW.fullmatch(line.text)
    if found is None:
        return ""
    kind = found["kind"]
    return f"How many more? Say for example: add two more {kind}. Nothing is changed yet."


def too_many(line: Line) -> str:
    """The question back to "there are too many armchairs": how many; "" for other words."""
    found = _TOO_MANY.fullmatch(line.text)
    if found is None:
        return ""
    kind = found["kind"]
    return (
        f"How many shall stay? Say for example: remove two {kind}, or: remove all {kind} but one. "
        "Nothing is changed yet."
    )


def forgotten(line: Line, finder: Finder) -> str:
    """The wish in "you forgot the rug", where there is none: "add a rug"; "" for other words."""
    found = _FORGOT.fullmatch(line.text)
    named = phrase_at(Line(tuple(found["thing"].split())), 0) if found is not None else None
    if found is None or named is None or finder.fitting(named[0]):
        return ""
    thing = re.sub(r"^(?:the|my|that|to add|about) ", "", found["thing"])
    bare = named[0].counted or named[0].plural or thing.split()[0] in wc.DETERMINERS
    return f"add {thing}" if bare else f"add a {thing}"


_NEVER = re.compile(
    r"(?:the|my|our|this|that|these|those|both|all the|nobody|no one|none of the) .{0,40}?\b"
    r"(?:(?:would |will |should |could |can |does |do |did |has |have )?(?:never|hardly ever"
    r"|rarely)"
    r"|(?:would|will|does|do|did) not (?:even )?(?:sit|stand|lie|sleep|like)) "
)
_LOOKS_LIKE = re.compile(
    r"(?:it|this|that) (?:looks|seems|feels|sounds)(?: to me)? (?:like|as if|as though) .+ "
    r"(?:is|are|was|were|has|have|will|would|might|could) "
    r"|.{2,40} looks? (?:just |exactly |a bit |a lot )?like (?:my|our|your) "
)


def _told(sentence: Line, finder: Finder) -> bool:
    begins = sentence.match(_BEGINS, 0)
    said = sentence.part(begins[1] if begins else 0, len(sentence))
    if not len(said):
        return True
    if _SARCASM.search(sentence.text) is not None or _WHAT_A.match(said.text) is not None:
        return True
    if any(p.match(said.text) for p in (_LACKING, _NEVER, _LOOKS_LIKE)):
        return True
    exclaimed = sentence.match(_EXCLAIMED, 0)
    if exclaimed is not None and _names_present(sentence.part(exclaimed[1] - 1, 99), finder):
        return True
    who = said.match(_SOMEBODY, 0)
    if who is not None and _FEELS.match(said.part(who[1], len(said)).text) is None:
        return _of_somebody(said.part(who[1], len(said)))
    return _of_a_thing(said, finder)


def _names_present(rest: Line, finder: Finder) -> bool:
    """ "(wow) a clock": no more than a thing that is there."""
    found = phrase_at(rest, 0)
    return found is not None and found[1] == len(rest) and bool(finder.fitting(found[0]))


def _of_somebody(deed: Line) -> bool:
    """ "(I) never liked the vase", "(my grandmother) had a trunk": no order, as "(you) put it"."""
    if _HELD_BACK.match(deed.text) is not None:
        return True
    verb = deed.at(0)
    if verb in {"see", "have", "think", "say", "said", "mean", "meant", "am", "are", "would"}:
        return False
    past = verb.endswith(("ed", "t")) or word_classes(verb) == frozenset({"VERB"})
    return "VERB" in word_classes(verb) and (past or command_at(deed, 0) is None)


def _of_a_thing(said: Line, finder: Finder) -> bool:
    subject = _subject(said)
    if subject is None:
        return False
    rest = said.part(subject, len(said))
    very = rest.match(_VERY, 0)
    rest = rest.part(very[1] if very else 0, len(rest))
    feels = rest.match(_FEELS, 0)
    if feels is not None and _SENSED.match(rest.text) is not None:
        return relight(Clause("", "", said), finder) is None
    if feels is not None:
        return _only_judges(rest.part(feels[1], len(rest)), Clause("", "", said), finder)
    verb = rest.at(0)
    if not _INFLECTED.match(verb) or "VERB" not in word_classes(verb) or _lemma(verb) in _DESCRIBES:
        return False
    return place_at(rest, 1) is None and attributes_at(rest, 1) is None


def _subject(said: Line) -> int | None:
    """The index after the subject: "the mirror", "boxes", "it", "everything"."""
    if said.at(0) in {"it", "this", "that", "everything", "they", "these", "those", "here",
                      "i", "we", "he", "she", "you"}:  # fmt: skip
        following = phrase_at(said, 0)
        alone = following is None or following[0].pronoun or following[1] == 1
        if alone:
            return 1
    found = phrase_at(said, 0)
    if found is None or not (found[0].definite or found[0].plural):
        return None
    for stop in range(found[1], max(0, found[1] - 3), -1):  # verbs may have been read as nouns
        word, before = said.at(stop), phrase_at(said.part(0, stop), 0)
        if before is None or before[1] < stop or said.at(stop - 1) in wc.DETERMINERS:
            continue
        if number_at(said, stop - 1) is not None:
            continue  # "all three baskets"
        if not (before[0].noun or before[0].pronoun or (before[0].definite and stop > 1)):
            continue
        if _FEELS.match(f"{word} ") or (stop < len(said) and "VERB" in word_classes(word)):
            return stop
    return found[1]


def _only_judges(complement: Line, clause: Clause, finder: Finder) -> bool:
    """Whether what is said after "is" or "looks" is a judgement, and nothing that can be done."""
    very = complement.match(_VERY, 0)
    rest = complement.part(very[1] if very else 0, len(complement))
    if not len(rest) or len(rest) > 8 or relight(clause, finder) is not None:
        return False
    if amounts.factor(rest) is not None or amounts.shift(rest) is not None:
        return False
    if attributes_at(rest, 0) is not None or place_at(rest, 0) is not None:
        return False
    if rest.at(0) in wc.TIMES or any(word in wc.TIMES for word in rest.words[:2]):
        return False
    if rest.at(0) in {"a", "an", "my", "the"}:
        return noun_at(rest, 1) is None and phrase_at(rest, 0) is not None
    return rest.at(0) not in {"gone", "out", "off", "on", "away"} and noun_at(rest, 0) is None


def _lemma(verb: str) -> str:
    import lemminflect

    return next(iter(lemminflect.getLemma(verb, "VERB")), verb)


def _sentences(line: Line) -> list[Line]:
    found, start = [], 0
    for at in range(len(line) + 1):
        if at == len(line) or line.at(at) in STOPS:
            found.append(line.part(start, at))
            start = at + 1
    return found
