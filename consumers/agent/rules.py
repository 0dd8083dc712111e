"""The embedded agent: what a person's words need, by grammar and tables, no model.

What belongs here: choosing one of the six actions, a question back, or a reply. What does not:
doing it. Telling what came of it is in ``telling``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.agent.answering import answered
from consumers.agent.asides import aside
from consumers.agent.decision import Context, Decision, PendingConfirmation, asking, reply
from consumers.agent.making import made, planned
from consumers.agent.regrets import regret
from consumers.lexicon.edits.adjusting import adjusting
from consumers.lexicon.edits.adjustments import MoreOf
from consumers.lexicon.edits.asking import ASKED
from consumers.lexicon.edits.asking import answered as answered_with
from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.edits.correcting import recalled
from consumers.lexicon.edits.doubts import settled
from consumers.lexicon.edits.items import label_of
from consumers.lexicon.edits.offering import offered
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.totals import totalled
from consumers.lexicon.edits.undoing import Undo, second_thoughts, undoing
from consumers.lexicon.edits.wordings import worded
from consumers.lexicon.sentences.mending import respelt, spelled
from consumers.lexicon.talk import smalltalk
from consumers.lexicon.talk.answers import not_answered, nouns_of
from consumers.lexicon.talk.antecedents import which_is_it
from consumers.lexicon.talk.besides import besides
from consumers.lexicon.talk.conditions import Condition, conditional, met
from consumers.lexicon.talk.consent import begins_with_no, plain_answer
from consumers.lexicon.talk.courtesy import without_courtesy
from consumers.lexicon.talk.datasheets import scene_of
from consumers.lexicon.talk.destruction import destructive
from consumers.lexicon.talk.happening import unseen
from consumers.lexicon.talk.helping import help_about
from consumers.lexicon.talk.intent import (
    wants_anew,
)
from consumers.lexicon.talk.jotting import written_out
from consumers.lexicon.talk.languages import other_language, reply_in
from consumers.lexicon.talk.nicknames import named_in_full
from consumers.lexicon.talk.offtopic import (
    about_the_view,
    off_topic,
    wish_after_orders,
    without_links,
)
from consumers.lexicon.talk.others import of_others
from consumers.lexicon.talk.paraphrasing import can_not_have, in_plain_words, whose_is_it
from consumers.lexicon.talk.questions import asks_what, asks_who
from consumers.lexicon.talk.reporting import as_question
from consumers.lexicon.talk.signs import about_signs, signs_read
from consumers.lexicon.talk.spoken import about_scene, for_new_scene
from consumers.lexicon.talk.supposing import agrees, asked_for, supposed
from consumers.lexicon.talk.variants import changed_again, meant_instead, scene_again
from consumers.lexicon.talk.viewing import IT, Viewing, looked_for, viewing
from consumers.lexicon.talk.whom import spoken_of
from consumers.lexicon.words.tokens import Line, read
from schemas.ids import NodeId
from schemas.state import Turn
from schemas.talk import FAILED

NEW_SCENE = (
    "What shall the new scene be? Say for example: a new scene, a kitchen with a table. Until then "
    "this one stays."
)
_ONLY_ANEW = re.compile(
    r"(?:(?:please|ok|okay|now|let us|i want|i would like|can we|can i|could we|make|create|do"
    r"|start"
    r"|begin|build|have|give me|get|to|and|then|,) )*(?:(?:a |the )?(?:(?:brand )?new|another"
    r"|different|fresh) (?:scene|room|one|world)|start(?:ing)? (?:over|again|anew|fresh|from"
    r" scratch)"
    r"|over|from scratch)(?: (?:please|now|then|[.!?]))*"
)
_LONGEST_INPUT = 8000
_LONGEST_RESPELT = 100
"""Words in which slips of the pen are mended; in more of them too much time would go."""
_MOST_HEARD = 12
"""Turns back to which "he" may still mean somebody."""
_I_SAID = re.compile(
    r"(?:no,? |hey,? |but )?i (?:said|told you to|asked you to|did say)[:,]? (?:to |please )?", re.I
)


def decide(text: str, context: Context) -> Decision:
    """What to do about ``text``. Total: every text gets a decision; work is bounded."""
    said = text[:_LONGEST_INPUT].strip()
    line = read(said)
    if not any(word[0].isalnum() for word in line.words):
        return reply("No words were said.", about_signs(said) or smalltalk.EMPTY)
    if context.pending is not None:  # a yes is taken as it was written
        return _answered(said, context, context.pending)
    return _meant(said, context)


def _meant(said: str, context: Context) -> Decision:
    """What to do about words of which only the meaning counts, not how they were written."""
    whole = _completed(said, context)
    if whole:
        return Decision("The question which was meant is answered.", "modify_3d_scene", whole)
    said = scene_of(said) or signs_read(said)
    said = as_question(said) if context.has_scene else said
    if not context.has_scene:
        said = for_new_scene(said)
    elif said.count(" ") < _LONGEST_RESPELT:
        plain = named_in_full(about_scene(said), context.items)
        said = respelt(written_out(plain, nouns_of(context.items)), _named(context))
        total = totalled(read(said), Finder(context.items))
        if total is not None:
            return Decision("How many there shall be.", "modify_3d_scene", total.text)
        touched = _touched_last(context)
        unclear = which_is_it(said, context.items) if _is_fresh(context) else ""
        if unclear:
            return reply("Nothing says which thing is meant.", unclear)
        heard = spoken_of(context.items, (t.answered for t in context.talk[-_MOST_HEARD:]))
        said = in_plain_words(said, context.items, touched, _change_before(context), heard)
        whose = whose_is_it(said, context.items, touched, heard)
        if whose:
            return reply("A pronoun that may mean several.", whose)
        never = can_not_have(said, context.items, touched)
        if never:
            return reply("A part or clothes for somebody who is there.", never)
        event = unseen(said, context.items, tuple(reversed(touched)))
        if event:
            return reply("An event that no scene shows.", event)
    return _decided(said, read(said), context)


def _completed(said: str, context: Context) -> str:
    """The command that ``said`` completes, where the answer before asked which things it means; ""
    where none was asked, or these words are no answer."""
    last = context.talk[-1] if context.talk else None
    if last is None or not context.has_scene or ASKED not in last.answered:
        return ""
    command = _meant(last.said, replace(context, talk=context.talk[:-1]))
    finder = Finder(context.items)
    question = settled(spelled(read(command.input), _named(context)), finder).question
    return answered_with(question, read(said), finder) if question is not None else ""


def _is_fresh(context: Context) -> bool:
    """Whether the last words made the scene, so that "it" may be any of its things."""
    last = context.talk[-1] if context.talk else None
    return last is not None and "generate_3d_scene" in last.did


def _touched_last(context: Context) -> tuple[NodeId, ...]:
    """What "it" is: what was changed last, the newest first; none where all was made at once."""
    done = (t for t in reversed(context.talk) if t.did and not t.answered.startswith(FAILED))
    made = next(done, None)
    return () if made is not None and "generate_3d_scene" in made.did else context.touched


def _change_before(context: Context) -> Turn | None:
    """The last turn, if it changed the scene."""
    last = context.talk[-1] if context.talk else None
    done = last is not None and last.did == ("modify_3d_scene",)
    return last if last and done and not last.answered.startswith(FAILED) else None


def _named(context: Context) -> frozenset[str]:
    """The words that things and assets of the session are called by; none of them is misspelt."""
    labels = (*(label_of(item) for item in context.items), *context.assets)
    return frozenset(word for label in labels for word in label.lower().split())


def _answered(said: str, context: Context, asked: PendingConfirmation) -> Decision:
    """What the words that follow a question mean: yes, no, or something else altogether."""
    answered = plain_answer(said, asked.action, asked.name)
    if answered:
        return Decision("The person confirmed.", asked.action, asked.name)
    otherwise = None if answered is False else _meant(said, context)
    if otherwise is None or (begins_with_no(said) and otherwise.action in ("reply", "confirm")):
        return reply("The person said no.", "All right, nothing was deleted.")
    return otherwise


def _decided(said: str, line: Line, context: Context) -> Decision:
    """What to do about words that answer no question of ours."""
    insisted = _insisted(said, context)
    if insisted:
        return _decided(insisted, read(insisted), context)
    if recalled(line):
        return reply("All that was said is taken back.", smalltalk.LEFT_AS_IT_IS)
    last = _change_before(context)
    rued = regret(line, context, last) if context.has_scene else None
    if rued is not None:
        return rued
    one_more = last is not None and isinstance(adjusting(line), MoreOf)
    if context.has_scene and not one_more and _ONLY_ANEW.fullmatch(line.text) is not None:
        return reply("A new scene is wanted, but which?", NEW_SCENE)
    both = aside(said) if context.has_scene else None
    if both is not None:
        wanted = _decided(both.command, read(both.command), context)
        if wanted.action == "modify_3d_scene":
            return wanted  # the question is answered when it is done
    condition = conditional(line) if context.has_scene else None
    if condition is not None:
        return _under_condition(condition, context)
    if context.has_scene and "?" not in line.words and worded(line, Finder(context.items)) != line:
        return Decision("A change, in other words.", "modify_3d_scene", said)
    others = of_others(said) if context.has_scene else ""
    if others:
        return _decided(others, read(others), context)
    mixed = _besides_the_view(said, context)
    if mixed is not None:
        return mixed
    chats = smalltalk.reply_to(line) is not None
    helped = None if chats else help_about(line, nouns_of(context.items))
    if helped is not None:
        return reply("A question about the program.", helped)
    weighed = _weighed(line, context)
    if weighed is not None:
        return weighed
    earlier = None if asks_what(line) else _about_earlier(said, line, context)
    if earlier is not None:
        return earlier
    shown = seen(said, context)
    if shown is not None:
        return Decision("Words about the view.", "reply", reply=shown.reply, view=shown.changes)
    view = about_the_view(said) if "camera" not in nouns_of(context.items) else None
    if view is not None:
        return reply("Words about the camera.", view)
    return _made_or_changed(said, line, context)


def _made_or_changed(said: str, line: Line, context: Context) -> Decision:
    """What to do about words that want a scene made, made otherwise, changed or deleted."""
    meant = meant_instead(said) if context.has_scene else ""
    if meant:
        return Decision("Another scene was meant.", "generate_3d_scene", meant)
    varied = scene_again(said, context.talk) if context.has_scene else ""
    if varied:
        return Decision("The scene once more, but otherwise.", "generate_3d_scene", varied)
    changed = changed_again(said) if context.has_scene else ""
    if changed:
        return Decision("The scene as it is, but for one thing.", "modify_3d_scene", changed)
    asked = _destructive(line, context)
    if asked is not None:
        return asked
    wish = wish_after_orders(said)
    if wish:
        return _wished(wish, context)
    plain = without_links(said)
    off = off_topic(plain)
    if off is not None:
        return reply("Nothing that is built here.", off)
    return _wished(plain, context)


def _under_condition(condition: Condition, context: Context) -> Decision:
    """What to do about a wish that the scene decides about."""
    told = answered(read(condition.question), context)
    if told is None:
        return reply(
            "A condition that nothing here decides.",
            f"I can not tell whether that is so. Say it without a condition: {condition.wish}.",
        )
    if condition.many is None:
        is_so = told.startswith("Yes")
        is_so = is_so or not told.startswith(("No", "There is no", "Nothing"))
    else:
        number = re.search(r"\d+|\bone\b", told)
        is_so = met(condition, 0 if number is None else int(number.group().replace("one", "1")))
    if is_so is condition.holds:
        return _decided(condition.wish, read(condition.wish), context)
    return reply("The condition does not hold.", f"{told} So I changed nothing.")


def _weighed(line: Line, context: Context) -> Decision | None:
    """What to do about a change that is only thought of aloud, or about the "yes" to one, or to a
    command that was offered for words that were not understood."""
    last = context.talk[-1] if context.talk else None
    command = offered(last.answered) if last is not None and agrees(line) else ""
    if command:
        return _decided(command, read(command), replace(context, talk=()))
    if last is not None and not last.did and agrees(line):
        before = supposed(read(last.said))
        if before is not None and before.wish:
            return _decided(before.wish, read(before.wish), replace(context, talk=()))
    weighed = supposed(line) if context.has_scene else None
    return reply("A change is only weighed.", asked_for(weighed)) if weighed else None


def _about_earlier(said: str, line: Line, context: Context) -> Decision | None:
    """What to do about words that go back to what was done, or change it; None for any others."""
    if second_thoughts(line) and context.talk:
        return _not_that(context.talk[-1])
    if undoing(line) is not None:
        return Decision("An earlier state of the scene is wanted.", "modify_3d_scene", said)
    if context.has_scene and adjusting(line) is not None and not wants_anew(line, context.items):
        return Decision("The last change is to be another one.", "modify_3d_scene", said)
    return None


def _not_that(last: Turn) -> Decision:
    """What to do when the person would rather not have said what they said last."""
    if last.did == ("modify_3d_scene",) and not last.answered.startswith(FAILED):
        again = isinstance(undoing(read(last.said)), Undo)
        wish = "redo" if again else "undo that"
        return Decision("The last change was not meant.", "modify_3d_scene", wish)
    return reply("Nothing was changed that could be taken back.", smalltalk.LEFT_AS_IT_IS)


def seen(said: str, context: Context) -> Viewing | None:
    """What ``said`` changes of the view alone; None for any other words. "It" is what the words
    before were about, or what was changed last."""
    last = viewing(context.talk[-1].said, context.items) if context.talk else None
    about = last.about if last is not None else ()
    touched = tuple(item for item in context.items if item.id in context.touched[:1])
    return viewing(said, context.items, about or touched, context.parts_of)


def _besides_the_view(said: str, context: Context) -> Decision | None:
    """What to do about words that also change the view; None where they do not, or name what is
    not there. What was said after an action is done when that is (``seeing``)."""
    split = besides(said)
    if split is None:
        return None
    first = seen(" and ".join(split.before), context) if split.before else None
    if split.before and (first is None or not first.changes):
        return None
    decision = _decided(split.rest, read(split.rest), context)
    if decision.action == "confirm":
        return decision
    if decision.action != "reply":
        return replace(decision, view=first.changes if first is not None else ())
    if any(looked_for(words) in IT for words in split.after):
        return None  # what a question was about is not known here
    shown = seen(" and ".join((*split.before, *split.after)), context)
    if shown is None or not shown.changes:
        return None
    return replace(decision, view=shown.changes, reply=f"{decision.reply} {shown.reply}")


def _insisted(said: str, context: Context) -> str:
    """The command after "I said" or after a question of the same breath; "" for none."""
    if not context.has_scene:
        return ""
    again = _I_SAID.match(said)
    if again is not None:
        return said[again.end() :].strip()
    question, mark, rest = said.partition("?")
    line = without_politeness(read(rest))
    if not mark or not len(line) or command_at(line, 0) is None:
        return ""
    return rest.strip() if answered(read(question), context) is not None else ""


def _wished(said: str, context: Context) -> Decision:
    """What to do about words that are neither about deleting nor of another trade."""
    line = read(said)
    language = other_language(line)
    if language is not None:
        return reply(f"It is {language.name}.", reply_in(language, line))
    about_it = answered(line, context) if context.has_scene and asks_who(line) else None
    if about_it is not None:
        return reply("A question about who is there.", about_it)
    talk = smalltalk.reply_to(line)
    if talk is not None:
        return reply("Small talk.", talk)
    rest = without_courtesy(smalltalk.after_talk(said))
    if rest != said:
        off = off_topic(rest)
        if off is not None:
            return reply("Nothing that is built here.", off)
        said, line = rest, read(rest)
    told = answered(line, context)
    if told is not None:
        return reply("A question about what is there.", told)
    unknown = not_answered(line, context.items, has_scene=context.has_scene)
    if unknown is not None:
        return reply("A question that the scene does not answer.", unknown)
    return planned(said, context) or made(said, line, context)


def _destructive(line: Line, context: Context) -> Decision | None:
    """Deleting for good is asked back first, whatever else the words say."""
    found = destructive(line, context.items, context.assets)
    if found is None:
        return None
    action, name = found
    if action == "delete_asset" and not name:
        return reply(
            "An asset is to be deleted, but which?", "Which one? Say: delete the asset red chair."
        )
    return asking(PendingConfirmation(action, name), "Deleting can not be undone, so ask first.")
