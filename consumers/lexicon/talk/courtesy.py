"""What people say around a wish to be kind: "I hope you are well", "many thanks in advance".

What belongs here: finding such words by their form and taking them off. What does not: small talk
that is all a person says (``smalltalk``), the words of asking (``wishing``).
"""

from __future__ import annotations

import re

_END = r"\s*(?:[,.!;:?…]+\s*(?:but\s+|and\s+|so\s+)?|\s(?:but|and|so)\s+|\s*[-–—]+\s+)"
_BEFORE = re.compile(
    r"^\s*(?:"
    r"(?:(?:good (?:morning|afternoon|evening|day)|hello|hi|hey|dear|greetings)"
    r"(?: (?:there|dear|assistant|friend|team|sir|madam|scenestream|everyone|all|again|you"
    r"|robot|computer|ai|my))*)"
    r"|i (?:do )?hope (?:you|this|that|all|everything|it)\b[^.,!?;\n]{0,60}"
    r"|(?:i am|i'm|i’m|im)? ?(?:so |very |really |terribly |awfully )*sorry(?: to| for| if| about)?"
    r"\b[^.,!?;\n]{0,50}"
    r"|(?:if|when|unless) (?:it|that|this)(?:'s| is|’s| isn't| is not| wouldn't| would not)"
    r"\b[^.,!?;\n]{0,50}"
    r"|if (?:you|i) (?:don't mind|do not mind|can|could|may|would|have (?:time|a moment|a minute))"
    r"\b[^.,!?;\n]{0,30}"
    r"|(?:i (?:do |must |really )*)?(?:apologi[sz]e|beg your pardon)\b[^.,!?;\n]{0,60}"
    r"|(?:my )?apologies\b[^.,!?;\n]{0,50}|if i may(?: be so bold)?"
    r"|(?:please )?(?:excuse|pardon|forgive) (?:me|my|the)\b[^.,!?;\n]{0,40}"
    r"|how are you(?: doing| today)*"
    r"|(?:many )?thanks?(?: you)? (?:so much |very much |a lot )?"
    r"(?:for|in advance)\b[^.,!?;\n]{0,60}"
    r"|(?:ok|okay|so|well|right|alright|hm+|um+|uh+|now)?,? ?(?:let me (?:think|see)|let's see"
    r"|how (?:do|should|can) i (?:say|put)(?: this| it)?|first of all|to (?:start|begin)(?: with)?)"
    rf"){_END}",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"^\s*(?:(?:last|this|every|each|one) (?:spring|summer|autumn|fall|winter|year|week|month|night"
    r"|evening|morning|day|time)|yesterday|once upon a time|once|(?:many |some )?years ago"
    r"|a long time ago|long ago|(?:when|while|as) (?:i|we) (?:was|were|am|are) [^,.!?;\n]{1,40},?)"
    r"(?:,\s*|\s+)(?=(?:i|we|there|my|our|the|an?|in) )",
    re.IGNORECASE,
)
"""When a story is told of; no time of day."""
_ASKING = re.compile(
    r"^\s*(?:so |and |well |but |please |,)*(?:"
    r"(?:i (?:was|am) (?:just )?|i'm (?:just )?)?wondering (?:whether|if)|i (?:just )?wonder"
    r"(?:ed)? (?:whether|if)|would it (?:be|perhaps be) (?:at all )?(?:possible|ok|okay|alright)"
    r"|(?:would|will) it be (?:too much|a lot of|any|much) (?:trouble|bother|work|to ask)(?: for"
    r" you)?"
    r"|is it (?:at all )?possible|might it be possible|(?:would|could|can|might|will) you"
    r"(?: possibly| perhaps| please| kindly| maybe)* be (?:so (?:kind|nice|good)|kind enough"
    r"|able)(?: as)?|do you think|i would be (?:very |so )?(?:grateful|glad|happy|delighted)"
    r"|i(?:'d| would) (?:really |truly |very much )?appreciate it|it would be "
    r"(?:very |so |really )?(?:nice|great|lovely|kind|wonderful|good)(?: of you)?"
    r"|i want that|i wish that)"
    r"(?: (?:if|that|whether))?(?: (?:you|we|i))?(?: (?:might|could|can|would|may))?"
    r"(?: possibly| perhaps| please| kindly| maybe)*(?: be (?:able|so kind|kind enough)(?: as)?)?"
    r"(?: to)?\s+",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"^\s*(?:but |and |so |please )*(?:might|could|would|can|will) (?:you|i)"
    r"(?: possibly| perhaps| please| kindly| maybe)+\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:(?<=[.,!?;\n])|(?<=[.,!?;\n] ))\s*(?:and )?(?:(?:many|much|a thousand|lots of) thanks"
    r"|thanks?(?: you| u)?|thx|merci|danke|gracias|grazie|cheers|much (?:appreciated|obliged)"
    r"|i(?:'d| would)? (?:really )?"
    r"appreciate (?:it|that)|(?:kind|best|warm) regards|yours sincerely|have a (?:nice|great|good"
    r"|lovely)|that (?:would|will) be (?:all|great|lovely|nice|it)|please and thank you)"
    r"\b[^.,!?;\n]{0,50}[.,!;\s]*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r",? *(?<![\w'])(?:if (?:it is |it's |that is |that's |at all )?possible"
    r"|if (?:you|that|i) "
    r"(?:can|could|may|will|would|like|please|don't mind|do not mind|is ok|is okay)"
    r"|if (?:it|that) (?:isn't|isn’t|wouldn't be|wouldn’t be|would not be) too much"
    r" (?:trouble|work|bother|to ask)|if it is not too much (?:trouble|work|to ask)"
    r"|if it's not too much (?:trouble|work|to ask))"
    r"(?=[,.!?;]| and | with |$)(?:,(?= ))?",
    re.IGNORECASE,
)
_MOST = 6
"""Kind phrases in a row that are taken off."""
_READ = 600
"""Characters at either end in which they are looked for."""


def without_courtesy(text: str) -> str:
    """``text`` without the kind words around its wish; all of it when nothing else is left."""
    head, rest = text[:_READ], text[_READ:]
    for _ in range(_MOST):
        shorter = _BEFORE.sub("", head, count=1)
        if shorter == head or not shorter.strip():
            break
        head = shorter
    head = _ONCE.sub("", head, count=1)
    asked = _ASKING.sub("", head, count=1)
    head = _MODAL.sub("", asked if asked.strip() else head, count=1)
    kept = _WITHIN.sub("", head + rest)
    for _ in range(_MOST):
        cut = _AFTER.sub("", kept[-_READ:])
        shorter = kept[:-_READ] + cut if len(kept) > _READ else cut
        if shorter == kept or not shorter.strip():
            break
        kept = shorter
    return kept.strip() or text
