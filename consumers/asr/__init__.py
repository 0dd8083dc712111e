"""Speech to text: WAV bytes in, one plain sentence out.

What belongs here: reading audio, finding the speech in it, the engines. What does not: what the
sentence means (the agent stage), speaking (the speech stage), Redis.
"""
