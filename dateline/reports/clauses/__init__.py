"""The clauses of a sentence: where each begins, its subject, what governs it, and its modality."""
