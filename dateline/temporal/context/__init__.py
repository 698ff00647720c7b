"""What a text says about its expressions by where and how they stand: tense, discourse, speech, story."""
