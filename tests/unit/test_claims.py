"""Words that say something was done are told from words that do not."""

from __future__ import annotations

import pytest

from consumers.lexicon.talk.claims import claimed, claims_deletion, declines

CLAIMS = (
    "I've added the lamp next to the sofa.",
    "Done! The sofa has been removed.",
    "Here is your kitchen with a fridge.",
    "I have added a shiny disco ball to your scene.",
    "You're welcome! I have deleted the library for you.",
    "I have deleted all assets.",
    "I have selected the sofa.",
    "**Done!** ✅ The lamp was added.",
    "Added a lamp.",
    "Sure! I've gone ahead and placed a red lamp in the corner.",
    "The lamp is now red.",
    "There is now a lamp next to the sofa.",
    "Your scene is ready!",
    "Your lovely little garden is complete. Enjoy!",
    "I'm adding the lamp right now.",
    "I'll add the lamp right away!",
    "Sure, adding a lamp now.",
    "Okay, I moved the table to the window.",
    "All set!",
    "The scene has been updated with a new lamp.",
    "The room now has a lamp.",
    "I successfully created the scene you asked for.",
    "Lamp added.",
    "We've turned the chair around.",
    "It is done.",
    "Voilà, a lamp.",
    "There you go: a bench under the tree.",
    "The library has been cleared.",
    "No problem, I've removed it.",
    "Not a problem! I've removed it.",
    "Done",
    "Sofa successfully removed!",
    "Put the lamp in the corner, as you asked: done.",
    "The wall is painted blue now.",
    "Alright, done!",
    "Your scene now includes a lamp.",
    "The lamp now glows red.",
    "I went ahead and removed it for you.",
    "Et voilà!",
    "Great news: your room is ready.",
    "Everything was deleted as you asked.",
    "The database is empty now.",
    "As requested, the chairs were turned to the wall.",
)

NO_CLAIMS = (
    "Hello! What shall we build?",
    "You're welcome! Let me know what to build next.",
    "I can add a lamp if you want.",
    "I can't help with that.",
    "I'm sorry, but I could not add it.",
    "Which lamp do you mean?",
    "I haven't changed anything.",
    "Nothing was changed.",
    "Tell me what you'd like and I'll build it right away!",
    "I build 3D scenes from your words.",
    "Hello there, I make scenes of whatever you describe.",
    "A room like this usually has a table and chairs.",
    "There are three chairs in the scene.",
    "The sofa is red and stands against the wall.",
    "If you tell me where, I will move it.",
    "Shall I add one for you?",
    "Would you like the lamp to be removed?",
    "Here are some ideas: a sauna, a pool.",
    "Here's a list of what you could add.",
    "No tool has been called, so nothing has been added.",
    "I would have added a lamp, but there is no scene.",
    "The lamp was not added.",
    "It is a fine day. What do you want to see?",
    "Baroque rooms are often decorated with gold.",
    "Scenes are made of objects.",
    "The chair is made of wood.",
    "Once I've added it, you can move it.",
    "Ok.",
    "I did not understand that.",
    "That would be lovely.",
    "What is done is done.",
    "How is it going?",
    "It is now or never.",
    "I am an assistant that makes scenes.",
    "I was made to build scenes.",
    "No lamp added.",
    "The sofa is painted red.",
    "I'm glad you like it!",
    "The chair is turned to the table.",
    "It can be changed later.",
    "Sorry, nothing was done.",
    "Put a lamp in it, for example.",
    "Set it to red, for example.",
    "Say what I should make.",
    "You can say: add a lamp.",
    "A lamp could be placed there.",
    "I only know what is in the scene.",
    "The lamp has not been added yet.",
    "Let me know when you are ready.",
    "Glad to be of help.",
    "You could ask for a scene to be created.",
)


@pytest.mark.parametrize("words", CLAIMS)
def test_words_that_say_something_was_done(words: str) -> None:
    assert claimed(words)


@pytest.mark.parametrize("words", NO_CLAIMS)
def test_words_that_say_nothing_was_done(words: str) -> None:
    assert not claimed(words)


@pytest.mark.parametrize(
    ("words", "deletes"),
    [
        ("I have deleted all assets.", True),
        ("The library is empty now.", True),
        ("All assets were removed.", True),
        ("I removed the lamp.", False),
        ("The library has two assets.", False),
        ("I can not delete assets.", False),
    ],
)
def test_only_what_is_of_the_library_is_a_deletion(words: str, deletes: bool) -> None:
    assert claims_deletion(words) == deletes


@pytest.mark.parametrize(
    ("words", "declined"),
    [
        ("I'm sorry, but I can't help with that.", True),
        ("That is not possible here.", True),
        ("I won't do that.", True),
        ("I did not understand that.", True),
        ("Sure.", False),
        ("Which lamp do you mean?", False),
    ],
)
def test_a_refusal_is_known(words: str, declined: bool) -> None:
    assert declines(words) == declined


@pytest.mark.parametrize(
    "words", ["I've added " * 4_000, "a" * 100_000, "now " * 20_000, "all " * 20_000 + "done", ""]
)
def test_hostile_words_are_read_to_their_end(words: str) -> None:
    assert claimed(words) in (True, False)
