"""Where the reading of one sentence has got to."""

from __future__ import annotations

from dataclasses import dataclass, field

from consumers.lexicon.sentences.arrangements import Arrangement
from consumers.lexicon.sentences.places import Place
from consumers.lexicon.sentences.reading import Link
from schemas.decomposition import RelationKind as Kind


@dataclass(frozen=True, slots=True)
class Front:
    """A place said before the things that stand there: "on the table there is ..."."""

    place: Place
    targets: tuple[int, ...]
    each: bool = False


@dataclass
class Sentence:
    """State of the present sentence.

    ``subjects``: the present list of things. ``open``: the list may go on. ``joined``, ``comma``:
    "and" or a comma stood just before. ``putting``: the list is the object of "put".
    ``host``: whom "with" gives things to (``host_each``: every one of them; ``near_host``: a thing
    just named that may be the host instead; ``in_setting``: the setting is the host).
    ``guest``: how guests stand, where the words say so ("full of"). ``guesses``: links that were
    only guessed; a place said outright takes their stead. ``chain``: a thing just introduced as a
    target, to which a following place belongs. ``side``: the target of the last left or right.
    ``topic``: what a pronoun at a place stood for. ``shell``: the part of the room named last.
    ``leaving_out``: what is named is what should not be there ("without").
    ``each``: the present list was said to be each one of several. ``agent``: who does what the
    sentence's verb says. ``earlier``: all its things so far.
    ``held``: something was said to have something. ``few``: "not too many" stands before.
    ``arrangement``: "four rows of" stands before. ``listing``: the front is the head of a list.
    ``in_all``: a number before the place counts all of them ("four on each side").
    ``at_setting``: the last place read was the setting.
    ``left_host``: whose list "with" began and the last thing, which was not the host's, ended.
    ``about``: who has something by the sentence's verb, so that "it" in the next one is that.
    ``side_alone``: a left or right was said that named no target.
    ``served``: one of the host's things was said outright to be at "it".
    ``given``: the host has the first of its things.
    ``front_end``: the index after the words of the front; ``second``: a front said before it, which
    holds, too ("in the corner by the window stands ...").
    ``after_comma``, ``acting``: a comma, or a verb such as "perched", stands before the place.
    ``tail``: the things at the end of the list that only "and" joins; ``apart``: they are a list of
    their own ("a desk and a chair, a mug and a pen on the desk"); ``parted``: a comma stood last,
    ``begins_tail``: and "and" after it, as before the first of the tail (``resumed``).
    ``mates``: what "and" joined to the host. ``amid``: the list goes on after the place.
    """

    subjects: list[int] = field(default_factory=list)
    open: bool = False
    joined: bool = False
    comma: bool = False
    putting: bool = False
    host: int | None = None
    near_host: int | None = None
    host_each: bool = False
    in_setting: bool = False
    guest: Kind | None = None
    guesses: dict[int, Link] = field(default_factory=dict)
    front: Front | None = None
    chain: int | None = None
    side: tuple[int, ...] = ()
    topic: list[int] = field(default_factory=list)
    shell: str = ""
    leaving_out: bool = False
    each: bool = False
    held: bool = False
    few: bool = False
    arrangement: Arrangement | None = None
    listing: bool = False
    left_host: int | None = None
    about: list[int] = field(default_factory=list)
    in_all: bool = False
    at_setting: bool = False
    agent: int | None = None
    earlier: list[int] = field(default_factory=list)
    after_comma: bool = False
    acting: bool = False
    side_alone: bool = False
    served: bool = False
    given: bool = False
    front_end: int = -1
    second: Front | None = None
    tail: list[int] = field(default_factory=list)
    apart: bool = False
    parted: bool = False
    resumed: bool = False
    begins_tail: bool = False
    amid: bool = False
    mates: list[int] = field(default_factory=list)

    def begin_list(self) -> None:
        """Forget the present list and its host: what follows begins anew."""
        self.subjects, self.host, self.near_host, self.open = [], None, None, False
        self.joined = self.comma = self.served = self.given = self.apart = False
        self.tail, self.mates = [], []

    def join(self, word: str) -> None:
        """Note the "and" or comma that a further thing of the list comes after."""
        self.joined = True
        self.comma = self.comma or word == ","
        self.begins_tail = self.parted and word != ","
        self.parted = self.parted or word == ","

    @property
    def resumes(self) -> bool:
        """Whether ", and" stands just before, after a list without commas: what comes is apart from
        what each of several has ("at each table a chair and a lamp, and a waiter")."""
        return self.begins_tail and self.tail == self.subjects

    def add_to_list(self, index: int, *, goes_on: bool) -> None:
        """Let thing ``index`` go on with the present list, or begin one."""
        self.subjects = [*self.subjects, index] if goes_on else [index]
        if not goes_on:
            self.tail, self.apart = [index], False
        elif self.parted:
            self.apart = self.apart or len(self.tail) > 1
            self.tail = [index]
        else:
            self.apart = self.apart or self.resumed
            self.tail = [*self.tail, index]
        self.resumed, self.begins_tail = self.begins_tail, False
        self.parted = False
