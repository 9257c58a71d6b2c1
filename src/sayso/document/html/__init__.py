"""The HTML page: decoded, projected to text, its article chosen, its comments and its metadata found."""
