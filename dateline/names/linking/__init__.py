"""Who and where each name of a whole archive stands for."""
