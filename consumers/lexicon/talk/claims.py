"""Whether words say that something was done: "I've added the lamp", "Done!", "Here is your room".

For what a language model says: it may say so although nothing was. Read from grammar, in English
alone; whoever must be sure in other languages says itself what was done. What does not belong here:
what is said to be there (``statements``), and whether any of it is true.
"""

from __future__ import annotations

import re

from consumers.lexicon.talk.statements import stated

_DONE = (
    r"(?:added|placed|put|positioned|inserted|installed|included|made|created|built|generated|drawn"
    r"|drew|painted|designed|model(?:l)?ed|rendered|prepared|constructed|furnished|assembled"
    r"|removed|deleted|erased|cleared|wiped|emptied|purged|dropped|taken|took|moved|shifted|slid"
    r"|turned|rotated|tilted|flipped|resized|scaled|enlarged|shrunk|shrank|widened|raised|lowered"
    r"|changed|updated|modified|edited|adjusted|replaced|swapped|recolou?red|colou?red|set|hung"
    r"|lit|dimmed|brightened|darkened|undone|undid|reverted|restored|redone|redid|arranged"
    r"|rearranged|selected|highlighted|marked|hidden|hid|duplicated|copied|applied|done|did it"
    r"|finished|completed|fixed|switched|given|gave|attached|stacked|filled|decorated|confirmed)"
)
_DOING = (
    r"(?:adding|placing|putting|making|creating|building|generating|drawing|removing|deleting"
    r"|clearing|wiping|moving|turning|rotating|changing|updating|replacing|setting|working on)"
)
_DO = (
    r"(?:add|place|put|make|create|build|generate|draw|remove|delete|clear|wipe|move|turn|rotate"
    r"|change|update|replace|set|do)"
)
_SOFTLY = (
    r"(?: (?:just|now|also|already|successfully|then|gladly|happily|gone ahead and|went ahead and"
    r"|all|both|carefully|simply|even|\w+ly))*"
)
_BY_ME = re.compile(rf"\b(?:i|we)(?: have| had)?{_SOFTLY} {_DONE}\b")
_BY_NOBODY = re.compile(
    rf"\b(?:has|have|had){_SOFTLY} been{_SOFTLY} {_DONE}\b"
    rf"|(?<!\bi )\b(?:was|were|got){_SOFTLY} {_DONE}\b(?! of\b)"
    rf"|\b(?:is|are){_SOFTLY} (?:added|removed|deleted|erased|cleared|wiped|emptied|created|updated"
    r"|generated|replaced|completed)\b"
    r"|\b(?:is|are|looks?|has|have|stands?|sits?|hangs?|lies?) now\b(?! or\b)"
    r"|\b(?:is|are)(?: \w+){1,3} now\b|\bnow (?:is|are|has|have|\w{2,}s)\b"
)
_AT_ONCE = re.compile(
    r"(?:all |okay |ok |sure |great |perfect |yes |alright |right |et |and |now )*"
    r"(?:it is done|that is done|consider it done|there you go|here you go|voil[aà]|ta da|tada"
    rf"|mission accomplished|success\b|{_DONE}\b(?! you\b| i\b| we\b))"
    rf"|(?:\w+ ){{1,4}}(?<!is )(?<!be )(?<!or ){_DONE}$"
)
_NOT_AT_ONCE = frozenset({"put", "set", "hid", "lit", "given", "hung", "taken", "marked"})
"""Words that begin an order as well ("put it here"), unless nothing follows."""
_PRESENTED = re.compile(
    r"\b(?:here|this) (?:is|are|comes?) (?:your|the|an?|one|two|three|my)\b(?! (?:\w+ )?(?:list"
    r"|lists|few|ideas?|suggestions?|examples?|summary|overview|ways?|things?|tips?|questions?"
    r"|objects?|items?|assets?|facts?|answers?|problems?|reasons?|options?|pieces? of)\b)"
    r"|\b(?:your|the) (?:\w+ ){1,4}?(?:is|are) (?:now |all |both )*(?:ready|complete|completed|done"
    r"|finished|in place|set up|gone)\b|\benjoy (?:your|the)\b"
)
_SOON = re.compile(
    rf"\b(?:i|we) am{_SOFTLY} {_DOING}\b|\b(?:i|we) are{_SOFTLY} {_DOING}\b"
    rf"|\b(?:i|we) (?:will|am going to|are going to){_SOFTLY} {_DO}\b|\blet me{_SOFTLY} {_DO}\b"
    rf"|^(?:okay |ok |sure |great |yes |, )*{_DOING}\b"
)
_AT_HAND = re.compile(
    r"\b(?:now|right away|immediately|at once|one moment|a moment|a second|straight away|for you)\b"
)
_UNREAL = re.compile(
    r"\b(?:if|unless|when|whenever|once|until|not|never|nothing|none|neither|nor|no|can|could|would"
    r"|should|shall|may|might|cannot|before i|able to|want|tell me|let me know)\b"
)
_LIBRARY = re.compile(r"\b(?:library|database|assets?)\b")
_GONE = re.compile(
    r"\b(?:deleted|removed|erased|cleared|wiped|emptied|purged|dropped|empty now|now empty|gone)\b"
)
_DECLINES = re.compile(
    r"\b(?:can ?not|could not|will not|would rather not|am not able|am unable|unable to|not able to"
    r"|am sorry|sorry|am afraid|refuse|decline|not possible|impossible|not allowed|do not know how"
    r"|do not understand|did not understand|only (?:build|make|create))\b"
)


def claimed(words: str) -> bool:
    """Whether ``words`` say that something was made, changed, deleted or shown, or is being so."""
    return any(_claims(sentence.text) for sentence in stated(words))


def claims_deletion(words: str) -> bool:
    """Whether ``words`` say that something of the library was deleted."""
    told = (s.text for s in stated(words) if not _UNREAL.search(s.text))
    return any(_GONE.search(s) and _LIBRARY.search(s) for s in told)


def declines(words: str) -> bool:
    """Whether ``words`` say that something can or will not be done."""
    return any(_DECLINES.search(sentence.text) for sentence in stated(words))


def _claims(sentence: str) -> bool:
    if any(_at_once(clause.strip()) for clause in sentence.split(",")):
        return True
    for pattern in (_BY_ME, _BY_NOBODY, _PRESENTED):
        for found in pattern.finditer(sentence):
            clause = sentence.rfind(",", 0, found.start()) + 1
            if not _UNREAL.search(sentence[clause : found.end()]):
                return True
    soon = _SOON.search(sentence)
    real = soon is not None and not _UNREAL.search(sentence)
    return real and _AT_HAND.search(sentence) is not None


def _at_once(clause: str) -> bool:
    """Whether it says in short that it is done: "done", "lamp added", "removed the sofa"."""
    found = _AT_ONCE.match(clause)
    if found is None or _UNREAL.search(found.group()):
        return False
    last = found.group().split()[-1]
    return found.end() == len(clause) or last not in _NOT_AT_ONCE
