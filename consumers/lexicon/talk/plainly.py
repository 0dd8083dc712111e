"""What people say to a scene as they would write it: without "um", "like", "omg" and words twice.

What belongs here: taking out what carries no meaning anywhere. What does not: courtesies around a
wish (``courtesy``), words that are taken back (``lexicon/edits/correcting``).
"""

from __future__ import annotations

import re

_BEGINNING = 60
_MOST = 2000
"""Characters from the start of a text in which it is done."""
_FILLERS = re.compile(
    r"(?:(?<=\s)|^)(?:um+|uh+m*|erm?|erm+|hmm+|omg|oh my god|yo|bro|dude|mate|jeez|gosh|eh|ehm"
    r"|y'?know|kinda|sorta|basically|literally"
    r"|you know what)\b[,.!…]*(?:\s+|$)(?=.*\w)",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"(?:(?<=you)|(?<=we)|(?<=and)|(?<=to)|(?<=so)|(?<=please)|(?<=then)|(?<=,)|^)"
    r"(?<!would you)(?<!do you)\s*\blike,?\s+"
    r"(?=(?:make|put|add|move|remove|delete|turn|change|give|take|paint|place|get|maybe|really"
    r"|rotate|swap|replace)\b)",
    re.IGNORECASE,
)
_LIKE_THING = re.compile(
    r"(?:(?<=\band)|(?<=\bthen)|(?<=\bmaybe)|(?<=\bum)|(?<=\buh)|(?<=\balso)|(?<=\bwith))(?:,|\s)*"
    r"\s+like,?\s+(?=(?:an?|some|another|two|three|four|five|six|a few)\b)",
    re.IGNORECASE,
)
"""The "like" of "and like a plant next to the sofa"."""
_BEGUN = re.compile(
    r"^\s*(?:(?:(?:yeah|yep|yup|aight|alright|right|ah|aha|okay|ok|oh|so|well|and|but|now)(?:,"
    r"|\s)\s*)*"
    r"(?:yeah|yep|yup|aight|you know what|know what|tell you what|i'll tell you what|here's the"
    r" thing"
    r"|thing is|the thing is|never ?mind(?=,)|ok(?:ay)? english|in english)[,.:;!]*\s+)+(?=\w)",
    re.IGNORECASE,
)
"""What people begin to speak with, before a wish or a question."""
_ENDED = re.compile(
    r"(?:,?\s+(?:i guess|i suppose|or something|or whatever|or so|you know|if that makes sense|and"
    r" all"
    r"|and stuff)|,\s*(?:genius|einstein|sherlock|smart ?ass|buddy|pal|my friend|friend|mate|love"
    r"|darling|sweetie|honey|sir|madam|ma'am|my dear|dear|boss|champ))+(?=\s*(?:[.!?]|$))",
    re.IGNORECASE,
)
"""What people end with: hedges, and whom they speak to."""
_SUPPOSE = re.compile(
    r"^\s*(?:now )?(?:suppose|assume|let's say|let us say|say|imagine|picture|pretend)(?:"
    r" that)?,?\s+"
    r"(?=(?:the|my|our|it|they|this|that)\b.{1,60}\b(?:were|was|is|are|had)\b)",
    re.IGNORECASE,
)
_COOL_IF = re.compile(
    r"^\s*(?:and |but )?(?:it(?:'d| would)|that(?:'d| would)) be (?:(?:so|really|very|kind of)"
    r" )?(?:cool"
    r"|nice|great|fun|awesome|lovely|better|good|neat|amazing) if there (?:was|were|is|would be) "
    r"(?:also )?(?=(?:an?|some|another|two|three|more)\b)",
    re.IGNORECASE,
)
_DO_WITH = re.compile(r"\b(?:could|can) do with being\b", re.IGNORECASE)
_NO_RUSH = re.compile(
    r"^\s*(?:(?:there(?:'s| is) )?no (?:rush|hurry|worries|pressure|stress)|whenever you (?:can"
    r"|have time"
    r"|have a moment|get a chance)|when you (?:have|get) (?:time|a (?:moment|minute|second|chance))"
    r"|take your time)\s*[,.;]\s*(?:but |and )?",
    re.IGNORECASE,
)
_RESTARTED = re.compile(
    r"\b((?:[a-z']+ ){1,4}[a-z']+)(?:\s*(?:,|\.\.+|…|-+))*\s+\1\b", re.IGNORECASE
)
"""Words that are begun once more: "how many, how many chairs"."""
_LIKE_A_BIT = re.compile(
    r"(?:,\s*)?\b(?<!look )(?<!looks )like,?\s+(?=(?:an? )?(?:bit|little|lot|tad|touch|way|much"
    r"|really|super|so|dark|light)\b(?! of))",
    re.IGNORECASE,
)
"""The "like" of "make them like a bit bigger"."""
_AND_LIGHT = re.compile(
    r"(?:,\s*|\s+and\s+|,\s*and\s+)(?:an? )?(brighter|darker|warmer|softer|dimmer|colder|cooler)"
    r"\s+(?:light|lights|lighting)(?=\s*(?:please\s*)?(?:[.!]|$))",
    re.IGNORECASE,
)
"""The light after other wishes: "everything smaller, and brighter light"."""
_TWICE = re.compile(
    r"(?<!hang )(?<!hold )\b(the|an?|to|of|in|on|it|is|and|my|this|that|make|can|put|add|move|with"
    r"|for|at|i|we|two"
    r"|from|then|there)(?:,?\s+\1\b)+",
    re.IGNORECASE,
)
_KIN = (
    r"daughter|son|wife|husband|kids?|child|children|boss|client|customer|teacher|friend|mum|mom"
    r"|mother|father|(?:mother|father|sister|brother|daughter|son) in law|grandmother|grandfather"
    r"|neighbou?r|dad|brother|sister|family|girlfriend|boyfriend|partner|grandma|grandpa|team"
)
_WANTER = re.compile(
    rf"^\s*(?:but |and |so |now )?(?:my|our|the) (?:little |old )?(?:{_KIN}),? "
    r"(?:(?:she|he|they) )?(?:really |now |also "
    r"|just )*(?:wants?|would like|would prefer|needs?|prefers?|asks? for|asked for|insists on"
    r"|likes?(?= to have))"
    r"(?: to (?:have|see))?(?= \w)",
    re.IGNORECASE,
)


_ASKS = re.compile(
    r"(?:^|(?<=[.!?;] ))\s*(?:please |and |also |so |now )*(?:(?:might|may|could|can) i (?:please "
    r"|kindly )?(?:trouble"
    r"|bother|ask|beg)(?: you)?(?: to add| for)|i (?:should|shall) (?:like|love|be glad of)"
    r"|i (?:wanted|was hoping for|was thinking of)"
    r"|(?:i|we)(?:'d| would) (?:really |also |just )?(?:love|like) to (?:see|have)"
    r"|(?:i|we|it|(?:the|this|my|our) (?:room|place|scene|house|garden|corner)) (?:could|can)"
    r" (?:really |also |maybe |still )*(?:use|do with)(?= (?:an?|some|two|three|more|another)))(?="
    r" \w)",
    re.IGNORECASE,
)
_AFRAID = re.compile(
    r"^\s*(?:i(?:'m|’m| am)(?: (?:a bit|rather|so))? (?:afraid|sorry|sure)(?: to say)?(?: that"
    r"| but)?"
    r"|i (?:do )?(?:think|feel|find|believe|fear|must say|dare say)(?: that)?|i'd say"
    r"|it seems(?: to me)?"
    r"(?: that)?|to be honest|honestly),?\s+(?=(?:the|my|our|it|that|this|they|those|these)\b)",
    re.IGNORECASE,
)

_NAMED = r"((?:the |my |our )?[a-z][a-z -]{0,30}?)"
_CROSSED = re.compile(
    rf"(?:(?:i(?:'d| would)|we(?:'d| would)) (?:rather|prefer to|like to) )?(?:have|put|place|move|"
    rf"swap) {_NAMED} where {_NAMED} (?:is|are|stands?|sits?|was)(?: now)?,? and vice versa",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"\b(\d+(?:\.\d+)?|an?|one|two|three|four|five|six|ten|half a) units?"
    r"(?= (?:to the |to |further |along |on |in |away|apart)?(?:left|right|up|down|forwards?"
    r"|backwards?|back|higher|lower|x|y|z|wide|tall|high|long|deep|from|the [xyz]\b|away|apart)\b)",
    re.IGNORECASE,
)
"""Units of a game engine, which are metres."""
_COAT = re.compile(
    r"\b(?P<thing>(?:the|my|our|that) [a-z][a-z -]{0,30}?) (?:could (?:use|do with)|needs?"
    r"|should have"
    r"|deserves|wants) (?:an? )?(?:(?:fresh|new|nice) )*(?:coat"
    r"|lick) of (?P<color>[a-z]+(?: [a-z]+)?)"
    r"(?=[.!]?\s*$)",
    re.IGNORECASE,
)
"""What is to be painted: "the box could do with a coat of red"."""
_BARE_TURN = re.compile(
    r"^(\s*(?:please )?(?:rotate|turn|spin|pivot) .{1,60} by -?\d{1,3})(?=[.!]?\s*$)", re.IGNORECASE
)
"""A turn by a number alone, which is of degrees."""
_ON_EACH = re.compile(
    r"^\s*(?:and |also )?(?P<at>on|in|under|behind|beside|next to|in front of|above|at) "
    r"(?P<each>(?:each|every) (?:[a-z]+ ){0,2}?[a-z]+),? (?:there should be |should be |goes |put "
    r"|i want )?(?P<what>(?:an?|one|two|three|some) [a-z].{1,60}?)(?=[.!]?\s*$)",
    re.IGNORECASE,
)
"""What each of several is to have, said after where: "on each table, a coffee"."""
_TRADING = re.compile(
    rf"^\s*{_NAMED} and {_NAMED} (?:should|must|could|can|have to|are to) (?:please )?(?:trade"
    r"|swap|switch|exchange|change) (?:places|positions|spots)",
    re.IGNORECASE,
)
"""Two things that each go where the other is."""
_BEEN = re.compile(r"(?<=\w)['’]s (?=(?:just |now )?been\b)", re.IGNORECASE)
_WILL_BE = re.compile(
    r"\b(?:(?:is|are) (?:going to|supposed to|meant to)|(?:has|have)(?: just| now)?(?= been))"
    r" (?:be|been) (?=(?:re)?(?:moved|placed|removed|replaced|painted|put|turned|swapped|hung"
    r"|coloured|colored)\b)",
    re.IGNORECASE,
)
"""What has been done to a thing, or will be, is to be done: "the lamp has been moved ..."."""
_HAVE_LEFT = re.compile(
    r"\b(?:has|have) (?:just |already |all )?left"
    r"(?=(?: (?:now|already|the (?:room|scene|house)))?[.!]?\s*$)",
    re.IGNORECASE,
)
"""Who has left did not go to the left."""
_SPACE = re.compile(
    r"\btakes? up (?:way )?(?:too|so) much (?:space|room)(?=[.!]?\s*$)", re.IGNORECASE
)
_TOO_FAR = re.compile(
    r"^(?P<thing>(?:the|my|our|that|it|they|these|those)\b[a-z ]{0,30}?) (?:is|are|stands?|hangs?"
    r"|sits?|lies?)(?P<much> (?:a (?:little )?bit|a little|slightly|much|way|still))* too far (?:to"
    r" the |on the )?(?P<way>left|right)(?=[.!]?\s*$)",
    re.IGNORECASE,
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|a dozen|\d+)"
_NOT_SO_MANY = re.compile(
    rf"\bnot ({_NUMBER}) ([a-z][a-z -]{{1,30}}?),? but ({_NUMBER})(?= ?(?:of them)?[.!]?\s*$)",
    re.IGNORECASE,
)


def _back_again(found: re.Match[str]) -> str:
    """ "the table stands too far left" as a step to the right."""
    other = "right" if found["way"].lower() == "left" else "left"
    thing = {"they": "them"}.get(found["thing"].lower(), found["thing"])
    return f"move {thing} a bit to the {other}"


def begun_plainly(text: str) -> str:
    """``text`` without what people begin to speak with: "so yeah um give me a kitchen"."""
    head = _BEGUN.sub("", _FILLERS.sub("", text[:_BEGINNING]))
    return (
        f"{head}{text[_BEGINNING:]}" if _BEGUN.match(_FILLERS.sub("", text[:_BEGINNING])) else text
    )


def plainly(text: str) -> str:
    """``text`` without fillers and doubled words, its wishes as the speaker's own; the same text
    where nothing else would be left."""
    head, rest = text[:_MOST], text[_MOST:]
    for pattern, instead in (
        (_NO_RUSH, ""), (_BARE_TURN, r"\1 degrees"),
        (_COAT, r"paint \g<thing> \g<color>"), (_UNITS, r"\1 m"),
        (_COOL_IF, "add "),
        (_SUPPOSE, "what if "), (_DO_WITH, "should be"),
        (_FILLERS, ""), (_BEGUN, ""), (_ENDED, ""), (_LIKE_THING, " "), (_LIKE, " "),
        (_LIKE_A_BIT, " "),
        (_TWICE, r"\1"),
        (_RESTARTED, r"\1"), (_WANTER, "I want"),
        (_ASKS, "I want"), (_AFRAID, ""), (_CROSSED, r"swap \1 and \2"),
        (_ON_EACH, r"put \g<what> \g<at> \g<each>"),
        (_TOO_FAR, _back_again), (_HAVE_LEFT, "went away"), (_SPACE, "is too big"),
        (_BEEN, " has "), (_WILL_BE, "should be "),
        (_TRADING, r"swap \1 and \2"), (_NOT_SO_MANY, r"\3 \2, not \1"),
        (_AND_LIGHT, r". make the light \1"),
    ):  # fmt: skip
        head = pattern.sub(instead, head)
    return f"{head}{rest}".strip() or text
