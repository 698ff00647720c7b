"""What others than readers are given: feeds, descriptions for machines, the picture of a shared link."""
