"""Commands on a scene that is there: what they mean, and the edits that they come to."""
