"""What keeps hostile pages, and other sites in the same browser, from doing harm."""
